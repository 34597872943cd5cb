// The one thing to look at: what the customer's voice expresses, and how the last minutes went.

import { el, setText } from "../base/dom.js";
import { shape } from "../base/emotions.js";
import { capital, clock, percent } from "../base/format.js";
import { Spark } from "../charts/spark.js";
import { position, quiet, title } from "../data/calls.js";
import { Calm } from "./calm.js";
import { hint } from "./hints.js";

export class Glance {
  #calm = new Calm();
  #title = el("h1", { class: "glance-call" });
  #time = el("span", { class: "glance-time" });
  #shape = el("span", { class: "glance-shape" });
  #word = el("p", { class: "glance-word" });
  #sure = el("p", { class: "note" });
  #spark = new Spark({ class: "glance-spark", role: "img", "aria-label": "The last two minutes" });
  #hintTitle = el("h2");
  #hintText = el("p");
  #hint = el("section", { class: "glance-hint", role: "status" });
  #shown = undefined;

  constructor() {
    this.node = el(
      "div",
      { class: "glance", hidden: true },
      el("div", { class: "glance-head" }, this.#title, this.#time),
      el("p", { class: "note" }, "The customer’s voice expresses"),
      el("div", { class: "glance-now" }, this.#shape, el("div", {}, this.#word, this.#sure)),
      this.#hint,
      el(
        "figure",
        {},
        this.#spark.node,
        el("figcaption", { class: "note" }, el("span", {}, "−2 min"), el("span", {}, "up friendly, down unfriendly"), el("span", {}, "now")),
      ),
    );
  }

  update(call, leg, alert, nowMs) {
    const { label, p } = this.#calm.of(leg.recent);
    const silent = quiet(leg, nowMs) > 0;
    const known = silent ? null : label;
    setText(this.#title, title(call));
    setText(this.#time, clock(position(leg)));
    setText(this.#word, silent ? "No signal" : label ? capital(label) : "Listening");
    setText(this.#sure, known ? `${percent(p)} confidence` : "no speech to go by");
    this.node.classList.toggle("unsure", known === null || p < 0.4);
    if (this.#shown !== known) {
      this.#shape.replaceChildren(shape(known));
      this.#shown = known;
    }
    this.#showHint(alert);
    this.#spark.measure();
    this.#spark.draw(leg.recent);
  }

  #showHint(alert) {
    if (alert === null) {
      this.#hint.replaceChildren();
      return;
    }
    setText(this.#hintTitle, alert.message);
    setText(this.#hintText, hint(alert));
    if (!this.#hint.hasChildNodes()) {
      this.#hint.append(this.#hintTitle, this.#hintText);
    }
  }
}
