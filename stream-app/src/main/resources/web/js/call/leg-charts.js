// One leg's drawings over time: alerts, emotion, rate, volume.

import { el, setAttribute } from "../base/dom.js";
import { RATES, VOLUMES } from "../base/emotions.js";
import { capital } from "../base/format.js";
import { AlertChart } from "../charts/alert-chart.js";
import { EmotionChart } from "../charts/emotion-chart.js";
import { LaneChart } from "../charts/lane-chart.js";

export class LegCharts {
  #alertNode = plot();
  #emotionNode = plot();
  #rateNode = plot();
  #volumeNode = plot();
  #alerts;
  #charts;

  /** hover(legId, index): the point under the cursor, null for none. */
  constructor(leg, hover) {
    this.node = el(
      "div",
      { class: "leg-charts" },
      el("h4", {}, `${leg.role === "unknown" ? leg.legId : capital(leg.role)}: expressed emotion`),
      this.#alertNode,
      this.#emotionNode,
      el("h4", {}, "Speech rate"),
      this.#rateNode,
      el("h4", {}, "Volume"),
      this.#volumeNode,
    );
    this.#alerts = new AlertChart(this.#alertNode);
    this.#charts = [
      new EmotionChart(this.#emotionNode, (index) => hover(leg.legId, index)),
      new LaneChart(this.#rateNode, "rate", RATES),
      new LaneChart(this.#volumeNode, "volume", VOLUMES),
    ];
  }

  update(points, range, alerts) {
    this.#alertNode.hidden = alerts.length === 0;
    this.#alerts.update(points, range, alerts);
    this.#charts.forEach((chart) => chart.update(points, range));
    const many = alerts.length === 1 ? "1 alert" : `${alerts.length} alerts`;
    setAttribute(this.#alertNode, "aria-label", many);
    setAttribute(this.#emotionNode, "aria-label", spoken("Expressed emotion", "emotion", points));
    setAttribute(this.#rateNode, "aria-label", spoken("Speech rate", "rate", points));
    setAttribute(this.#volumeNode, "aria-label", spoken("Volume", "volume", points));
  }
}

function plot() {
  return el("div", { class: "plot", role: "img" });
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
