// Numbers as words.

/** Milliseconds of audio as m:ss or h:mm:ss. */
export function clock(ms) {
  const s = Math.max(0, Math.floor(ms / 1000));
  const pad = (n) => String(n).padStart(2, "0");
  const minutes = Math.floor(s / 60);
  return minutes < 60
    ? `${minutes}:${pad(s % 60)}`
    : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(s % 60)}`;
}

/** 0.714 as "71 %", with a narrow space that does not break. */
export function percent(p) {
  return `${Math.round(p * 100)}\u202f%`;
}

/** Milliseconds as "180 ms" or "1.4 s". */
export function span(ms) {
  return ms < 1000 ? `${Math.round(ms)}\u202fms` : `${(ms / 1000).toFixed(1)}\u202fs`;
}

/** "customer" as "Customer". */
export function capital(word) {
  return word ? word[0].toUpperCase() + word.slice(1) : "";
}

/** How long ago, coarsely: "just now", "40 s ago", "3 min ago". */
export function ago(ms) {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 10) {
    return "just now";
  }
  return s < 60 ? `${10 * Math.floor(s / 10)}\u202fs ago` : `${Math.floor(s / 60)}\u202fmin ago`;
}

/** A number with fixed decimals and a true minus. */
export function number(value, decimals) {
  return value.toFixed(decimals).replace("-", "\u2212");
}
