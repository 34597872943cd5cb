// All windows of one call, leg by leg, on the call's clock.

import { get } from "./api.js";

/** Points kept of a leg: two hours at one a second. */
const MOST = 7200;

export class Timeline {
  #callId;
  /** legId → Map of endMs → point */
  #legs = new Map();

  constructor(callId) {
    this.#callId = callId;
  }

  add(legId, point) {
    const points = this.#legs.get(legId) ?? new Map();
    this.#legs.set(legId, points);
    points.set(point.window.endMs, point);
    if (points.size > MOST) {
      points.delete(points.keys().next().value);
    }
  }

  /** Adds what the server knows of the past; returns false if it does not know the call. */
  async fetch() {
    const past = await get(`/v1/calls/${encodeURIComponent(this.#callId)}/timeline`);
    for (const leg of past?.legs ?? []) {
      const newer = this.#legs.get(leg.legId) ?? new Map();
      this.#legs.set(leg.legId, new Map());
      leg.points.forEach((point) => this.add(leg.legId, point));
      newer.forEach((point) => this.add(leg.legId, point));
    }
    return past !== null;
  }

  /** The leg's points in order, their times moved by offsetMs. */
  points(legId, offsetMs) {
    const points = [...(this.#legs.get(legId)?.values() ?? [])].sort((a, b) => a.window.endMs - b.window.endMs);
    return offsetMs === 0 ? points : points.map((point) => ({ ...point, window: moved(point.window, offsetMs) }));
  }
}

function moved(window, offsetMs) {
  return { ...window, startMs: window.startMs + offsetMs, endMs: window.endMs + offsetMs };
}

/** How much later than the call's first leg this one began, in ms. */
export function offsetOf(call, leg) {
  const starts = [...call.legs.values()].map((l) => Date.parse(l.startedAt)).filter((t) => !Number.isNaN(t));
  const own = Date.parse(leg.startedAt);
  return Number.isNaN(own) ? 0 : own - Math.min(...starts);
}
