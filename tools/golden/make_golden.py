#!/usr/bin/env python3
"""Writes the golden vectors of feature spec v1: for each signal its samples and librosa's features.

usage: make_golden.py FOLDER

Each file is gzipped and little-endian: int32 samples, int32 frames, the samples as float32, then
[frames x 205] features as float32. telephone.pcmu holds the 8 kHz bytes behind telephone_mulaw. librosa runs in double precision: with its default of single
precision its own rounding is larger than the tolerance wherever a bin is far below the loudest.
"""

import argparse
import gzip
import pathlib
import struct

import librosa
import numpy as np

from p56 import active_level
from signals import RATE, signals, telephone

FRAME, SHIFT, FFT = 551, 220, 1_024


def spectrum(y):
    # librosa centres the window within the FFT's 1,024 points; shifted by that, frame k covers
    # samples [220 k, 220 k + 551), and its magnitude is that of the zero-padded frame.
    left = (FFT - FRAME) // 2
    padded = np.pad(y.astype(np.float64), (left, FFT - FRAME - left))
    return np.abs(
        librosa.stft(
            padded, n_fft=FFT, hop_length=SHIFT, win_length=FRAME,
            window="hamming", center=False, dtype=np.complex128,
        )
    )


def features(y):
    """[frames x 205] in the order of the feature spec."""
    magnitude = spectrum(y)
    power = magnitude**2
    mel = librosa.feature.melspectrogram(S=power, sr=RATE, n_fft=FFT, n_mels=64, fmin=0.0, fmax=RATE / 2)
    log_mel = librosa.power_to_db(mel, ref=1.0, amin=1e-10, top_db=None)
    mfcc = librosa.feature.mfcc(S=log_mel, n_mfcc=40)
    # One frame at a time: over a whole signal librosa floors every frame 80 dB below the signal's
    # largest value, which a stream cannot know.
    contrast = np.hstack(
        [librosa.feature.spectral_contrast(S=magnitude[:, k : k + 1], sr=RATE) for k in range(magnitude.shape[1])]
    )
    parts = [
        mfcc,
        librosa.feature.delta(mfcc, width=9, order=1),
        librosa.feature.delta(mfcc, width=9, order=2),
        log_mel,
        librosa.feature.spectral_centroid(S=magnitude, sr=RATE),
        librosa.feature.spectral_rolloff(S=magnitude, sr=RATE, roll_percent=0.85),
        contrast,
        librosa.feature.chroma_stft(S=power, sr=RATE, tuning=0.0),
    ]
    return np.vstack(parts).T


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, samples in signals().items():
        rows = features(samples)
        body = struct.pack("<ii", len(samples), len(rows))
        body += samples.astype("<f4").tobytes() + rows.astype("<f4").tobytes()
        path = folder / f"{name}.bin.gz"
        path.write_bytes(gzip.compress(body, 9, mtime=0))
        print(f"{name:20} {len(rows):4} frames {path.stat().st_size:8,} bytes")
    spoken = {k: v for k, v in signals().items() if "speech" in k or "telephone" in k}
    # Over the first 220 samples of each frame, which is what the frames' envelopes cover.
    whole = {k: v[: (1 + (len(v) - FRAME) // SHIFT) * SHIFT] for k, v in spoken.items()}
    levels = [f"{k},{','.join(f'{x:.4f}' for x in active_level(v, RATE))}" for k, v in whole.items()]
    (folder / "p56.csv").write_text("signal,dbov,activity\n" + "\n".join(levels) + "\n")
    (folder / "telephone.pcmu").write_bytes(telephone().tobytes())


if __name__ == "__main__":
    main()
