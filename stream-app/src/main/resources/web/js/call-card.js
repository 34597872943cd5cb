// One call in the list.

import { el, setAttribute, setText } from "./dom.js";
import { duration, dropped, ended, synthetic, title, told } from "./calls.js";
import { clock } from "./format.js";
import { LegRow } from "./leg-row.js";

export class CallCard {
  #id = el("span", { class: "call-id" });
  #time = el("span", { class: "call-time" });
  #queue = el("span", { class: "call-queue" });
  #state = el("span", { class: "tag" });
  #synthetic = el("span", { class: "tag tag-synthetic", hidden: true }, "Synthetic");
  #legs = el("ul", { class: "legs" });
  #rows = new Map();
  #choose;

  constructor(callId, choose) {
    this.#choose = choose;
    this.node = el(
      "li",
      { class: "call", "aria-label": `Call ${callId}` },
      el("div", { class: "call-head" }, this.#id, this.#time),
      el("div", { class: "call-tags" }, this.#state, this.#synthetic, this.#queue),
      this.#legs,
    );
  }

  update(call, selection, nowMs) {
    const over = ended(call);
    this.node.classList.toggle("call-ended", over);
    setText(this.#time, clock(duration(call)));
    setText(this.#id, title(call));
    setAttribute(this.#id, "title", call.callId);
    setText(this.#queue, told(call, "queue") ? `Queue ${told(call, "queue")}` : "");
    setText(this.#state, over ? "Ended" : "Live");
    this.#state.classList.toggle("tag-live", !over);
    this.#synthetic.hidden = !synthetic(call);
    const order = (leg) => (leg.role === "customer" ? 0 : 1);
    const legs = [...call.legs.values()].sort(
      (a, b) => order(a) - order(b) || a.legId.localeCompare(b.legId),
    );
    legs.forEach((leg, i) => {
      const row = this.#row(call, leg);
      const item = row.node.parentNode;
      if (this.#legs.children[i] !== item) {
        this.#legs.insertBefore(item, this.#legs.children[i] ?? null);
      }
      row.update(leg, selection?.callId === call.callId && selection.legId === leg.legId, nowMs);
    });
  }

  #row(call, leg) {
    const before = this.#rows.get(leg.legId);
    if (before && before.inert === dropped(leg)) {
      return before;
    }
    before?.node.parentNode.remove();
    const row = new LegRow(call.callId, leg, this.#choose);
    el("li", {}, row.node);
    this.#rows.set(leg.legId, row);
    return row;
  }
}
