// The connection in words, and a notice when what is shown stands still.

import { el, setText } from "../base/dom.js";

const SOURCES = {
  connecting: "The server is connecting to Kafka.",
  catching_up: "The server is reading what happened before it started.",
  unreachable: "The server cannot reach Kafka. What is shown stands still; it keeps trying.",
};

const WORDS = {
  connecting: "Connecting",
  live: "Live",
  waiting: "Reconnecting",
  token: "Sign-in needed",
  forbidden: "No access",
  expired: "Signed out",
};

export class Status {
  #word = el("span", { class: "status-word", role: "status" });
  #wait = el("span", { class: "status-wait", "aria-hidden": "true" });
  #notice;
  #node;
  #retryAt = 0;

  constructor(node, notice) {
    this.#node = node;
    this.#notice = notice;
    node.append(el("span", { class: "status-dot", "aria-hidden": "true" }), this.#word, this.#wait);
    setInterval(() => this.#countDown(), 250);
  }

  connection(state, retryAtMs = 0) {
    this.#retryAt = state === "waiting" ? retryAtMs : 0;
    this.#node.dataset.state = state;
    setText(this.#word, WORDS[state]);
    this.#countDown();
    if (state === "waiting") {
      this.#say("The connection to the server is lost. What is shown stands still until it is back.");
    } else if (state !== "connecting") {
      this.#say(null);
    }
  }

  source(state) {
    if (state) {
      this.#say(SOURCES[state] ?? null);
    }
  }

  #countDown() {
    const seconds = Math.max(1, Math.ceil((this.#retryAt - Date.now()) / 1000));
    setText(this.#wait, this.#retryAt ? ` in ${seconds}\u202fs` : "");
  }

  #say(text) {
    this.#notice.hidden = text === null;
    setText(this.#notice, text ?? "");
    document.body.classList.toggle("stale", text !== null);
  }
}
