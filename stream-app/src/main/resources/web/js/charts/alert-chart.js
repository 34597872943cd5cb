// The alerts of a leg over time: a bar from the first supporting window to the last, with a notch
// for each window, in the alert's state.

import { TimeChart } from "./time-chart.js";

export class AlertChart {
  #chart;
  #alerts = [];

  constructor(node) {
    this.#chart = new TimeChart(node, {
      height: () => 34,
      yRange: [0, 1],
      yAxis: { splits: () => [0.5], values: () => ["Alerts"] },
      timeLabels: false,
      draw: (u, colours) => this.#alerts.forEach((alert) => bar(u, colours, alert)),
    });
  }

  /** alerts: with startMs and endMs on the call's clock. */
  update(points, range, alerts) {
    this.#alerts = alerts;
    this.#chart.update(points, range);
  }
}

function bar(u, colours, alert) {
  const ctx = u.ctx;
  const ratio = devicePixelRatio || 1;
  const x = (ms) => Math.min(u.bbox.left + u.bbox.width, Math.max(u.bbox.left, u.valToPos(ms / 1000, "x", true)));
  const [left, right] = [x(alert.startMs), Math.max(x(alert.endMs), x(alert.startMs) + 4 * ratio)];
  const top = u.valToPos(0.85, "y", true);
  const height = u.valToPos(0.15, "y", true) - top;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, height, 4 * ratio);
  ctx.fillStyle = colours.alert;
  ctx.globalAlpha = alert.state === "firing" ? 1 : 0.45;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.clip();
  ctx.fillStyle = colours.surface;
  for (const window of alert.windows ?? []) {
    ctx.fillRect(x(window.endMs) - ratio, top + height / 2, ratio, height / 2);
  }
  ctx.restore();
}
