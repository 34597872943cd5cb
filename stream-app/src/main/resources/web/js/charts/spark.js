// Two minutes of a leg in a small drawing. Up: friendly, then cheerful. Down: unfriendly, then sad.
// What is neither stays empty, so a calm call is a thin line. Where it lies says as much as its colour.

import { el } from "../base/dom.js";
import { EMOTIONS } from "../base/emotions.js";
import { onThemeChange, palette } from "../base/palette.js";
import { RECENT_MS } from "../data/recent.js";

const UP = ["friendly", "cheerful"].map((e) => EMOTIONS.indexOf(e));
const DOWN = ["unfriendly", "sad"].map((e) => EMOTIONS.indexOf(e));
/** Windows further apart than this have a hole between them. */
const HOLE_MS = 2500;

let colours = palette();
onThemeChange(() => (colours = palette()));

/** A canvas that knows its size, as asking for it while the page changes is what costs. */
export class Spark {
  #context = null;

  constructor(attributes) {
    this.node = el("canvas", attributes);
  }

  /** To be called before the first drawing, and when the size may have changed. */
  measure() {
    const ratio = devicePixelRatio || 1;
    this.node.width = Math.round(this.node.clientWidth * ratio);
    this.node.height = Math.round(this.node.clientHeight * ratio);
    this.#context ??= this.node.getContext("2d");
  }

  /** Draws RECENT_MS, the newest window at the right edge. */
  draw(recent) {
    const ctx = this.#context;
    const { width, height } = this.node;
    const ratio = devicePixelRatio || 1;
    const newest = recent.at(-1)?.endMs ?? 0;
    const at = {
      x: (ms) => width - ((newest - ms) / RECENT_MS) * width,
      middle: Math.round(height / 2),
      half: height / 2 - ratio,
    };
    ctx.clearRect(0, 0, width, height);
    ctx.fillStyle = colours.hatch;
    ctx.fillRect(0, at.middle - ratio / 2, width, ratio);
    for (const run of scoredRuns(recent)) {
      areas(ctx, run, UP, -1, at);
      areas(ctx, run, DOWN, 1, at);
    }
  }
}

/** Stretches of scored windows without a hole, each with the time it begins at. */
function scoredRuns(recent) {
  const runs = [];
  recent.forEach((r, i) => {
    if (r.p === null) {
      return;
    }
    const before = recent[i - 1];
    const near = before !== undefined && r.endMs - before.endMs <= HOLE_MS;
    if (near && before.p !== null) {
      runs.at(-1).points.push(r);
    } else {
      runs.push({ fromMs: near ? before.endMs : r.endMs - 1000, points: [r] });
    }
  });
  return runs;
}

function areas(ctx, { fromMs, points }, emotions, side, { x, middle, half }) {
  const y = (value) => middle + side * value * half;
  let floor = points.map(() => 0);
  for (const emotion of emotions) {
    const roof = points.map((r, i) => Math.min(1, floor[i] + r.p[emotion]));
    ctx.beginPath();
    ctx.moveTo(x(fromMs), y(roof[0]));
    points.forEach((r, i) => ctx.lineTo(x(r.endMs), y(roof[i])));
    for (let i = points.length - 1; i >= 0; i--) {
      ctx.lineTo(x(points[i].endMs), y(floor[i]));
    }
    ctx.lineTo(x(fromMs), y(floor[0]));
    ctx.fillStyle = colours.emotion(EMOTIONS[emotion]);
    ctx.fill();
    floor = roof;
  }
}
