// A leg's present state in words and a shape, the same on every page.

import { capital, clock, percent } from "../base/format.js";
import { dropped, quiet } from "./calls.js";

/** Below this the likeliest emotion is hardly likelier than the others, and the page says so. */
const UNSURE_BELOW = 0.4;

/** {word, note, shape, unsure}: shape is the emotion's name, null if there is no estimate. The note is short, for a tile. */
export function present(leg, nowMs) {
  if (dropped(leg)) {
    return { word: "Not analysed", note: `policy ${leg.policy.policy ?? ""}`.trim(), shape: null };
  }
  const silent = quiet(leg, nowMs);
  if (silent) {
    return { word: "No signal", note: `for ${clock(silent)}`, shape: null };
  }
  const current = leg.current;
  if (!current) {
    return { word: leg.state === "ended" ? "No speech" : "Listening", note: "", shape: null };
  }
  if (!current.emotion) {
    return { word: current.abstained === "no_speech" ? "No speech" : "No estimate", note: "", shape: null };
  }
  const { label, confidence } = current.emotion;
  const unsure = confidence < UNSURE_BELOW;
  const sure = unsure ? "unsure" : percent(confidence);
  return { word: capital(label), note: leg.state === "ended" ? "at the end" : sure, shape: label, unsure };
}
