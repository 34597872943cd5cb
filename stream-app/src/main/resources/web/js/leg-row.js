// One leg in the list: who speaks, what is expressed now, how sure the model is.

import { el, setAttribute, setText } from "./dom.js";
import { dropped, quiet } from "./calls.js";
import { EMOTIONS, shape } from "./emotions.js";
import { capital, percent, span } from "./format.js";

/** Below this the likeliest emotion is hardly likelier than the others, and the page says so. */
const UNSURE_BELOW = 0.4;

/** The words and the shape for a leg's present state. */
export function present(leg, nowMs) {
  if (dropped(leg)) {
    return { word: "Not analysed", note: `policy ${leg.policy.policy ?? ""}`.trim(), shape: null };
  }
  const silent = quiet(leg, nowMs);
  if (silent) {
    return { word: "Nothing heard", note: `for ${span(silent)}`, shape: null };
  }
  const current = leg.current;
  if (!current) {
    return { word: leg.state === "ended" ? "No speech" : "Listening", note: "", shape: null };
  }
  if (!current.emotion) {
    return { word: current.abstained === "no_speech" ? "No speech" : "No estimate", note: "", shape: null };
  }
  const { label, confidence } = current.emotion;
  const unsure = confidence < UNSURE_BELOW;
  const sure = unsure ? `unsure, ${percent(confidence)}` : percent(confidence);
  return { word: capital(label), note: leg.state === "ended" ? "at the end" : sure, shape: label, unsure };
}

export class LegRow {
  #role = el("span", { class: "leg-role" });
  #shape = el("span", { class: "leg-shape" });
  #word = el("span", { class: "leg-word" });
  #note = el("span", { class: "leg-note" });
  #parts = EMOTIONS.map((e) => el("i", { class: `e-${e}` }));
  #bar = el("span", { class: "mini", "aria-hidden": "true" }, ...this.#parts);
  #shown = undefined;

  constructor(callId, leg, choose) {
    this.callId = callId;
    this.legId = leg.legId;
    this.inert = dropped(leg);
    const content = [this.#role, this.#shape, this.#word, this.#note, this.#bar];
    this.node = this.inert
      ? el("div", { class: "leg leg-dropped" }, ...content)
      : el("button", { class: "leg", type: "button", on: { click: () => choose(this) } }, ...content);
  }

  update(leg, chosen, nowMs) {
    const now = present(leg, nowMs);
    setText(this.#role, capital(leg.role === "unknown" ? leg.legId : leg.role));
    setText(this.#word, now.word);
    setText(this.#note, now.note);
    this.node.classList.toggle("unsure", now.unsure === true || now.shape === null);
    if (this.#shown !== now.shape) {
      this.#shape.replaceChildren(shape(now.shape));
      this.#shown = now.shape;
    }
    const p = now.shape ? leg.current.emotion.probabilities : null;
    this.#bar.hidden = p === null;
    this.#parts.forEach((part, i) => {
      part.style.flexGrow = p ? p[EMOTIONS[i]] : 0;
    });
    if (!this.inert) {
      setAttribute(this.node, "aria-current", chosen ? "true" : null);
    } else {
      setAttribute(this.node, "title", leg.policy.reason);
    }
  }
}
