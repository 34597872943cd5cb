"""Synthetic signals for the golden vectors: deterministic, float32, at 22,050 Hz."""

import numpy as np
from scipy import signal

RATE = 22_050
SECONDS = 0.6


def _time(seconds=SECONDS):
    return np.arange(int(RATE * seconds)) / RATE


def _noise(seed, n):
    return np.random.default_rng(seed).standard_normal(n)


def voice(pitch, formants, seed, seconds=SECONDS):
    """A glottal pulse train with a pitch contour through resonators, in syllables, with breath noise."""
    t = _time(seconds)
    contour = pitch * (1 + 0.12 * np.sin(2 * np.pi * 1.7 * t) + 0.02 * np.sin(2 * np.pi * 5.5 * t))
    phase = np.cumsum(contour) / RATE
    source = np.diff(np.floor(phase), prepend=0.0) - contour / RATE + 0.01 * _noise(seed, len(t))
    out = source
    for centre, width in formants:
        r = np.exp(-np.pi * width / RATE)
        out = signal.lfilter([1 - r], [1, -2 * r * np.cos(2 * np.pi * centre / RATE), r * r], out)
    envelope = np.clip(np.sin(2 * np.pi * 2.1 * t) + 0.35, 0, 1)
    out = out * envelope
    return 0.3 * out / np.max(np.abs(out))


def music():
    t = _time()
    out = np.zeros_like(t)
    for i, note in enumerate((261.63, 329.63, 392.0, 523.25)):
        start = int(i * 0.12 * RATE)
        tail = t[: len(t) - start]
        for harmonic in range(1, 6):
            out[start:] += np.exp(-3 * tail) * np.sin(2 * np.pi * note * harmonic * tail) / harmonic
    return 0.1 * out


def signals():
    """Name -> samples."""
    male = voice(110, ((700, 90), (1_220, 110), (2_600, 170), (3_500, 250)), 1)
    female = voice(215, ((850, 100), (1_400, 120), (2_900, 190), (4_200, 300)), 2)
    n = len(_time())
    t = _time()
    table = {
        "male": male,
        "female": female,
        "silence": np.zeros(n),
        "white_noise": 0.1 * _noise(3, n),
        "sweep": 0.5 * signal.chirp(t, 50, SECONDS, 11_000, method="logarithmic"),
        "dc": np.full(n, 0.25),
        "music": music(),
    }
    return {name: samples.astype(np.float32) for name, samples in table.items()}
