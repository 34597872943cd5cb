// The last two minutes of a leg, small enough to keep for hundreds of legs.

import { EMOTIONS } from "../base/emotions.js";

export const RECENT_MS = 120_000;

/** From the snapshot's rows [endMs, five probabilities] or [endMs]. */
export function fromRows(rows) {
  return (rows ?? []).map(([endMs, ...p]) => ({ endMs, p: p.length > 0 ? p : null }));
}

/** Adds a point to the list, or replaces the one of the same window. */
export function addPoint(recent, point) {
  if (point.emotion === null && point.abstained === null) {
    return; // The window's emotion event has not come yet.
  }
  const endMs = point.window.endMs;
  const entry = { endMs, p: point.emotion ? EMOTIONS.map((e) => point.emotion.probabilities[e]) : null };
  let at = recent.length;
  while (at > 0 && recent[at - 1].endMs >= endMs) {
    at--;
  }
  recent.splice(at, recent[at]?.endMs === endMs ? 1 : 0, entry);
  while (recent[0].endMs < recent.at(-1).endMs - RECENT_MS) {
    recent.shift();
  }
}

/** Mean probability of one emotion over the last spanMs, 0 if nothing was scored in it. */
export function meanOf(recent, emotion, spanMs) {
  const index = EMOTIONS.indexOf(emotion);
  const from = (recent.at(-1)?.endMs ?? 0) - spanMs;
  const scored = recent.filter((r) => r.p !== null && r.endMs > from);
  return scored.reduce((sum, r) => sum + r.p[index], 0) / Math.max(1, scored.length);
}
