// What the three drawings over time share: one time axis, one cursor, the same size rules.

import uPlot from "/vendor/uplot/uPlot.esm.js";
import { clock } from "../base/format.js";
import { onThemeChange, palette } from "../base/palette.js";

const SYNC = "leg";
/** Room for the labels beside the drawings, so that all three begin at one place. */
const AXIS_WIDTH = 62;

/**
 * A uPlot whose marks draw(u, colours, points) makes. What is drawn are windows, each standing for
 * the time since the one before it.
 */
export class TimeChart {
  #node;
  #plot = null;
  #points = [];
  #range = [0, 60];
  #options;
  #colours = palette();

  /** options: {height(), yAxis, yRange, timeLabels, draw, hover(index)} */
  constructor(node, options) {
    this.#node = node;
    this.#options = options;
    this.#build();
    new ResizeObserver(() => this.#resize()).observe(node);
    onThemeChange(() => {
      this.#colours = palette();
      this.#build();
    });
  }

  update(points, range) {
    this.#points = points;
    this.#range = range;
    this.#plot.setData(this.#data(), true);
  }

  #data() {
    const x = this.#points.map((p) => p.window.endMs / 1000);
    return [x, x.map(() => null)];
  }

  #resize() {
    const width = Math.floor(this.#node.clientWidth);
    if (width > 0) {
      this.#plot.setSize({ width, height: this.#options.height() });
    }
  }

  #build() {
    this.#plot?.destroy();
    const colours = this.#colours;
    const options = this.#options;
    const font = `12px ${getComputedStyle(document.body).fontFamily}`;
    const axis = { stroke: colours.muted, font, ticks: { show: false } };
    const config = {
      width: Math.max(200, Math.floor(this.#node.clientWidth)),
      height: options.height(),
      padding: [8, 18, 0, 0],
      legend: { show: false },
      cursor: {
        sync: { key: SYNC, setSeries: false },
        y: false,
        drag: { x: false, y: false },
        points: { show: false },
      },
      scales: { x: { time: false, range: () => this.#range }, y: { range: () => options.yRange } },
      series: [{}, { paths: () => null, points: { show: false } }],
      axes: [
        {
          ...axis,
          size: options.timeLabels ? 28 : 6,
          gap: 6,
          space: 64,
          incrs: [5, 10, 15, 30, 60, 120, 300, 600],
          grid: { stroke: colours.line, width: 1 },
          values: options.timeLabels ? (_, s) => s.map((v) => clock(v * 1000)) : (_, s) => s.map(() => ""),
        },
        { ...axis, size: AXIS_WIDTH, gap: 6, grid: { show: false }, ...options.yAxis },
      ],
      hooks: {
        drawAxes: [(u) => options.draw(u, colours, this.#points)],
        setCursor: [(u) => options.hover?.(u.cursor.left >= 0 ? u.cursor.idx : null)],
      },
    };
    this.#plot = new uPlot(config, this.#data(), this.#node);
  }
}

/** Seconds between this window and the one before it, or a hop's worth if that is missing. */
export function hop(points, i) {
  const before = i > 0 ? (points[i].window.endMs - points[i - 1].window.endMs) / 1000 : Infinity;
  return before <= 2.5 ? before : 1;
}

/** Fills a box, in the units of the axes, with slanted lines: nothing was estimated here. */
export function hatch(u, colours, fromS, toS, y0, y1) {
  const ctx = u.ctx;
  const ratio = devicePixelRatio || 1;
  const [x0, x1] = [u.valToPos(fromS, "x", true), u.valToPos(toS, "x", true)];
  const [top, bottom] = [u.valToPos(y1, "y", true), u.valToPos(y0, "y", true)];
  ctx.save();
  ctx.beginPath();
  ctx.rect(x0, top, x1 - x0, bottom - top);
  ctx.clip();
  ctx.beginPath();
  const step = 7 * ratio;
  const height = bottom - top;
  // Anchored to the drawing, not to the box, so that neighbours join.
  for (let x = Math.floor((x0 - height) / step) * step; x < x1; x += step) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + height, top);
  }
  ctx.strokeStyle = colours.hatch;
  ctx.lineWidth = 1.2 * ratio;
  ctx.stroke();
  ctx.restore();
}
