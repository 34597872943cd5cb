"""Active speech level by ITU-T P.56, method B, sample by sample: the reference for the Java code."""

import numpy as np
from scipy import signal

MARGIN_DB, TIME_CONSTANT, HANGOVER = 15.9, 0.03, 0.2


def active_level(samples, rate):
    """(active level in dBov, activity factor)."""
    x = samples.astype(np.float64)
    g = np.exp(-1 / (rate * TIME_CONSTANT))
    p = signal.lfilter([1 - g], [1, -g], np.abs(x))
    q = signal.lfilter([1 - g], [1, -g], p)
    hang = int(np.ceil(HANGOVER * rate))
    energy = np.sum(x**2)
    last = None
    for j in range(15):
        threshold = 0.5 ** (15 - j)
        above = np.flatnonzero(q >= threshold)
        if not len(above):
            break
        ends = np.append(above[1:], len(x))
        active = np.sum(np.minimum(ends - above, hang + 1))
        level = 10 * np.log10(energy / active)
        distance = level - 20 * np.log10(threshold)
        if distance <= MARGIN_DB:
            if last:
                share = (last[1] - MARGIN_DB) / (last[1] - distance)
                level = last[0] + share * (level - last[0])
            break
        last = (level, distance)
    long_term = 10 * np.log10(energy / len(x))
    return level, 10 ** ((long_term - level) / 10)
