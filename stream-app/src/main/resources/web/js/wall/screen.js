// The wall screen: large tiles, no controls. Calls with an open alert stay, the others take turns.

import { el, setText } from "../base/dom.js";
import { EMOTIONS, shape } from "../base/emotions.js";
import { ended, mainLeg } from "../data/calls.js";
import { compare, ranked } from "./order.js";
import { Tile } from "./tile.js";

const TURN_MS = 12_000;
const LEAST_WIDTH = 420;
const LEAST_HEIGHT = 250;
/** Width to height at which a tile looks best. */
const SHAPE = 1.8;
const HIDE_POINTER_MS = 3000;

export class Screen {
  #store;
  #filters;
  #tiles = new Map();
  #live = el("p", { class: "screen-live" });
  #alerts = el("p", { class: "screen-alerts", role: "status" });
  #clock = el("p", { class: "screen-clock" });
  #counts = EMOTIONS.map((emotion) => ({ emotion, node: el("span") }));
  #list = el("ul", { class: "screen-list" });
  #none = el("p", { class: "screen-none", hidden: true }, "No live call");
  #pages = el("p", { class: "screen-pages" });
  #node;
  #due = false;
  #pointer = null;

  constructor(store, filters, button) {
    this.#store = store;
    this.#filters = filters;
    const counts = this.#counts.map((c) => el("li", {}, shape(c.emotion), el("span", { class: "screen-word" }, c.emotion), c.node));
    const leave = el("button", { type: "button", class: "quiet-button screen-leave", on: { click: () => this.leave() } }, "Leave the wall screen (Esc)");
    this.#node = el(
      "section",
      { class: "screen", hidden: true, "aria-label": "Wall screen" },
      el("div", { class: "screen-head" }, this.#live, this.#alerts, el("ul", { class: "screen-counts" }, ...counts), this.#clock),
      el("div", { class: "screen-middle" }, this.#list, this.#none),
      el("div", { class: "screen-foot" }, el("p", {}, "Expressed emotion, estimated from sound. Not what a person feels."), this.#pages, leave),
    );
    document.body.append(this.#node);
    button.addEventListener("click", () => this.enter());
    addEventListener("keydown", (e) => e.key === "Escape" && this.on && this.leave());
    document.addEventListener("fullscreenchange", () => document.fullscreenElement === null && this.leave());
    addEventListener("pointermove", () => this.#showPointer());
    addEventListener("resize", () => {
      this.#tiles.forEach((tile) => tile.stale());
      this.changed();
    });
    addEventListener("hashchange", () => this.#follow());
    setInterval(() => this.changed(), 1000);
    this.#follow();
  }

  get on() {
    return !this.#node.hidden;
  }

  enter() {
    this.#filters.set("screen", "1");
    this.#follow();
    document.documentElement.requestFullscreen?.().catch(() => {}); // It works in a window, too.
  }

  leave() {
    this.#filters.set("screen", "");
    this.#follow();
    if (document.fullscreenElement) {
      document.exitFullscreen();
    }
  }

  #follow() {
    this.#node.hidden = !this.#filters.get("screen");
    document.body.classList.toggle("on-screen", this.on);
    this.changed();
  }

  changed() {
    if (this.on && !this.#due) {
      this.#due = true;
      requestAnimationFrame(() => this.#draw());
    }
  }

  #draw() {
    this.#due = false;
    const live = [...this.#store.calls.values()].filter((c) => c.legs.size > 0 && !ended(c) && this.#filters.matches(c));
    const order = live.map((call) => ranked(call, this.#store.alerts)).sort(compare);
    order.sort((a, b) => (b.alert ? 1 : 0) - (a.alert ? 1 : 0));
    this.#head(order);
    this.#none.hidden = order.length > 0;
    const { columns, rows } = this.#grid(order.length);
    this.#list.style.setProperty("--columns", columns);
    this.#list.style.setProperty("--rows", rows);
    this.#show(this.#turn(order, columns * rows));
  }

  #head(order) {
    const open = order.filter((r) => r.alert).length;
    setText(this.#live, `${order.length} live`);
    setText(this.#alerts, open === 0 ? "No open alert" : `${open} ${open === 1 ? "needs" : "need"} attention`);
    this.#alerts.classList.toggle("any", open > 0);
    setText(this.#clock, new Date(this.#store.now()).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
    for (const { emotion, node } of this.#counts) {
      setText(node, String(order.filter((r) => mainLeg(r.call)?.current?.emotion?.label === emotion).length));
    }
  }

  /** The grid in which so many tiles are largest; as many places as are legible if not all fit. */
  #grid(calls) {
    const { clientWidth: width, clientHeight: height } = this.#list;
    const most = { columns: Math.max(1, Math.floor(width / LEAST_WIDTH)), rows: Math.max(1, Math.floor(height / LEAST_HEIGHT)) };
    let best = most;
    let largest = 0;
    for (let rows = 1; rows <= most.rows; rows++) {
      const columns = Math.max(1, Math.ceil(calls / rows));
      const size = Math.min(width / columns / SHAPE, height / rows);
      if (columns <= most.columns && size > largest) {
        best = { columns, rows };
        largest = size;
      }
    }
    return best;
  }

  /** The calls whose turn it is: alerts fill at most half of the places, the rest goes round. */
  #turn(order, places) {
    const alerts = order.filter((r) => r.alert).slice(0, Math.ceil(places / 2));
    const others = order.filter((r) => !alerts.includes(r));
    const size = Math.max(1, places - alerts.length);
    const pages = Math.max(1, Math.ceil(others.length / size));
    const page = Math.floor(Date.now() / TURN_MS) % pages;
    setText(this.#pages, pages > 1 ? `${page + 1} of ${pages}` : "");
    return [...alerts, ...others.slice(page * size, (page + 1) * size)];
  }

  #show(ranks) {
    const tiles = ranks.map(({ call }) => this.#tiles.get(call.callId) ?? new Tile(call.callId));
    this.#tiles = new Map(tiles.map((tile) => [tile.callId, tile]));
    const nodes = tiles.map((tile) => tile.node);
    if (nodes.some((n, i) => this.#list.children[i] !== n) || this.#list.children.length !== nodes.length) {
      this.#list.replaceChildren(...nodes);
    }
    tiles.forEach((tile) => tile.measure());
    ranks.forEach(({ call, alert }, i) => tiles[i].update(call, alert, this.#store.now()));
  }

  #showPointer() {
    clearTimeout(this.#pointer);
    this.#node.classList.add("pointed");
    this.#pointer = setTimeout(() => this.#node.classList.remove("pointed"), HIDE_POINTER_MS);
  }
}
