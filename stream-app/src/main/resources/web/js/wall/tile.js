// One call on the wall: what is expressed now, how the last two minutes went, whether it needs somebody.

import { el, setAttribute, setText } from "../base/dom.js";
import { shape } from "../base/emotions.js";
import { capital, clock } from "../base/format.js";
import { Spark } from "../charts/spark.js";
import { heldMs } from "../data/alerts.js";
import { analysed, duration, ended, legsOf, mainLeg, synthetic, title, told } from "../data/calls.js";
import { present } from "../data/present.js";

export class Tile {
  #shape = el("span", { class: "tile-shape" });
  #word = el("span", { class: "tile-word" });
  #note = el("span", { class: "tile-note" });
  #time = el("span", { class: "tile-time" });
  #spark = new Spark({ class: "tile-spark", "aria-hidden": "true" });
  #name = el("span", { class: "tile-name" });
  #meta = el("span", { class: "tile-meta" });
  #badge = el("span", { class: "badge", hidden: true });
  #synthetic = el("span", { class: "tag tag-synthetic", hidden: true }, "Synthetic");
  #lines = [line(this.#name, this.#badge), line(this.#meta)];
  #shown = undefined;
  #drawn = undefined;
  #measured = false;

  constructor(callId) {
    this.callId = callId;
    this.link = el(
      "a",
      { class: "tile-link", href: `/call.html#${encodeURIComponent(callId)}` },
      el("span", { class: "tile-top" }, this.#shape, this.#word, this.#note, this.#time),
      this.#spark.node,
      el("span", { class: "tile-foot" }, ...this.#lines),
    );
    this.node = el("li", { class: "tile" }, this.link);
  }

  update(call, alert, nowMs) {
    const leg = mainLeg(call);
    if (leg === undefined) {
      return;
    }
    const now = present(leg, nowMs);
    setText(this.#word, now.word);
    setText(this.#note, now.note);
    setText(this.#time, clock(duration(call)));
    setTextWithTip(this.#name, title(call));
    setTextWithTip(this.#meta, meta(call, leg));
    setText(this.#badge, alert ? badge(alert) : "");
    this.#badge.hidden = alert === null;
    this.#markSynthetic(synthetic(call), this.#lines[alert ? 1 : 0]);
    setAttribute(this.node, "data-alert", alert?.state ?? null);
    setAttribute(this.node, "data-ended", ended(call) ? "" : null);
    this.node.classList.toggle("unsure", now.unsure === true || now.shape === null);
    if (this.#shown !== now.shape) {
      this.#shape.replaceChildren(shape(now.shape));
      this.#shown = now.shape;
    }
    this.#draw(leg);
  }

  /** In the line that the badge leaves free. */
  #markSynthetic(is, free) {
    this.#synthetic.hidden = !is;
    if (is && this.#synthetic.parentNode !== free) {
      free.append(this.#synthetic);
    }
  }

  /** To be called for all tiles before any is updated: the browser then lays out once. */
  measure() {
    if (!this.#measured) {
      this.#spark.measure();
      this.#measured = true;
    }
  }

  #draw(leg) {
    const last = leg.recent.at(-1) ?? null;
    if (this.#measured && this.#drawn !== last) {
      this.#drawn = last;
      this.#spark.draw(leg.recent);
    }
  }

  /** Forgets what was drawn, as its size or the colours have changed. */
  stale() {
    this.#measured = false;
    this.#drawn = undefined;
  }
}

/** What is too long for its line is shown in full to who points at it. */
function setTextWithTip(node, text) {
  setText(node, text);
  setAttribute(node, "title", text);
}

function line(...children) {
  return el("span", { class: "tile-line" }, ...children);
}

function meta(call, leg) {
  const others = legsOf(call)
    .filter((l) => l !== leg && analysed(l) && l.current?.emotion)
    .map((l) => `${capital(l.role)}: ${l.current.emotion.label}`);
  const role = leg.role === "unknown" ? "Both parties" : capital(leg.role);
  const parts = [role, told(call, "queue"), told(call, "agentId")];
  return [...parts, ...others].filter(Boolean).join(" · ");
}

function badge(alert) {
  return alert.state === "acknowledged" ? "Alert, seen" : `Alert, ${clock(heldMs(alert))}`;
}
