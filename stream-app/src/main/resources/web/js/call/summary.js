// What a leg's speech expressed over the whole call, so far or at its end.

import { el, setText } from "../base/dom.js";
import { EMOTIONS, shape } from "../base/emotions.js";
import { capital, clock, percent } from "../base/format.js";

export class Summary {
  #title = el("h3");
  #parts = EMOTIONS.map((e) => el("i", { class: `e-${e}` }));
  #bar = el("div", { class: "summary-bar", "aria-hidden": "true" }, ...this.#parts);
  #rows = EMOTIONS.map((e) => ({ emotion: e, value: el("span", { class: "p-value" }) }));
  #facts = el("p", { class: "note" });

  constructor() {
    const rows = this.#rows.map((r) =>
      el("li", {}, shape(r.emotion), el("span", {}, capital(r.emotion)), r.value),
    );
    this.node = el(
      "section",
      { class: "panel summary", "aria-label": "Summary", hidden: true },
      this.#title,
      this.#bar,
      el("ul", { class: "summary-rows" }, ...rows),
      this.#facts,
    );
  }

  /** totals: of the leg; together: of the call, or null. */
  update(leg, together) {
    const totals = leg.totals;
    this.node.hidden = !totals || totals.scored === 0;
    if (this.node.hidden) {
      return;
    }
    setText(this.#title, leg.state === "ended" ? "The whole call" : "The call so far");
    const all = Object.values(totals.emotionMs).reduce((sum, ms) => sum + ms, 0);
    this.#rows.forEach((r, i) => {
      const ms = totals.emotionMs[r.emotion] ?? 0;
      this.#parts[i].style.flexGrow = ms;
      setText(r.value, `${percent(ms / Math.max(1, all))}, ${clock(ms)}`);
    });
    setText(this.#facts, sentence(totals, together));
  }
}

function sentence(totals, together) {
  const parts = [
    `${clock(totals.speechMs)} of speech, ${clock(totals.silenceMs)} without`,
    streak(totals.longestStreaks?.unfriendly),
    totals.skipped ? `${totals.skipped} windows left out, as scoring could not keep up` : null,
    together?.talkOverMs ? `both spoke at once for ${clock(together.talkOverMs)}` : null,
    together?.alerts ? `${together.alerts} ${together.alerts === 1 ? "alert" : "alerts"}` : null,
  ];
  return `${parts.filter(Boolean).join(" · ")}.`;
}

function streak(longest) {
  return longest ? `unfriendly for ${clock(longest.endMs - longest.startMs)} at a stretch, at ${clock(longest.startMs)}` : null;
}
