// All tiles. What can be seen is drawn first; the rest follows a few milliseconds a frame, so that
// hundreds of calls never hold up the page.

import { setText } from "../base/dom.js";
import { onThemeChange } from "../base/palette.js";
import { glide } from "./glide.js";
import { place } from "./place.js";
import { compare, ranked } from "./order.js";
import { Tile } from "./tile.js";

const BUDGET_MS = 5;
/** Calls change places at most this often, and less often while somebody points at them. */
const ARRANGE_MS = 4000;
const HELD_MS = 20_000;

export class Tiles {
  #store;
  #groups;
  #matches;
  #tiles = new Map();
  #dirty = new Set();
  #visible = new Set();
  #seen;
  #frame = null;
  #arrangedAt = -Infinity;

  /** groups: name → {node, list, count}; matches(call): whether the filters let it through. */
  constructor(store, groups, matches) {
    this.#store = store;
    this.#groups = groups;
    this.#matches = matches;
    this.#seen = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: "80px" });
    const redraw = () => {
      this.#tiles.forEach((tile) => tile.stale());
      this.changed(null);
    };
    onThemeChange(redraw);
    addEventListener("resize", redraw);
  }

  /** ids of the calls that changed, null for all; urgent: their order has changed for sure. */
  changed(ids, urgent = false) {
    (ids ?? this.#store.calls.keys()).forEach((id) => this.#dirty.add(id));
    const unknown = ids === null || [...ids].some((id) => this.#tiles.has(id) !== this.#store.calls.has(id));
    if (urgent || unknown) {
      this.#arrangedAt = -Infinity;
    }
    this.#frame ??= requestAnimationFrame(() => this.#work());
  }

  #work() {
    this.#frame = null;
    const start = performance.now();
    const held = Object.values(this.#groups).some((g) => g.node.matches(":hover, :focus-within"));
    if (start - this.#arrangedAt > (held ? HELD_MS : ARRANGE_MS)) {
      this.#arrange();
      this.#arrangedAt = start;
    }
    const shown = [...this.#visible].filter((id) => this.#dirty.delete(id));
    shown.forEach((id) => this.#tiles.get(id)?.measure());
    shown.forEach((id) => this.#update(id));
    for (const id of this.#dirty) {
      if (performance.now() - start > BUDGET_MS) {
        this.#frame = requestAnimationFrame(() => this.#work());
        return;
      }
      this.#dirty.delete(id);
      this.#update(id);
    }
  }

  #update(id) {
    const call = this.#store.calls.get(id);
    if (call) {
      this.#tiles.get(id)?.update(call, this.#store.alerts.open(id), this.#store.now());
    }
  }

  #arrange() {
    const shown = [...this.#store.calls.values()].filter((c) => c.legs.size > 0 && this.#matches(c));
    const order = shown.map((call) => ranked(call, this.#store.alerts)).sort(compare);
    const keep = new Set(shown.map((call) => call.callId));
    for (const [id, tile] of this.#tiles) {
      if (!keep.has(id)) {
        this.#seen.unobserve(tile.node);
        this.#visible.delete(id);
        tile.node.remove();
        this.#tiles.delete(id);
      }
    }
    const nodes = [...this.#visible].map((id) => this.#tiles.get(id)?.node).filter(Boolean);
    glide(nodes, () => {
      for (const [name, group] of Object.entries(this.#groups)) {
        const ranks = order.filter((r) => r.group === name);
        group.node.hidden = ranks.length === 0;
        setText(group.count, String(ranks.length));
        ranks.forEach((r, i) => place(group.list, this.#tile(r.call.callId).node, i));
      }
    });
  }

  #tile(id) {
    let tile = this.#tiles.get(id);
    if (!tile) {
      tile = new Tile(id);
      this.#tiles.set(id, tile);
      this.#seen.observe(tile.node);
      this.#dirty.add(id);
    }
    return tile;
  }

  #look(entries) {
    for (const entry of entries) {
      const id = decodeURIComponent(entry.target.firstChild.hash.slice(1));
      if (entry.isIntersecting) {
        this.#visible.add(id);
        this.#dirty.add(id);
      } else {
        this.#visible.delete(id);
      }
    }
    this.#frame ??= requestAnimationFrame(() => this.#work());
  }
}
