// Where in the last window the model listened: bars over six seconds.

import { el, setAttribute, setText } from "../base/dom.js";
import { clock } from "../base/format.js";

export class AttentionStrip {
  #bars = el("div", { class: "attention-bars" });
  #from = el("span");
  #middle = el("span");
  #to = el("span");
  #image = el("div", { class: "attention", role: "img" }, this.#bars, el("div", { class: "attention-axis", "aria-hidden": "true" }, this.#from, this.#middle, this.#to));
  #none = el("p", { class: "note" }, "No window with speech yet.");

  /** name: whose voice it was. */
  constructor(name) {
    this.node = el(
      "section",
      { class: "panel attention-panel" },
      el("h3", {}, `Where the model listened: ${name}`),
      el("p", { class: "note" }, "Attention over the last scored window. Taller means that this moment counted more."),
      this.#image,
      this.#none,
    );
  }

  update(attention) {
    this.#none.hidden = attention !== null;
    this.#image.hidden = attention === null;
    if (attention === null) {
      return;
    }
    const { window, stepMs, weights } = attention;
    const most = Math.max(...weights, 1e-6);
    while (this.#bars.children.length > weights.length) {
      this.#bars.lastChild.remove();
    }
    while (this.#bars.children.length < weights.length) {
      this.#bars.append(el("i"));
    }
    weights.forEach((w, i) => {
      const share = w / most;
      const style = this.#bars.children[i].style;
      style.height = `${Math.max(4, 100 * share)}%`;
      style.opacity = 0.25 + 0.75 * share;
    });
    const start = Math.max(0, window.endMs - stepMs * weights.length);
    setText(this.#from, clock(start));
    setText(this.#middle, clock((start + window.endMs) / 2));
    setText(this.#to, clock(window.endMs));
    const peak = start + weights.indexOf(Math.max(...weights)) * stepMs;
    setAttribute(
      this.#image,
      "aria-label",
      `Attention from ${clock(start)} to ${clock(window.endMs)}, most at ${clock(peak)}`,
    );
  }
}
