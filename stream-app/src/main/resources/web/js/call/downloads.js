// The timeline as a file. Fetched with the token in a header, then handed to the browser.

import { el, setText } from "../base/dom.js";
import { getBlob } from "../data/api.js";

const FORMATS = [
  ["json", "JSON", "json"],
  ["csv", "CSV", "csv"],
  ["emotionml", "EmotionML", "xml"],
];

export function downloads(callId) {
  const said = el("span", { class: "note", role: "status" });
  const buttons = FORMATS.map(([format, name, suffix]) =>
    el(
      "button",
      { type: "button", class: "quiet-button", on: { click: () => save(callId, format, suffix, said) } },
      name,
    ),
  );
  return el("div", { class: "downloads", role: "group", "aria-label": "Download the timeline" }, el("span", { class: "note", "aria-hidden": "true" }, "Timeline as"), ...buttons, said);
}

async function save(callId, format, suffix, said) {
  try {
    const blob = await getBlob(`/v1/calls/${encodeURIComponent(callId)}/timeline?format=${format}`);
    if (blob === null) {
      throw new Error("The server does not hold this call any more.");
    }
    const url = URL.createObjectURL(blob);
    el("a", { href: url, download: `${callId.replace(/[^\w.-]/g, "_")}.${suffix}` }).click();
    URL.revokeObjectURL(url);
    setText(said, "");
  } catch (e) {
    setText(said, e.message);
  }
}
