// What the wall says before the first call.

import { el } from "../base/dom.js";

export function emptyState() {
  return el(
    "div",
    { class: "empty", hidden: true },
    el("h2", {}, "No calls yet"),
    el("p", {}, "A call appears here as soon as its audio arrives. To try it, play a recording as a live call:"),
    el("pre", { tabindex: 0 }, el("code", {}, "./emotion-monitor replay call.wav")),
    el("p", {}, "Or ", el("a", { href: "/microphone.html" }, "speak into your microphone"), "."),
    el("p", {}, "Your own systems send audio in chunks to the Kafka topic calls.audio; the README shows how."),
  );
}
