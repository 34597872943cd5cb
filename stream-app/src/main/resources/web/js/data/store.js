// What a page knows: calls, their legs with the last two minutes, and alerts.

import { Alerts } from "./alerts.js";
import { addPoint, fromRows } from "./recent.js";

const SILENT_MS = 3000;

export class Store {
  /** callId → {callId, legs: Map of legId → leg, totals} */
  calls = new Map();
  alerts = new Alerts();
  #clockOffset = 0;
  #onWindow;

  /** onWindow(callId, legId, point) is told of each window, for pages that keep more of a call. */
  constructor(onWindow = () => {}) {
    this.#onWindow = onWindow;
  }

  /** The server's clock, now. */
  now() {
    return Date.now() + this.#clockOffset;
  }

  /**
   * Takes a message of the server in; returns {changed: ids of calls, or null for all; hole: whether
   * windows were left out; fired: the alert that is new}.
   */
  take(message) {
    if (message.nowMs !== undefined) {
      this.#clockOffset = message.nowMs - Date.now();
    }
    if (message.type === "snapshot") {
      this.#snapshot(message);
      return { changed: null, hole: true };
    }
    if (message.type === "events") {
      message.events.forEach((event) => this.#apply(event));
      return { changed: new Set(message.events.map((e) => e.callId)), hole: message.skipped > 0 };
    }
    if (message.type === "alert") {
      const fired = this.alerts.take(message.alert) ? message.alert : null;
      return { changed: new Set([message.alert.callId]), hole: false, fired };
    }
    return { changed: new Set(), hole: false };
  }

  /** Ids of the calls of which nothing has been heard for a while. */
  silent() {
    const before = this.now() - SILENT_MS;
    return [...this.calls.values()].filter((c) => [...c.legs.values()].some((l) => l.lastSeenMs < before)).map((c) => c.callId);
  }

  leg(callId, legId) {
    return this.calls.get(callId)?.legs.get(legId) ?? null;
  }

  #snapshot(message) {
    const before = this.calls;
    this.calls = new Map();
    for (const call of message.calls) {
      const legs = new Map();
      for (const leg of call.legs) {
        const known = before.get(call.callId)?.legs.get(leg.legId)?.recent ?? [];
        legs.set(leg.legId, { ...leg, recent: leg.recent ? fromRows(leg.recent) : known });
      }
      this.calls.set(call.callId, { callId: call.callId, legs, totals: call.totals ?? null });
    }
    this.alerts.reset(message.alerts);
  }

  #apply(event) {
    if (event.kind === "gone") {
      this.calls.delete(event.callId);
      this.alerts.forget(event.callId);
      return;
    }
    const call = this.calls.get(event.callId) ?? { callId: event.callId, legs: new Map(), totals: null };
    this.calls.set(event.callId, call);
    if (event.kind === "leg") {
      const recent = call.legs.get(event.leg.legId)?.recent ?? [];
      call.legs.set(event.leg.legId, { ...event.leg, recent });
    } else if (event.kind === "call") {
      call.totals = event.totals;
    } else if (event.kind === "window") {
      this.#window(call.legs.get(event.legId), event);
    }
  }

  #window(leg, event) {
    if (!leg) {
      return;
    }
    leg.lastSeenMs = this.now();
    addPoint(leg.recent, event.point);
    if (!leg.current || leg.current.window.endMs <= event.point.window.endMs) {
      leg.current = event.point;
      leg.attention = event.attention ?? leg.attention;
    }
    this.#onWindow(event.callId, event.legId, event.point);
  }
}
