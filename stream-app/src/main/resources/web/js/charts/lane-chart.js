// Three lanes over time, such as slow, medium, fast: the likeliest stands out, the likelier the more.

import { capital } from "../base/format.js";
import { hatch, hop, TimeChart } from "./time-chart.js";

export class LaneChart {
  #chart;

  /** question: "rate" or "volume"; labels from the bottom lane up. */
  constructor(node, question, labels) {
    this.#chart = new TimeChart(node, {
      height: () => 74,
      yRange: [0, labels.length],
      yAxis: {
        splits: () => labels.map((_, i) => i + 0.5),
        values: () => labels.map(capital),
      },
      timeLabels: false,
      draw: (u, colours, points) => draw(u, colours, points, question, labels),
    });
  }

  update(points, range) {
    this.#chart.update(points, range);
  }
}

function draw(u, colours, points, question, labels) {
  const ctx = u.ctx;
  ctx.save();
  ctx.beginPath();
  ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
  ctx.clip();
  points.forEach((point, i) => {
    const to = point.window.endMs / 1000;
    const from = to - hop(points, i);
    const judged = point[question];
    if (judged) {
      labels.forEach((label, lane) => {
        const p = judged.probabilities[label];
        cell(u, colours, from, to, lane, label === judged.label ? 0.45 + 0.55 * p : 0.4 * p);
      });
    } else {
      hatch(u, colours, from, to, 0, labels.length);
    }
  });
  ctx.restore();
}

function cell(u, colours, from, to, lane, strength) {
  const ctx = u.ctx;
  const ratio = devicePixelRatio || 1;
  // Whole pixels, so that neighbours neither overlap nor part.
  const x0 = Math.round(u.valToPos(from, "x", true));
  const x1 = Math.round(u.valToPos(to, "x", true));
  const top = Math.round(u.valToPos(lane + 1, "y", true) + ratio);
  const bottom = Math.round(u.valToPos(lane, "y", true) - ratio);
  ctx.globalAlpha = strength;
  ctx.fillStyle = colours.accent;
  ctx.fillRect(x0, top, x1 - x0, bottom - top);
  ctx.globalAlpha = 1;
}
