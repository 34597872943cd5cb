// Colours of the drawings, from the style sheet, so that they follow light and dark.

export function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    surface: read("--surface"),
    ink: read("--ink"),
    muted: read("--muted"),
    line: read("--line"),
    accent: read("--accent"),
    hatch: read("--hatch"),
    emotion: (name) => read(`--${name}`),
  };
}

/** Calls back when the system changes between light and dark. */
export function onThemeChange(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
