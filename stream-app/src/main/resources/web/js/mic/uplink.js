// Sends the audio to the server as a live call: a JSON start, the audio, a JSON stop.

import { openSocket } from "../data/api.js";

/** More than this waiting to be sent, and the network is too slow for live audio. */
const MOST_WAITING_BYTES = 512 * 1024;

export class Uplink {
  #socket;
  #stopped = false;

  /** listener: {started(), ended(reason)}; reason is null after a clean end. */
  constructor(callId, sampleRate, listener) {
    this.#socket = openSocket("/v1/ingest/raw");
    this.#socket.onopen = () => this.#socket.send(JSON.stringify(start(callId, sampleRate)));
    this.#socket.onmessage = ({ data }) => this.#heard(JSON.parse(data), listener);
    this.#socket.onclose = ({ reason }) => listener.ended(this.#stopped ? null : (this.#error ?? (reason || "The connection was lost.")));
  }

  #error = null;
  #ready = false;

  send(bytes) {
    if (!this.#ready || this.#stopped) {
      return;
    }
    if (this.#socket.bufferedAmount > MOST_WAITING_BYTES) {
      this.#error = "The network is too slow for live audio.";
      this.#socket.close();
    } else {
      this.#socket.send(bytes);
    }
  }

  stop() {
    this.#stopped = true;
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify({ type: "stop" }));
    } else {
      this.#socket.close();
    }
  }

  #heard(message, listener) {
    if (message.type === "started") {
      this.#ready = true;
      listener.started();
    } else if (message.type === "stopped") {
      this.#socket.close();
    } else if (message.type === "error") {
      this.#error = message.message;
    }
  }
}

function start(callId, sampleRate) {
  return {
    type: "start",
    callId,
    legId: "voice",
    role: "customer",
    encoding: "s16le",
    sampleRate,
    consent: "granted",
    attributes: { source: "microphone", title: "Microphone" },
  };
}
