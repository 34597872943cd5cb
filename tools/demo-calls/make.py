#!/usr/bin/env python3
"""Makes the two synthetic demo calls from the scripts beside this file.

Needs espeak-ng, sox and flac. Every line of a script says when it starts, who
speaks, and with which pitch (0-99), speed (words per minute) and active level
(dB re full scale); left is the customer, right the agent. The result is 8 kHz
stereo FLAC with a soft noise floor, so that a pause is not digital silence.

    tools/demo-calls/make.py OUTPUT_FOLDER
"""
import array
import math
import random
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

RATE = 8_000
NOISE_DBFS = -84
VOICES = {
    "billing": {"customer": "en-us+m3", "agent": "en-gb+f2"},
    "delivery": {"customer": "en-us+f4", "agent": "en-gb+m7"},
}
CHANNEL = {"customer": 0, "agent": 1}


def speak(folder: Path, text: str, voice: str, pitch: int, speed: int) -> list[float]:
    raw, resampled = folder / "raw.wav", folder / "telephone.wav"
    subprocess.run(
        ["espeak-ng", "-v", voice, "-p", str(pitch), "-s", str(speed), "-w", str(raw), text],
        check=True)
    subprocess.run(["sox", "-D", str(raw), "-r", str(RATE), str(resampled)], check=True)
    with wave.open(str(resampled)) as wav:
        samples = array.array("h", wav.readframes(wav.getnframes()))
    return [s / 32768 for s in samples]


def at_level(samples: list[float], dbfs: float) -> list[float]:
    loud = [s for s in samples if abs(s) > 1e-3]
    rms = math.sqrt(sum(s * s for s in loud) / max(1, len(loud)))
    gain = 10 ** (dbfs / 20) / rms
    return [max(-0.98, min(0.98, s * gain)) for s in samples]


def mix(script: Path, voices: dict[str, str], folder: Path) -> list[list[float]]:
    channels: list[list[float]] = [[], []]
    for line in script.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        start, party, pitch, speed, level, text = line.split(None, 5)
        samples = at_level(
            speak(folder, text, voices[party], int(pitch), int(speed)), float(level))
        channel, offset = channels[CHANNEL[party]], int(float(start) * RATE)
        if offset < len(channel):
            sys.exit(f"{script.name}: the line at {start} s starts while {party} still speaks,"
                     f" until {len(channel) / RATE:.1f} s; move it")
        channel.extend([0.0] * (offset + len(samples) - len(channel)))
        for i, s in enumerate(samples):
            channel[offset + i] += s
    length = max(map(len, channels)) + RATE // 2
    rng = random.Random(script.stem)
    sigma = 10 ** (NOISE_DBFS / 20)
    for channel in channels:
        channel.extend([0.0] * (length - len(channel)))
        for i in range(length):
            channel[i] += rng.gauss(0, sigma)
    return channels


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out, here = Path(sys.argv[1]), Path(__file__).resolve().parent
    for name, voices in VOICES.items():
        with tempfile.TemporaryDirectory() as tmp:
            left, right = mix(here / f"{name}.txt", voices, Path(tmp))
            stereo = array.array("h")
            for pair in zip(left, right):
                stereo.extend(round(max(-1.0, min(1.0, s)) * 32767) for s in pair)
            path = Path(tmp) / "mix.wav"
            with wave.open(str(path), "wb") as wav:
                wav.setnchannels(2)
                wav.setsampwidth(2)
                wav.setframerate(RATE)
                wav.writeframes(stereo.tobytes())
            target = out / f"demo-{name}.flac"
            subprocess.run(["flac", "-s", "-8", "-f", "-o", str(target), str(path)], check=True)
            print(f"{target}: {len(left) / RATE:.1f} s, {target.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
