// The five classes: word, shape and colour together, so that none is needed alone.

import { svg } from "./dom.js";

/** In the model's order, which is the legend's order from top to bottom. */
export const EMOTIONS = ["cheerful", "friendly", "neutral", "sad", "unfriendly"];
export const RATES = ["slow", "medium", "fast"];
export const VOLUMES = ["soft", "medium", "loud"];

const SHAPES = {
  cheerful: "M10 2.5 L18 17 H2 Z",
  friendly: "M10 2.2 a7.8 7.8 0 1 0 .01 0 Z",
  neutral: "M4.6 3 h10.8 a1.6 1.6 0 0 1 1.6 1.6 v10.8 a1.6 1.6 0 0 1 -1.6 1.6 h-10.8 a1.6 1.6 0 0 1 -1.6 -1.6 v-10.8 a1.6 1.6 0 0 1 1.6 -1.6 Z",
  sad: "M10 17.5 L2 3 H18 Z",
  unfriendly: "M10 1 L19 10 L10 19 L1 10 Z",
};
const ALERT = "M10 2 a8 8 0 1 0 .01 0 Z M10 6 v5 M10 13.6 v.6";
const NO_SPEECH = "M3 10 h3 M8.5 10 h3 M14 10 h3";

/** The shape of an emotion; dashes for none. Decorative: the word stands beside it. */
export function shape(emotion) {
  const known = emotion in SHAPES;
  return svg(
    "svg",
    { class: `shape ${known ? `e-${emotion}` : "e-none"}`, viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("path", { d: known ? SHAPES[emotion] : NO_SPEECH }),
  );
}

/** The same for an alert, which may be about something else than an emotion. */
export function sign(label) {
  if (label in SHAPES) {
    return shape(label);
  }
  return svg("svg", { class: "shape alert-sign", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: ALERT }));
}
