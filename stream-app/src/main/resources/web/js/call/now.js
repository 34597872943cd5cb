// The present state of the chosen leg: the word, how sure the model is, and all five probabilities.

import { el, setText } from "../base/dom.js";
import { EMOTIONS, shape } from "../base/emotions.js";
import { capital, clock, percent } from "../base/format.js";
import { present } from "../data/present.js";

export class Now {
  #shape = el("span", { class: "now-shape" });
  #label = el("p", { class: "now-label" });
  #word = el("p", { class: "now-word" });
  #confidence = el("p", { class: "now-confidence" });
  #when = el("h3", { class: "now-when" });
  #rows = EMOTIONS.map(row);
  #shown = undefined;

  constructor() {
    this.node = el(
      "div",
      { class: "now" },
      el("div", { class: "now-main" }, this.#shape, el("div", {}, this.#label, this.#word, this.#confidence)),
      el("div", { class: "now-all" }, this.#when, el("ul", {}, ...this.#rows.map((r) => r.node))),
    );
  }

  /** hovered: the point under the cursor, or null for the newest. */
  update(leg, hovered, nowMs) {
    const now = present(leg, nowMs);
    setText(this.#word, now.word);
    setText(
      this.#confidence,
      now.shape
        ? `${percent(leg.current.emotion.confidence)} confidence${now.unsure ? ": unsure" : ""}`
        : now.note || "so there is no estimate",
    );
    this.node.classList.toggle("unsure", now.unsure === true || now.shape === null);
    if (this.#shown !== now.shape) {
      this.#shape.replaceChildren(shape(now.shape));
      this.#shown = now.shape;
    }
    const point = hovered ?? leg.current;
    const when = leg.state === "ended" ? "At the end" : "Now";
    setText(this.#label, when);
    setText(this.#when, hovered ? `At ${clock(hovered.window.endMs)}` : "All five");
    this.#rows.forEach((r, i) => r.update(point?.emotion?.probabilities[EMOTIONS[i]]));
  }
}

function row(emotion) {
  const value = el("span", { class: "p-value" });
  const fill = el("i", { class: `e-${emotion}` });
  const node = el(
    "li",
    {},
    shape(emotion),
    el("span", { class: "p-name" }, capital(emotion)),
    el("span", { class: "p-bar", "aria-hidden": "true" }, fill),
    value,
  );
  return {
    node,
    update(p) {
      setText(value, p === undefined ? "–" : percent(p));
      fill.style.width = `${100 * (p ?? 0)}%`;
    },
  };
}
