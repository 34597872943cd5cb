// The name of the call, and how long it has been going on.

import { el, setText } from "../base/dom.js";
import { clock } from "../base/format.js";
import { duration, ended, synthetic, title, told } from "../data/calls.js";
import { downloads } from "./downloads.js";

export class Head {
  #title = el("h1");
  #call = el("p", { class: "detail-call" });
  #time = el("p", { class: "detail-time" });
  #synthetic = el("p", { class: "tag tag-synthetic", hidden: true }, "Synthetic voices");

  constructor(callId) {
    setText(this.#title, callId);
    this.node = el(
      "div",
      { class: "detail-head" },
      el("a", { class: "back", href: "/" }, "← Wall"),
      el("div", { class: "detail-title" }, this.#title, this.#synthetic, this.#time),
      el("div", { class: "detail-line" }, this.#call, downloads(callId)),
    );
  }

  update(call) {
    const over = ended(call);
    const named = title(call) !== call.callId;
    const [queue, agent] = [told(call, "queue"), told(call, "agentId")];
    const parts = [
      named ? `Call ${call.callId}` : null,
      queue ? `queue ${queue}` : null,
      agent ? `with ${agent}` : null,
    ];
    setText(this.#title, title(call));
    setText(this.#call, parts.filter(Boolean).join(" · "));
    setText(this.#time, `${over ? "Ended at" : "Live"} ${clock(duration(call))}`);
    this.#time.classList.toggle("is-live", !over);
    this.#synthetic.hidden = !synthetic(call);
  }
}
