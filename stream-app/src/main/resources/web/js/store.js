// What the page knows: calls, their legs, and the points of the chosen leg.

/** Points kept of the chosen leg, as many as the server keeps by default. */
const MAX_POINTS = 1800;

export class Store {
  /** callId → {callId, legs: Map of legId → leg} */
  calls = new Map();
  /** Points of the followed leg by the end of their window. */
  points = new Map();
  #followed = null;
  #clockOffset = 0;

  /** The server's clock, now. */
  now() {
    return Date.now() + this.#clockOffset;
  }

  /** Takes a message of the server in; returns whether the followed leg's history has a hole. */
  take(message) {
    if (message.nowMs !== undefined) {
      this.#clockOffset = message.nowMs - Date.now();
    }
    if (message.type === "snapshot") {
      this.calls = new Map(message.calls.map((call) => [call.callId, fromServer(call)]));
      return true;
    }
    if (message.type === "events") {
      message.events.forEach((event) => this.#apply(event));
      return message.skipped > 0;
    }
    return false;
  }

  #apply(event) {
    if (event.kind === "gone") {
      this.calls.delete(event.callId);
      return;
    }
    const call = this.calls.get(event.callId) ?? { callId: event.callId, legs: new Map() };
    this.calls.set(event.callId, call);
    if (event.kind === "leg") {
      call.legs.set(event.leg.legId, event.leg);
    } else if (event.kind === "window") {
      this.#window(call.legs.get(event.legId), event);
    }
  }

  #window(leg, event) {
    if (!leg) {
      return;
    }
    leg.lastSeenMs = this.now();
    if (!leg.current || leg.current.window.endMs <= event.point.window.endMs) {
      leg.current = event.point;
      leg.attention = event.attention ?? leg.attention;
    }
    if (this.#followed === key(event.callId, event.legId)) {
      this.#keep([event.point]);
    }
  }

  /** From now on keeps the points of this leg. */
  follow(callId, legId) {
    const followed = key(callId, legId);
    if (this.#followed !== followed) {
      this.#followed = followed;
      this.points = new Map();
    }
  }

  /** Adds what the server knows of the followed leg's past. */
  history(callId, timeline) {
    for (const leg of timeline?.legs ?? []) {
      if (this.#followed === key(callId, leg.legId)) {
        this.#keep(leg.points);
      }
    }
  }

  #keep(points) {
    for (const point of points) {
      this.points.set(point.window.endMs, point);
    }
    if (this.points.size > MAX_POINTS) {
      const oldest = this.timeline().slice(0, this.points.size - MAX_POINTS);
      oldest.forEach((point) => this.points.delete(point.window.endMs));
    }
  }

  /** The followed leg's points in order. */
  timeline() {
    return [...this.points.values()].sort((a, b) => a.window.endMs - b.window.endMs);
  }

  leg(callId, legId) {
    return this.calls.get(callId)?.legs.get(legId) ?? null;
  }
}

function key(callId, legId) {
  return `${callId}/${legId}`;
}

function fromServer(call) {
  return { callId: call.callId, legs: new Map(call.legs.map((leg) => [leg.legId, leg])) };
}
