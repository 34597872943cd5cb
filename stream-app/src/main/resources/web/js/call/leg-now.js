// One analysed leg: its present state, the summary, where the model listened, the last window.

import { el } from "../base/dom.js";
import { capital } from "../base/format.js";
import { AttentionStrip } from "../charts/attention.js";
import { Facts } from "./facts.js";
import { Now } from "./now.js";
import { Summary } from "./summary.js";

export class LegNow {
  #now = new Now();
  #summary = new Summary();
  #attention;
  #facts;

  constructor(leg) {
    const name = leg.role === "unknown" ? `Leg ${leg.legId}` : capital(leg.role);
    const whose = leg.role === "unknown" ? leg.legId : leg.role;
    this.#attention = new AttentionStrip(whose);
    this.#facts = new Facts(whose);
    this.top = el("section", { class: "leg-now", "aria-label": name }, el("h2", {}, name), this.#now.node, this.#summary.node);
    this.bottom = el("div", { class: "leg-more" }, this.#attention.node, this.#facts.node);
  }

  /** hovered: the point under the cursor, or null for the newest. */
  update(leg, hovered, together, nowMs) {
    this.#now.update(leg, hovered, nowMs);
    this.#summary.update(leg, together);
    this.#attention.update(leg.attention ?? null);
    this.#facts.update(leg);
  }
}
