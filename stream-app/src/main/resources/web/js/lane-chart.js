// Three lanes over time, such as slow, medium, fast: the likelier, the darker.

import { capital } from "./format.js";
import { hatch, hop, TimeChart } from "./time-chart.js";

export class LaneChart {
  #chart;

  /** question: "rate" or "volume"; labels from the bottom lane up. */
  constructor(node, question, labels) {
    this.#chart = new TimeChart(node, {
      height: () => 86,
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
      labels.forEach((label, lane) => cell(u, colours, from, to, lane, judged.probabilities[label]));
    } else {
      hatch(u, colours, from, to, 0, labels.length);
    }
  });
  ctx.restore();
}

function cell(u, colours, from, to, lane, p) {
  const ctx = u.ctx;
  const ratio = devicePixelRatio || 1;
  const x0 = u.valToPos(from, "x", true);
  const x1 = u.valToPos(to, "x", true);
  const top = u.valToPos(lane + 1, "y", true);
  const bottom = u.valToPos(lane, "y", true);
  ctx.globalAlpha = p * p;
  ctx.fillStyle = colours.accent;
  ctx.fillRect(x0, top + 1.5 * ratio, x1 - x0 + 0.5, bottom - top - 3 * ratio);
  ctx.globalAlpha = 1;
}
