"""Signals for the golden vectors, float32 at 22,050 Hz. The speech is espeak-ng's, the rest is made here."""

import io
import subprocess
import wave

import numpy as np
from scipy import signal

RATE = 22_050
SECONDS = 0.6


def _time(seconds=SECONDS):
    return np.arange(int(RATE * seconds)) / RATE


def _noise(seed, n):
    return np.random.default_rng(seed).standard_normal(n)


def speech(voice, text, start=0.1, seconds=SECONDS, **settings):
    """A stretch of an utterance spoken by espeak-ng, which writes 22,050 Hz."""
    options = [item for key, value in settings.items() for item in (f"-{key}", str(value))]
    command = ["espeak-ng", "--stdout", "-v", voice, *options, text]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    with wave.open(io.BytesIO(data)) as file:
        assert file.getframerate() == RATE
        samples = np.frombuffer(file.readframes(1 << 24), "<i2") / 32_768
    first = int(start * RATE)
    return samples[first : first + int(seconds * RATE)]


def vowel(pitch, formants, seed):
    """A pulse train with a gliding pitch through resonators, with a little breath."""
    t = _time()
    contour = pitch * (1 + 0.12 * np.sin(2 * np.pi * 1.7 * t))
    out = np.diff(np.floor(np.cumsum(contour) / RATE), prepend=0.0) + 0.01 * _noise(seed, len(t))
    for centre, width in formants:
        r = np.exp(-np.pi * width / RATE)
        out = signal.lfilter([1 - r], [1, -2 * r * np.cos(2 * np.pi * centre / RATE), r * r], out)
    return 0.3 * out / np.max(np.abs(out))


def hold_music():
    """A broken chord of decaying harmonic tones."""
    t = _time()
    out = np.zeros_like(t)
    for i, note in enumerate((261.63, 329.63, 392.0, 523.25)):
        start = int(i * 0.12 * RATE)
        tail = t[: len(t) - start]
        for harmonic in range(1, 6):
            out[start:] += np.exp(-3 * tail) * np.sin(2 * np.pi * note * harmonic * tail) / harmonic
    return 0.1 * out


def mulaw(samples):
    """µ-law bytes of ITU-T G.711 of samples in [-1, 1]."""
    s16 = np.clip(np.round(samples * 32_768), -32_635, 32_635).astype(int)
    magnitude = np.abs(s16) + 132
    exponent = np.floor(np.log2(magnitude)).astype(int) - 7
    mantissa = (magnitude >> (exponent + 3)) & 15
    return (~(np.where(s16 < 0, 128, 0) | exponent << 4 | mantissa) & 255).astype(np.uint8)


def from_mulaw(codes):
    bits = ~codes.astype(int) & 255
    magnitude = ((((bits & 15) << 3) + 132) << (bits >> 4 & 7)) - 132
    return np.where(bits & 128, -magnitude, magnitude) / 32_768


def upsample(samples, rate):
    """The product's resampler, said with scipy: 84 dB Kaiser, band edges 0.9 and 1.0 of the lower Nyquist."""
    divisor = np.gcd(rate, RATE)
    up, down = RATE // divisor, rate // divisor
    nyquist = 0.5 / max(up, down)
    half = (84 - 7.95) / (14.36 * 0.1 * nyquist) / 2
    t = np.arange(-int(half), int(half) + 1)
    window = np.i0(0.1102 * (84 - 8.7) * np.sqrt(1 - (t / half) ** 2)) / np.i0(0.1102 * (84 - 8.7))
    cutoff = 0.95 * nyquist
    taps = up * 2 * cutoff * np.sinc(2 * cutoff * t) * window
    out = signal.upfirdn(taps, samples, up, 1)[int(half) :: down]
    return out[: -(-len(samples) * up // down)]


def telephone():
    """8 kHz µ-law bytes of German speech, low-passed as a telephone line does."""
    wide = speech("de", "Guten Tag, mein Name ist Schneider", start=0.05, seconds=0.8)
    low = signal.sosfiltfilt(signal.butter(8, 3_400, fs=RATE, output="sos"), wide)
    return mulaw(np.interp(np.arange(int(0.8 * 8_000)) / 8_000, np.arange(len(low)) / RATE, low))


def signals():
    """Name -> samples."""
    n = len(_time())
    t = _time()
    male = speech("en-us", "Kids are talking by the door", p=35)
    male_formants = ((700, 90), (1_220, 110), (2_600, 170), (3_500, 250))
    clicks = np.zeros(n)
    clicks[1_500::2_205] = 0.8
    table = {
        "speech_male": male,
        "speech_female": speech("pl+f3", "Nie wiem co mam z tym zrobić", p=70, s=190),
        "speech_soft": 0.003 * male + 1e-4 * _noise(5, len(male)),
        "speech_in_noise": male + 0.05 * _noise(6, len(male)),
        "telephone_mulaw": upsample(from_mulaw(telephone()), 8_000),
        "vowel": vowel(110, male_formants, 1),
        "silence": np.zeros(n),
        "white_noise": 0.1 * _noise(3, n),
        "sweep": 0.5 * signal.chirp(t, 50, SECONDS, 11_000, method="logarithmic"),
        "clipping": np.clip(6 * vowel(180, male_formants, 2), -1, 1),
        "dc": np.full(n, 0.25),
        "hold_music": hold_music(),
        "mains_hum": 0.02 * np.sin(2 * np.pi * 50 * t) + 0.01 * np.sin(2 * np.pi * 150 * t) + 1e-4 * _noise(7, n),
        "clicks": clicks,
        "silence_then_speech": np.concatenate([np.zeros(n // 2), male[: n - n // 2]]),
    }
    return {name: samples.astype(np.float32) for name, samples in table.items()}
