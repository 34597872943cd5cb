// The pane of the chosen leg.

import { el, setAttribute, setText } from "./dom.js";
import { AttentionStrip } from "./attention.js";
import { ended, position, synthetic, title, told } from "./calls.js";
import { EmotionChart } from "./emotion-chart.js";
import { RATES, VOLUMES } from "./emotions.js";
import { Facts } from "./facts.js";
import { capital, clock } from "./format.js";
import { LaneChart } from "./lane-chart.js";
import { Now } from "./now.js";

const SHORT_S = 120;
const LEAST_S = 30;

export class Detail {
  #title = el("h2");
  #call = el("p", { class: "detail-call" });
  #time = el("p", { class: "detail-time" });
  #synthetic = el("p", { class: "tag tag-synthetic", hidden: true }, "Synthetic voices");
  #now = new Now();
  #attention = new AttentionStrip();
  #facts = new Facts();
  #emotionNode = plot();
  #rateNode = plot();
  #volumeNode = plot();
  #whole = false;
  #hovered = null;
  #last = null;
  #charts;

  constructor(root, back) {
    const zoom = el("button", { type: "button", class: "quiet-button", "aria-pressed": "false", on: { click: () => this.#zoom(zoom) } }, "Whole call");
    root.append(
      el("button", { type: "button", class: "back quiet-button", on: { click: back } }, "← All calls"),
      el("div", { class: "detail-head" }, el("div", {}, el("div", { class: "detail-title" }, this.#title, this.#synthetic), this.#call), this.#time),
      this.#now.node,
      el(
        "section",
        { class: "panel" },
        el("div", { class: "panel-head" }, el("h3", {}, "Expressed emotion over time"), zoom),
        this.#emotionNode,
        el("h4", {}, "Speech rate"),
        this.#rateNode,
        el("h4", {}, "Volume"),
        this.#volumeNode,
        hatchNote(),
      ),
      this.#attention.node,
      this.#facts.node,
    );
    this.#charts = [
      new EmotionChart(this.#emotionNode, (index) => this.#hover(index)),
      new LaneChart(this.#rateNode, "rate", RATES),
      new LaneChart(this.#volumeNode, "volume", VOLUMES),
    ];
  }

  update(call, leg, points, nowMs) {
    this.#last = { call, leg, points, nowMs };
    const over = ended(call);
    setText(this.#title, leg.role === "unknown" ? `Leg ${leg.legId}` : capital(leg.role));
    const queue = told(call, "queue");
    const agent = told(call, "agentId");
    const named = title(call) === call.callId ? null : title(call);
    const parts = [named, `Call ${call.callId}`, queue ? `queue ${queue}` : null, agent ? `with ${agent}` : null];
    setText(this.#call, parts.filter(Boolean).join(" · "));
    setText(this.#time, `${over ? "Ended at" : "Live"} ${clock(position(leg))}`);
    this.#time.classList.toggle("is-live", !over);
    this.#synthetic.hidden = !synthetic(call);
    this.#attention.update(leg.attention ?? null);
    this.#facts.update(leg);
    const range = this.#range(points);
    this.#charts.forEach((chart) => chart.update(points, range));
    this.#showNow();
    setAttribute(this.#emotionNode, "aria-label", spoken("Expressed emotion", "emotion", points));
    setAttribute(this.#rateNode, "aria-label", spoken("Speech rate", "rate", points));
    setAttribute(this.#volumeNode, "aria-label", spoken("Volume", "volume", points));
  }

  #range(points) {
    const last = Math.max(LEAST_S, (points.at(-1)?.window.endMs ?? 0) / 1000);
    const first = (points[0]?.window.endMs ?? 0) / 1000 - 1;
    return this.#whole ? [Math.max(0, first), last] : [Math.max(0, last - SHORT_S), last];
  }

  #zoom(button) {
    this.#whole = !this.#whole;
    setAttribute(button, "aria-pressed", String(this.#whole));
    if (this.#last) {
      this.update(this.#last.call, this.#last.leg, this.#last.points, this.#last.nowMs);
    }
  }

  #hover(index) {
    this.#hovered = index;
    this.#showNow();
  }

  #showNow() {
    if (this.#last) {
      const hovered = this.#hovered === null ? null : (this.#last.points[this.#hovered] ?? null);
      this.#now.update(this.#last.leg, hovered, this.#last.nowMs);
    }
  }
}

function plot() {
  return el("div", { class: "plot", role: "img" });
}

function hatchNote() {
  return el("p", { class: "note hatch-note" }, el("i", { class: "hatch-key", "aria-hidden": "true" }), "no speech, so no estimate");
}

/** A drawing in a sentence, for those who do not see it. */
function spoken(title, question, points) {
  const counts = new Map();
  for (const answer of points.map((p) => p[question]).filter(Boolean)) {
    counts.set(answer.label, (counts.get(answer.label) ?? 0) + 1);
  }
  const words = [...counts].sort((a, b) => b[1] - a[1]).map(([label, n]) => `${label} in ${n}`);
  return `${title} over ${points.length} windows${words.length ? `: ${words.join(", ")}` : ""}`;
}
