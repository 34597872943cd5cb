// The alerts that the server tells of, and what follows from one.

import { post } from "./api.js";

const STATES = ["firing", "acknowledged", "resolved"];
const SEVERITIES = ["critical", "warning", "info"];

export class Alerts {
  /** callId → Map of alertId → alert */
  #byCall = new Map();

  reset(alerts) {
    this.#byCall = new Map();
    (alerts ?? []).forEach((alert) => this.take(alert));
  }

  /** Takes in an alert's new state; returns whether it is one that fires anew. */
  take(alert) {
    const ofCall = this.#byCall.get(alert.callId) ?? new Map();
    this.#byCall.set(alert.callId, ofCall);
    const known = ofCall.has(alert.alertId);
    ofCall.set(alert.alertId, alert);
    return alert.state === "firing" && !known;
  }

  forget(callId) {
    this.#byCall.delete(callId);
  }

  all() {
    return [...this.#byCall.values()].flatMap((ofCall) => [...ofCall.values()]).sort(byUrgency);
  }

  ofCall(callId) {
    return [...(this.#byCall.get(callId)?.values() ?? [])].sort(byUrgency);
  }

  /** The alert of this call that most needs somebody, or null if none is open. */
  open(callId) {
    return this.#byCall.has(callId) ? (this.ofCall(callId).find(isOpen) ?? null) : null;
  }
}

/** Firing first, then acknowledged, then resolved; the graver first, then the latest. */
export function byUrgency(a, b) {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.startsAt.localeCompare(a.startsAt)
  );
}

export function isOpen(alert) {
  return alert.state !== "resolved";
}

/** How long the leg has sounded so, in ms of its audio. */
export function heldMs(alert) {
  return Math.max(0, (alert.endMs ?? alert.startMs) - alert.startMs);
}

/** Tells the server that somebody sees to it; throws with the server's words if it refuses. */
export function acknowledge(alert, note) {
  return post(`/v1/alerts/${encodeURIComponent(alert.alertId)}/acknowledge`, { note: note || null });
}
