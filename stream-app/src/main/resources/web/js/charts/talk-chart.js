// Talk-over: how much of each window both parties must have spoken in, since the two together
// spoke for longer than it lasts. It may have been more.

import { TimeChart } from "./time-chart.js";

export class TalkChart {
  #chart;

  constructor(node) {
    this.#chart = new TimeChart(node, {
      height: () => 40,
      yRange: [0, 1],
      yAxis: { splits: () => [0.5], values: () => ["At least"] },
      timeLabels: false,
      draw,
    });
  }

  update(points, range) {
    this.#chart.update(points, range);
  }
}

/** One point for each pair of windows that end within the same second: {window, overlap 0 to 1}. */
export function talkOver(first, second) {
  const bySecond = new Map(second.map((p) => [Math.round(p.window.endMs / 1000), p]));
  return first.flatMap((p) => {
    const other = bySecond.get(Math.round(p.window.endMs / 1000));
    const lengthMs = p.window.endMs - p.window.startMs;
    const bothMs = other ? p.window.speechMs + other.window.speechMs - lengthMs : 0;
    return other ? [{ window: p.window, overlap: Math.max(0, bothMs / lengthMs) }] : [];
  });
}

function draw(u, colours, points) {
  const ctx = u.ctx;
  ctx.fillStyle = colours.accent;
  for (const { window, overlap } of points) {
    const x0 = Math.round(u.valToPos(window.endMs / 1000 - 1, "x", true));
    const x1 = Math.round(u.valToPos(window.endMs / 1000, "x", true));
    const top = u.valToPos(overlap, "y", true);
    if (x0 >= u.bbox.left && overlap > 0) {
      ctx.fillRect(x0, top, x1 - x0, u.valToPos(0, "y", true) - top);
    }
  }
}
