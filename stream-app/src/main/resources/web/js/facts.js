// The small print of the chosen leg.

import { el, setText } from "./dom.js";
import { capital, percent, span } from "./format.js";

const FACTS = [
  ["Speech rate", (leg) => judged(leg.current?.rate)],
  ["Volume", (leg) => judged(leg.current?.volume) + level(leg.current)],
  ["Speech in window", (leg) => (leg.current ? speech(leg.current.window) : "–")],
  ["Audio lost", (leg) => (leg.current?.quality?.lossPct == null ? "–" : `${leg.current.quality.lossPct.toFixed(1)}\u202f%`)],
  ["Delay to the score", (leg) => delay(leg.current?.latencyMs)],
  ["Model", (leg) => (leg.model ? `${leg.model.name} ${leg.model.version}` : "–")],
  ["Model SHA-256", (leg) => leg.model?.sha256 ?? "–"],
  ["Policy", (leg) => policy(leg)],
];

function judged(answer) {
  return answer ? `${capital(answer.label)}, ${percent(answer.confidence)}` : "–";
}

function level(point) {
  return point?.activeLevelDbov == null ? "" : `, ${point.activeLevelDbov.toFixed(0).replace("-", "\u2212")}\u202fdBov`;
}

function speech(window) {
  return `${(window.speechMs / 1000).toFixed(1)} of ${((window.endMs - window.startMs) / 1000).toFixed(1)}\u202fs`;
}

function delay(ms) {
  return ms ? span(ms.total) : "–";
}

function policy(leg) {
  return leg.policy ? `${leg.policy.policy ?? ""}: ${leg.policy.decision}`.replace(/^: /, "") : "–";
}

export class Facts {
  #values = FACTS.map(() => el("dd"));

  constructor() {
    this.node = el(
      "dl",
      { class: "facts" },
      ...FACTS.map(([name], i) => el("div", {}, el("dt", {}, name), this.#values[i])),
    );
  }

  update(leg) {
    FACTS.forEach(([, value], i) => setText(this.#values[i], value(leg)));
  }
}
