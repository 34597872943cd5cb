// The panel of everything over time: each analysed leg, and talk-over if there are two.

import { el, setAttribute } from "../base/dom.js";
import { analysed, legsOf } from "../data/calls.js";
import { offsetOf } from "../data/timeline.js";
import { talkOver, TalkChart } from "../charts/talk-chart.js";
import { LegCharts } from "./leg-charts.js";

const SHORT_S = 120;
const LEAST_S = 30;

export class OverTime {
  #legs = new Map();
  #hover;
  #whole = false;
  #zoom = el("button", { type: "button", class: "quiet-button", "aria-pressed": "false" }, "Whole call");
  #body = el("div");
  #talkNode = el("div", { class: "plot", role: "img", "aria-label": "Talk-over" });
  #talkPart = el("div", { hidden: true }, el("h4", {}, "Talk-over"), this.#talkNode);
  #talk = new TalkChart(this.#talkNode);

  /** hover(legId, index) */
  constructor(hover, redraw) {
    this.#hover = hover;
    this.#zoom.addEventListener("click", () => {
      this.#whole = !this.#whole;
      setAttribute(this.#zoom, "aria-pressed", String(this.#whole));
      redraw();
    });
    this.node = el(
      "section",
      { class: "panel", "aria-label": "Over time" },
      el("div", { class: "panel-head" }, el("h3", {}, "Over time"), this.#zoom),
      this.#body,
      this.#talkPart,
      el(
        "p",
        { class: "note hatch-note" },
        el("i", { class: "hatch-key", "aria-hidden": "true" }),
        "no speech, so no estimate",
      ),
    );
  }

  update(call, timeline, alerts) {
    const legs = legsOf(call).filter(analysed);
    const points = legs.map((leg) => timeline.points(leg.legId, offsetOf(call, leg)));
    const range = this.#range(points);
    legs.forEach((leg, i) => {
      const offset = offsetOf(call, leg);
      const own = alerts.filter((a) => a.legId === leg.legId).map((a) => moved(a, offset));
      this.#charts(leg).update(points[i], range, own);
    });
    const over = points.length > 1 ? talkOver(points[0], points[1]) : [];
    this.#talkPart.hidden = over.length === 0;
    this.#talk.update(over, range);
  }

  #charts(leg) {
    let charts = this.#legs.get(leg.legId);
    if (!charts) {
      charts = new LegCharts(leg, this.#hover);
      this.#legs.set(leg.legId, charts);
      this.#body.append(charts.node);
    }
    return charts;
  }

  #range(points) {
    const ends = points.map((p) => (p.at(-1)?.window.endMs ?? 0) / 1000);
    const last = Math.max(LEAST_S, ...ends);
    const firsts = points.filter((p) => p.length > 0).map((p) => p[0].window.endMs / 1000 - 1);
    const first = this.#whole ? Math.min(...firsts, last) : last - SHORT_S;
    return [Math.max(0, first), last];
  }
}

function moved(alert, offset) {
  const windows = (alert.windows ?? []).map((w) => ({ ...w, endMs: w.endMs + offset }));
  return { ...alert, startMs: alert.startMs + offset, endMs: alert.endMs + offset, windows };
}
