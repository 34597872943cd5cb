// The WebSocket, kept alive: reconnects with growing waits and subscribes again.

import { Forbidden, get, openSocket, TokenNeeded } from "./api.js";
import { learn } from "./session.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
const TOKEN_EXPIRED = 4401;

/**
 * Reports through listener: {message(json), state(name, retryAtMs)} with the states
 * "connecting", "live", "waiting", "token", "forbidden" and "expired".
 */
export class Stream {
  #listener;
  #subscription;
  #socket = null;
  #failures = 0;
  #greeted = false;
  #heartbeatMs = 5000;
  #heardAt = 0;
  #retry = null;

  /** subscription: what to ask for, such as {calls: ["*"]}. */
  constructor(subscription, listener) {
    this.#subscription = subscription;
    this.#listener = listener;
    setInterval(() => this.#watch(), 1000);
    addEventListener("online", () => this.now());
  }

  /** Connects at once, whatever the wait. */
  now() {
    if (this.#socket === null) {
      this.#open();
    }
  }

  #open() {
    clearTimeout(this.#retry);
    this.#listener.state("connecting");
    const socket = openSocket("/v1/stream");
    this.#socket = socket;
    this.#heardAt = Date.now();
    socket.onmessage = (event) => this.#heard(socket, JSON.parse(event.data));
    socket.onclose = (event) => this.#closed(socket, event.code);
  }

  #heard(socket, message) {
    this.#heardAt = Date.now();
    if (message.type === "hello") {
      this.#failures = 0;
      this.#greeted = true;
      this.#heartbeatMs = message.heartbeatMs;
      learn(message.access);
      socket.send(JSON.stringify({ type: "subscribe", ...this.#subscription }));
      this.#listener.state("live");
    }
    this.#listener.message(message);
  }

  /** A connection that died without a word is known by its silence. */
  #watch() {
    if (this.#socket !== null && Date.now() - this.#heardAt > 2.5 * this.#heartbeatMs) {
      const silent = this.#socket;
      silent.close();
      this.#closed(silent, 0);
    }
  }

  async #closed(socket, code) {
    if (this.#socket !== socket) {
      return;
    }
    this.#socket = null;
    if (code === TOKEN_EXPIRED) {
      this.#listener.state("expired");
      return;
    }
    const grown = FIRST_WAIT_MS * 2 ** Math.min(this.#failures++, 6);
    const wait = Math.min(LONGEST_WAIT_MS, grown) * (0.8 + 0.4 * Math.random());
    this.#listener.state("waiting", Date.now() + wait);
    this.#retry = setTimeout(() => this.now(), wait);
    const refusal = this.#failures > 1 || !this.#greeted ? await refused() : null;
    if (refusal !== null) {
      clearTimeout(this.#retry);
      this.#listener.state(refusal);
    }
  }
}

/** A browser does not tell why a handshake failed, but a request does: the state, null if not refused. */
async function refused() {
  try {
    await get("/v1/calls?state=live&limit=1");
    return null;
  } catch (e) {
    return e instanceof TokenNeeded ? "token" : e instanceof Forbidden ? "forbidden" : null;
  }
}
