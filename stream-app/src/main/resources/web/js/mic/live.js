// What one sees while speaking.

import { el, setText } from "../base/dom.js";
import { clock } from "../base/format.js";
import { Spark } from "../charts/spark.js";
import { Now } from "../call/now.js";
import { position } from "../data/calls.js";
import { Meter } from "./meter.js";

const WAITING = { current: null, state: "live", recent: [] };

export class Live {
  #now = new Now();
  #spark = new Spark({ class: "mic-spark", role: "img", "aria-label": "The last two minutes" });
  #time = el("span", { class: "mic-time" });
  #state = el("h2", {}, "Listening");
  meter = new Meter();

  constructor(root, callId, stop) {
    const button = el("button", { type: "button", class: "primary", id: "mic-stop", on: { click: stop } }, "Stop");
    this.button = button;
    root.replaceChildren(
      el("div", { class: "mic-head" }, this.#state, this.#time, button),
      this.meter.node,
      this.#now.node,
      el("div", { class: "mic-card" }, this.#spark.node, el("p", { class: "note" }, "The last two minutes: up friendly and cheerful, down unfriendly and sad.")),
      // Leaving this page would end the call.
      el("p", {}, el("a", { href: `/call.html#${encodeURIComponent(callId)}`, target: "_blank", rel: "noopener" }, "Everything about this call (in a new tab)")),
    );
  }

  update(leg, nowMs) {
    const shown = leg ?? { ...WAITING, lastSeenMs: nowMs };
    this.#now.update(shown, null, nowMs);
    setText(this.#time, clock(position(shown)));
    this.#spark.measure();
    this.#spark.draw(shown.recent);
  }

  over() {
    setText(this.#state, "Stopped");
    this.button.hidden = true;
    this.meter.node.hidden = true;
  }
}
