// Who is signed in, the way out, and a word before the token runs out.

import { el, setText } from "../base/dom.js";
import { access, forgetToken, token } from "../data/session.js";

const WARN_MS = 120_000;

export class Account {
  #name = el("span", { class: "account-name" });
  #left = el("span", { class: "account-left", role: "status" });
  node = el(
    "p",
    { class: "account", hidden: true },
    this.#left,
    this.#name,
    el("button", { type: "button", class: "quiet-button", on: { click: signOut } }, "Sign out"),
  );

  constructor() {
    setInterval(() => this.update(), 5000);
  }

  update() {
    this.node.hidden = token() === null;
    const { subject, expiresAtMs } = access();
    setText(this.#name, subject ?? "");
    const leftMs = expiresAtMs === null ? Infinity : expiresAtMs - Date.now();
    setText(this.#left, leftMs < WARN_MS ? "Your sign-in ends soon" : "");
  }
}

function signOut() {
  forgetToken();
  location.assign("/");
}
