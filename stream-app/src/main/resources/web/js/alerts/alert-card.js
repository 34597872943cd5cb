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
  #note = el("input", { type: "text", class: "feed-note", maxlength: "1000", placeholder: "Note (optional)", autocomplete: "off" });
  #button = el("button", { type: "submit", class: "quiet-button" }, "Acknowledge");
  #form = el("form", { class: "feed-form", on: { submit: (e) => this.#acknowledge(e) } }, this.#note, this.#button);
  #alert;
  #failed = false;

  constructor(alert) {
    this.#alert = alert;
    this.#call.href = `/call.html#${encodeURIComponent(alert.callId)}`;
    this.node = el(
      "li",
      { class: "feed-item" },
      el("div", { class: "feed-head" }, sign(alert.label), this.#message),
      this.#facts,
      el("div", { class: "feed-act" }, this.#form, this.#call, el("div", { class: "feed-meta" }, this.#state, this.#when)),
    );
  }

  /** name: what the call is called. */
  update(alert, name, nowMs) {
    this.#alert = alert;
    setAttribute(this.node, "data-state", alert.state);
    setText(this.#message, alert.message);
    setText(this.#when, when(alert, nowMs));
    setText(this.#facts, facts(alert));
    setText(this.#call, name);
    this.#form.hidden = alert.state !== "firing";
    setAttribute(this.#note, "aria-label", `Note for: ${alert.message}, ${name}`);
    setAttribute(this.#button, "aria-label", `Acknowledge: ${alert.message}, ${name}`);
    if (alert.state !== "firing" || !this.#failed) {
      setText(this.#state, state(alert));
    }
  }

  async #acknowledge(event) {
    event.preventDefault();
    this.#button.disabled = true;
    try {
      await acknowledge(this.#alert, this.#note.value.trim());
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

/** Since when it holds, or how long it has been over. */
function when(alert, nowMs) {
  return alert.state === "resolved" ? `Ended ${ago(nowMs - Date.parse(alert.endsAt ?? alert.startsAt))}` : ago(nowMs - Date.parse(alert.startsAt));
}

function state(alert) {
  const by = alert.acknowledged?.by;
  const note = alert.acknowledged?.note;
  return alert.acknowledged ? `Seen${by ? ` by ${by}` : ""}${note ? `: ${note}` : ""}` : "";
}
