// The level of the microphone, so that one sees that it hears.

import { el, setAttribute, setText } from "../base/dom.js";

const FLOOR_DB = -60;
const SOFT_DB = -45;
const HOT_DB = -3;

export class Meter {
  #fill = el("i");
  #bar = el("div", { class: "meter", role: "meter", "aria-label": "Microphone level", "aria-valuemin": FLOOR_DB, "aria-valuemax": 0 }, this.#fill);
  #word = el("span", { class: "note" });
  node = el("div", { class: "meter-row" }, this.#bar, this.#word);

  /** level: root mean square, 0 to 1 */
  update(level) {
    const db = Math.max(FLOOR_DB, 20 * Math.log10(Math.max(level, 1e-6)));
    this.#fill.style.width = `${100 * (1 - db / FLOOR_DB)}%`;
    setAttribute(this.#bar, "aria-valuenow", Math.round(db));
    this.#bar.classList.toggle("hot", db > HOT_DB);
    setText(this.#word, db > HOT_DB ? "Too loud" : db < SOFT_DB ? "Quiet" : "Good level");
  }
}
