// The five probabilities over time as stacked areas; gaps where nothing was estimated.

import { EMOTIONS } from "../base/emotions.js";
import { hatch, hop, TimeChart } from "./time-chart.js";

/** From the bottom up: what may need attention lies at the bottom, where it is easiest to read. */
const STACK = [...EMOTIONS].reverse();

export class EmotionChart {
  #chart;

  constructor(node, hover) {
    this.#chart = new TimeChart(node, {
      height: () => (node.clientWidth < 520 ? 200 : 236),
      yRange: [0, 1],
      yAxis: {
        splits: () => [0, 0.25, 0.5, 0.75, 1],
        values: (_, s) => s.map((v) => `${v * 100}\u202f%`),
      },
      timeLabels: true,
      draw,
      hover,
    });
  }

  update(points, range) {
    this.#chart.update(points, range);
  }
}

function draw(u, colours, points) {
  const ctx = u.ctx;
  ctx.save();
  ctx.beginPath();
  ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
  ctx.clip();
  for (const run of runs(points)) {
    if (run.scored) {
      stack(u, colours, run.columns);
    } else {
      run.columns.forEach((c) => hatch(u, colours, c.from, c.to, 0, 1));
    }
  }
  ctx.restore();
}

/** Stretches of windows that are all scored, or all not, without a hole in between. */
function runs(points) {
  const all = [];
  points.forEach((point, i) => {
    const to = point.window.endMs / 1000;
    const from = to - hop(points, i);
    const scored = point.emotion !== null;
    const last = all.at(-1);
    const column = { from, to, p: point.emotion?.probabilities };
    if (last && last.scored === scored && Math.abs(last.columns.at(-1).to - from) < 0.01) {
      last.columns.push(column);
    } else {
      all.push({ scored, columns: [column] });
    }
  });
  return all;
}

function stack(u, colours, columns) {
  const ctx = u.ctx;
  const x = (s) => u.valToPos(s, "x", true);
  const y = (v) => u.valToPos(v, "y", true);
  let floor = columns.map(() => 0);
  for (const emotion of STACK) {
    const roof = columns.map((c, i) => Math.min(1, floor[i] + c.p[emotion]));
    ctx.beginPath();
    ctx.moveTo(x(columns[0].from), y(roof[0]));
    columns.forEach((c, i) => ctx.lineTo(x(c.to), y(roof[i])));
    for (let i = columns.length - 1; i >= 0; i--) {
      ctx.lineTo(x(columns[i].to), y(floor[i]));
    }
    ctx.lineTo(x(columns[0].from), y(floor[0]));
    ctx.closePath();
    ctx.fillStyle = colours.emotion(emotion);
    ctx.fill();
    // A seam in the colour of the ground parts neighbours for those who see few colours.
    ctx.strokeStyle = colours.surface;
    ctx.lineWidth = 1.5 * (devicePixelRatio || 1);
    ctx.stroke();
    floor = roof;
  }
}
