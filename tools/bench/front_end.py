#!/usr/bin/env python3
"""Times the front end (JMH) and librosa on the same audio, on this machine, one after the other.

usage: front_end.py [--audio FILE.wav] [--quick] [--built]

The audio is 8 kHz mono; without a file, espeak-ng speaks ten seconds. Both sides go from 8 kHz samples
to the 205 features, on one core; times are CPU milliseconds per second of audio. librosa runs five ways.
The whole file at once, in its default single precision, and in double, as the golden vectors need it and as
our own arithmetic is. And live: the latest 6 s once a second; only what is new once a second, by a caller who
keeps the older frames and adds the differences himself; only what is new every 20 ms, as our front end is fed.
Needs the packages of tools/golden/requirements.txt and soxr, which librosa brings.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import wave

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"

import librosa
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
RATE = 22_050
TEXT = (
    "Thank you for calling. I have been waiting for my parcel for two weeks now, and nobody could tell me "
    "where it is. Could you please look into that? The number is four, seven, one, one. No, it has not arrived."
)


def speak(path):
    raw = path.with_suffix(".22k.wav")
    subprocess.run(["espeak-ng", "-w", str(raw), TEXT], check=True)
    samples, _ = librosa.load(raw, sr=8_000)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes((samples * 32_767).astype("<i2").tobytes())


def librosa_features(samples):
    """The same features as tools/golden/make_golden.py, in the precision of the samples."""
    y = librosa.resample(samples, orig_sr=8_000, target_sr=RATE)
    spectrum = librosa.stft(
        np.pad(y, (236, 237)), n_fft=1_024, hop_length=220, win_length=551, window="hamming", center=False
    )
    magnitude = np.abs(spectrum)
    power = magnitude**2
    mel = librosa.feature.melspectrogram(S=power, sr=RATE, n_fft=1_024, n_mels=64)
    log_mel = librosa.power_to_db(mel, top_db=None)
    mfcc = librosa.feature.mfcc(S=log_mel, n_mfcc=40)
    return np.vstack([
        mfcc,
        librosa.feature.delta(mfcc, order=1),
        librosa.feature.delta(mfcc, order=2),
        log_mel,
        librosa.feature.spectral_centroid(S=magnitude, sr=RATE),
        librosa.feature.spectral_rolloff(S=magnitude, sr=RATE),
        librosa.feature.spectral_contrast(S=magnitude, sr=RATE),
        librosa.feature.chroma_stft(S=power, sr=RATE, tuning=0.0),
    ])


def time_librosa(path, rounds, seconds=None, every=1.0, dtype=np.float32):
    """CPU ms per second of audio of the whole file, or of so many seconds at a time, asked for every so often."""
    samples, _ = librosa.load(path, sr=8_000, dtype=dtype)
    if seconds:
        samples = samples[: int(seconds * 8_000)]
    times = []
    for _ in range(rounds):
        start = time.process_time()
        librosa_features(samples)
        times.append((time.process_time() - start) * 1_000 / (every if seconds else len(samples) / 8_000))
    return times


def classpath(built):
    out = ROOT / "bench" / "target" / "classpath.txt"
    paths = "".join(f"{ROOT}/{module}/target/classes:" for module in ("bench", "src", "onnx"))
    if built:
        return paths + out.read_text()
    maven = [str(ROOT / "mvnw"), "-q", "-B", "-pl", "bench", "-am"]
    # Incremental compilation loses JMH's list of the benchmarks.
    subprocess.run([str(ROOT / "mvnw"), "-q", "-B", "-pl", "bench", "clean"], cwd=ROOT, check=True)
    subprocess.run([*maven, "compile"], cwd=ROOT, check=True)
    goal = [*maven, "compile", "dependency:build-classpath", f"-Dmdep.outputFile={out}", "-DincludeScope=runtime"]
    subprocess.run(goal, cwd=ROOT, check=True)
    return paths + out.read_text()


def time_java(path, quick, built):
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        command = [
            "java", "-cp", classpath(built), "org.openjdk.jmh.Main", "FrontEndBenchmark|SpeechBenchmark",
            "-p", f"audio={path}", "-p", "rate=8000,16000", "-p", "everyMs=1000",
            "-prof", "org.emotionmonitor.bench.CpuTime", "-prof", "gc", "-rf", "json", "-rff", result.name,
        ]
        if quick:
            command += ["-wi", "3", "-w", "1", "-i", "3", "-r", "1"]
        subprocess.run(command, check=True, stdout=sys.stderr)
        return json.load(open(result.name))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--audio", type=pathlib.Path, help="WAV file, 8 kHz, mono")
    parser.add_argument("--quick", action="store_true", help="shorter warm-up and fewer rounds")
    parser.add_argument("--built", action="store_true", help="time what the last run built")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.audio or pathlib.Path(folder) / "speech.wav"
        if not options.audio:
            speak(path)
        before = time_librosa(path, 10)
        results = time_java(path.resolve(), options.quick, options.built)
        theirs = np.array(time_librosa(path, 10) + before[2:])
        double = np.array(time_librosa(path, 10, dtype=np.float64)[2:])
        live = np.array(time_librosa(path, 10, seconds=6)[2:])
        # 25 ms of the frame before, and the resampler's reach.
        newest = np.array(time_librosa(path, 20, seconds=1.03)[2:])
        # librosa's differences need nine frames, so 20 ms cannot be less than this.
        chunks = np.array(time_librosa(path, 50, seconds=0.12, every=0.02)[2:])
    print(f"{'stage':20} {'CPU ms per s of audio':>22} {'median':>8} {'bytes per operation':>20}")
    best, median = {}, {}
    for result in results:
        name = result["benchmark"].rsplit(".", 1)[1]
        if "SpeechBenchmark" in result["benchmark"]:
            name = f"Silero VAD, {result['params']['rate']} Hz"
        extra = result["secondaryMetrics"]
        cpu = np.array([x for fork in extra["cpu"]["rawData"] for x in fork]) / 1_000
        allocated = next(v["score"] for k, v in extra.items() if k.endswith("gc.alloc.rate.norm"))
        best[name], median[name] = cpu.min(), np.median(cpu)
        print(f"{name:20} {best[name]:22.4f} {median[name]:8.4f} {allocated:20.1f}")
    whole, usual = (times["frontEnd"] + times["window"] for times in (best, median))
    floor = best["fft"]
    print(f"\n205 features and a window a second: best {whole:.2f}, median {usual:.2f} ms per s; transforms alone {floor:.2f}")
    print(f"librosa {librosa.__version__}, NumPy {np.__version__}, one thread; best by best, median by median, best by transforms:")
    ways = {
        "whole file, float32": theirs,
        "whole file, float64": double,
        "live, latest 6 s": live,
        "live, newest 1 s": newest,
        "live, every 20 ms": chunks,
    }
    for name, times in ways.items():
        middle = np.median(times)
        print(
            f"{name:20} best {times.min():6.2f}, median {middle:6.2f} ms per s: "
            f"{times.min() / whole:5.1f} times, {middle / usual:5.1f} times, {times.min() / floor:5.1f} times"
        )


if __name__ == "__main__":
    main()
