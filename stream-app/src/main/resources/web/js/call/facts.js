// The small print of a leg: what the newest window was made of.

import { el, setText } from "../base/dom.js";
import { capital, number, percent, span } from "../base/format.js";

const FACTS = [
  ["Speech rate", (leg) => judged(leg.current?.rate, unit(leg.current?.syllablesPerSecond, 1, "syllables/s"))],
  ["Volume", (leg) => judged(leg.current?.volume, unit(leg.current?.activeLevelDbov, 0, "dBov"))],
  ["Speech in window", (leg) => (leg.current ? speech(leg.current.window) : "–")],
  ["Audio lost", (leg) => unit(quality(leg).lossPct, 1, "%") ?? "–"],
  ["Clipped", (leg) => unit(quality(leg).clippedPct, 1, "%") ?? "–"],
  ["Audio band", (leg) => band(quality(leg).bandHz)],
  ["Signal to noise", (leg) => unit(quality(leg).snrDb, 0, "dB") ?? "–"],
  ["Delay to the score", (leg) => (leg.current?.latencyMs ? span(leg.current.latencyMs.total) : "–")],
  ["Model", (leg) => (leg.model ? `${leg.model.name} ${leg.model.version}` : "–")],
  ["Model SHA-256", (leg) => leg.model?.sha256 ?? "–"],
  ["Policy", (leg) => (leg.policy ? [leg.policy.policy, leg.policy.decision].filter(Boolean).join(": ") : "–")],
  ["Language", (leg) => leg.language ?? "–"],
];

function quality(leg) {
  return leg.current?.quality ?? {};
}

function judged(answer, measured) {
  const said = answer ? `${capital(answer.label)}, ${percent(answer.confidence)}` : null;
  return [said, measured].filter(Boolean).join(", ") || "–";
}

function unit(value, decimals, name) {
  return value === null || value === undefined ? null : `${number(value, decimals)}\u202f${name}`;
}

function band(hz) {
  if (!hz) {
    return "–";
  }
  return `${number(hz / 1000, 1)}\u202fkHz${hz <= 4000 ? ", telephone" : ""}`;
}

function speech(window) {
  return `${number(window.speechMs / 1000, 1)} of ${number((window.endMs - window.startMs) / 1000, 1)}\u202fs`;
}

export class Facts {
  #values = FACTS.map(() => el("dd"));

  /** name: whose voice it was. */
  constructor(name) {
    this.node = el(
      "section",
      { class: "panel", "aria-label": `Last window: ${name}` },
      el("h3", {}, `The last window: ${name}`),
      el("dl", { class: "facts" }, ...FACTS.map(([name], i) => el("div", {}, el("dt", {}, name), this.#values[i]))),
    );
  }

  update(leg) {
    FACTS.forEach(([, value], i) => setText(this.#values[i], value(leg)));
  }
}
