// One alert: what was found, for how long, who sees to it.

import { el, setAttribute, setText } from "../base/dom.js";
import { sign } from "../base/emotions.js";
import { ago, clock, percent } from "../base/format.js";
import { acknowledge, heldMs } from "../data/alerts.js";

export class AlertCard {
  #message = el("p", { class: "feed-message" });
  #when = el("span", { class: "feed-when" });
  #facts = el("p", { class: "feed-facts" });
  #call = el("a", { class: "feed-call" });
  #state = el("p", { class: "feed-state" });
  #button = el("button", { type: "button", class: "quiet-button", on: { click: () => this.#acknowledge() } }, "Acknowledge");
  #alert;
  #failed = false;

  constructor(alert) {
    this.#alert = alert;
    this.#call.href = `/call.html#${encodeURIComponent(alert.callId)}`;
    this.node = el(
      "li",
      { class: "feed-item" },
      el("div", { class: "feed-head" }, sign(alert.label), this.#message, this.#when),
      this.#facts,
      el("div", { class: "feed-act" }, this.#button, this.#state, this.#call),
    );
  }

  /** name: what the call is called. */
  update(alert, name, nowMs) {
    this.#alert = alert;
    setAttribute(this.node, "data-state", alert.state);
    setText(this.#message, alert.message);
    setText(this.#when, ago(nowMs - Date.parse(alert.startsAt)));
    setText(this.#facts, facts(alert));
    setText(this.#call, name);
    this.#button.hidden = alert.state !== "firing";
    setAttribute(this.#button, "aria-label", `Acknowledge: ${alert.message}, ${name}`);
    if (alert.state !== "firing" || !this.#failed) {
      setText(this.#state, state(alert));
    }
  }

  async #acknowledge() {
    this.#button.disabled = true;
    try {
      await acknowledge(this.#alert);
      this.#failed = false;
    } catch (e) {
      this.#failed = true;
      setText(this.#state, e.message);
    } finally {
      this.#button.disabled = false;
    }
  }
}

function facts(alert) {
  const parts = [
    alert.queue,
    alert.agentId,
    `${clock(heldMs(alert))} of audio`,
    `mean ${percent(alert.probability)}`,
    alert.escalated ? "escalated" : null,
  ];
  return parts.filter(Boolean).join(" · ");
}

function state(alert) {
  const by = alert.acknowledged?.by;
  const seen = alert.acknowledged ? `Seen${by ? ` by ${by}` : ""}` : null;
  return alert.state === "resolved" ? ["Over", seen].filter(Boolean).join(" · ") : (seen ?? "");
}
