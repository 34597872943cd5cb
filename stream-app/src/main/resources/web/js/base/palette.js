// Colours of the drawings, from the style sheet, so that they follow light and dark.

import { EMOTIONS } from "./emotions.js";

export function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  const emotions = new Map(EMOTIONS.map((name) => [name, read(name)]));
  return {
    surface: read("surface"),
    ink: read("ink"),
    muted: read("muted"),
    line: read("line"),
    accent: read("accent"),
    hatch: read("hatch"),
    alert: read("alert"),
    emotion: (name) => emotions.get(name),
  };
}

/** Calls back when the system changes between light and dark. */
export function onThemeChange(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
