#!/usr/bin/env python3
"""Brings calls to a running gateway with clients that were not written here, all at once, and shows what came back.

usage: run.py [--gateway http://127.0.0.1:8080] [--seconds 14] [--audio FILE]

Start ./emotion-monitor demo (or a stream and a gateway without tokens) first. Two different calls come in by each of

  websockets     the Python WebSocket library, µ-law to /v1/ingest/raw
  streamdouble   a simulator of Twilio Media Streams, both tracks, to /v1/ingest/twilio
  vosk           the client within vosk-transcriber, 16 kHz, to /v1/ingest/vosk

The audio is the customer's side of the demo calls, or of FILE (two channels: two calls). A line for each call says what the
gateway knows of it. Fails if a call lacks windows, if one is of another length than its audio, or if the same audio does not
give the same estimates by two clients, as it would if calls were mixed. Needs the packages of requirements.txt.
"""

import argparse
import asyncio
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import types
import urllib.request

import numpy as np
import soundfile
import websockets

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / "stream-app/src/main/resources/org/emotionmonitor/app/demo"
SAME = 0.15  # streamdouble has a µ-law encoder of its own, which rounds otherwise


def mulaw(samples):
    """G.711 µ-law of float samples at 8 kHz, without a header."""
    file = io.BytesIO()
    soundfile.write(file, samples, 8000, format="RAW", subtype="ULAW")
    return file.getvalue()


def voices(args):
    if args.audio:
        samples, rate = soundfile.read(args.audio, always_2d=True)
        found = [samples[:, 0], samples[:, -1]]
    else:
        read = [soundfile.read(DEMO / name, always_2d=True) for name in ("demo-delivery.flac", "demo-billing.flac")]
        rate, found = read[0][1], [samples[:, 0] for samples, _ in read]
    if rate != 8000:
        sys.exit(f"the audio has {rate} Hz; the clients send 8000: resample it first")
    return [voice[: args.seconds * rate] for voice in found]


async def raw(gateway, call, voice):
    async with websockets.connect(f"{gateway}/v1/ingest/raw", open_timeout=60) as ws:
        await ws.send(json.dumps({"type": "start", "callId": call, "role": "customer", "encoding": "pcmu", "sampleRate": 8000}))
        assert json.loads(await ws.recv())["type"] == "started"
        audio = mulaw(voice)
        for at in range(0, len(audio), 800):
            await ws.send(audio[at : at + 800])
        await ws.send(json.dumps({"type": "stop"}))
        assert json.loads(await ws.recv())["type"] == "stopped"


async def twilio(gateway, call, voice, other, folder):
    own, agent = folder / f"{call}.wav", folder / f"{call}-agent.wav"
    soundfile.write(own, voice, 8000, subtype="PCM_16")
    soundfile.write(agent, other, 8000, subtype="PCM_16")
    command = [str(pathlib.Path(sys.executable).parent / "streamdouble"), "call", f"{gateway}/v1/ingest/twilio", "--fork"]
    command += ["--track", "both", "--audio", str(own), "--agent-audio", str(agent), "--param", f"callId={call}"]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.DEVNULL)
    assert await process.wait() == 0, "streamdouble failed"


class Pipe:
    """What the Vosk client takes for ffmpeg's output."""

    def __init__(self, audio):
        self.stdout = self
        self.audio, self.at = audio, 0

    async def read(self, size):
        self.at += size
        return self.audio[self.at - size : self.at]


async def vosk(gateway, call, voice):
    from vosk.transcriber.transcriber import Transcriber

    client = object.__new__(Transcriber)  # without a model of its own, which only local recognition needs
    client.args = types.SimpleNamespace(server=f"{gateway}/v1/ingest/vosk?role=customer&call_id={call}")
    wide = np.interp(np.arange(2 * len(voice)) / 2, np.arange(len(voice)), voice)
    audio = (np.clip(wide, -1, 1) * 32767).astype("<i2").tobytes()
    result, _ = await client.recognize_stream_server(Pipe(audio))
    assert "text" in result[-1], result[-1]


def get(gateway, path):
    with urllib.request.urlopen(f"{gateway}{path}", timeout=30) as answer:
        return json.load(answer)


def timeline(gateway, call):
    """The customer's scored points, once the leg has ended and all of its windows are there."""
    for _ in range(120):
        state = [leg for leg in get(gateway, f"/v1/calls/{call}")["legs"] if leg["role"] == "customer"]
        legs = [leg for leg in get(gateway, f"/v1/calls/{call}/timeline")["legs"] if leg["legId"] == "customer"]
        if state and legs and state[0]["state"] == "ended" and len(legs[0]["points"]) >= state[0]["windows"]:
            return legs[0]["points"]
        time.sleep(1)
    sys.exit(f"call {call} has not ended, or lacks windows")


def report(gateway, call, seconds):
    points = timeline(gateway, call)
    scored = {p["window"]["endMs"]: p["emotion"]["probabilities"] for p in points if p["emotion"]}
    labels = sorted({p["emotion"]["label"] for p in points if p["emotion"]})
    end = points[-1]["window"]["endMs"]
    print(f"{call:14} {len(points):8} {len(scored):8} {end:8} ms  {', '.join(labels)}")
    if abs(end - seconds * 1000) > 150 or not scored:
        sys.exit(f"call {call}: {seconds} s of audio were sent")
    return scored


def difference(one, other):
    common = one.keys() & other.keys()
    return max((abs(one[t][k] - other[t][k]) for t in common for k in one[t]), default=1.0)


async def send(args, voices, folder, prefix):
    ws = args.gateway.replace("http", "ws", 1)
    one, two = voices
    await asyncio.gather(
        raw(ws, f"{prefix}raw-1", one), raw(ws, f"{prefix}raw-2", two),
        twilio(ws, f"{prefix}twilio-1", one, two, folder), twilio(ws, f"{prefix}twilio-2", two, one, folder),
        vosk(ws, f"{prefix}vosk-1", one), vosk(ws, f"{prefix}vosk-2", two),
    )  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gateway", default="http://127.0.0.1:8080")
    parser.add_argument("--seconds", type=int, default=14)
    parser.add_argument("--audio")
    args = parser.parse_args()
    spoken, prefix = voices(args), f"c{int(time.time()) % 10000}-"
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(send(args, spoken, pathlib.Path(folder), prefix))
    print(f"{'call':14} {'windows':>8} {'scored':>8} {'end':>8}     expressed")
    found = {name: report(args.gateway, prefix + name, args.seconds)
             for name in ("raw-1", "raw-2", "twilio-1", "twilio-2", "vosk-1", "vosk-2")}  # fmt: skip
    for n in (1, 2):
        same = difference(found[f"raw-{n}"], found[f"twilio-{n}"])
        print(f"largest difference of a probability, raw-{n} and twilio-{n}: {same:.4f}")
        if same > SAME:
            sys.exit("the same audio gives other estimates: calls are mixed")
    print(f"the same of the two raw calls, which are different: {difference(found['raw-1'], found['raw-2']):.4f}")


if __name__ == "__main__":
    main()
