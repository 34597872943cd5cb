// One polite live region. It speaks of what somebody should act on, and never more often than
// every few seconds, so that a screen reader is not talked over by the calls.

import { el } from "../base/dom.js";

const LEAST_MS = 6000;

export class Announcer {
  #region = el("p", { class: "spoken", role: "status" });
  #waiting = [];
  #timer = null;

  constructor() {
    document.body.append(this.#region);
  }

  say(text) {
    this.#waiting.push(text);
    if (this.#timer === null) {
      this.#speak();
    }
  }

  #speak() {
    const [first, ...others] = this.#waiting;
    this.#waiting = [];
    this.#timer = null;
    if (first !== undefined) {
      this.#region.textContent = others.length === 0 ? first : `${first} And ${others.length} more.`;
      this.#timer = setTimeout(() => this.#speak(), LEAST_MS);
    }
  }
}
