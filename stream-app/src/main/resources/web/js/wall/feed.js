// The alerts, beside the calls.

import { AlertCard } from "../alerts/alert-card.js";
import { el, setText } from "../base/dom.js";
import { isOpen } from "../data/alerts.js";
import { title } from "../data/calls.js";

/** Resolved alerts shown below the open ones. */
const MOST_RESOLVED = 20;

export class Feed {
  #store;
  #matches;
  #items = new Map();
  #count = el("span", { class: "count" });
  #list = el("ul", { class: "feed-list" });
  #none = el("p", { class: "note" }, "No alerts. One appears here when a voice has sounded unfriendly for a while.");

  constructor(root, store, matches) {
    this.#store = store;
    this.#matches = matches;
    root.append(el("h2", {}, "Alerts ", this.#count), this.#none, this.#list);
  }

  update() {
    const alerts = this.#store.alerts.all().filter((a) => this.#shown(a));
    const open = alerts.filter(isOpen);
    const list = [...open, ...alerts.slice(open.length, open.length + MOST_RESOLVED)];
    const keep = new Set(list.map((a) => a.alertId));
    for (const [id, item] of this.#items) {
      if (!keep.has(id)) {
        item.node.remove();
        this.#items.delete(id);
      }
    }
    list.forEach((alert, i) => this.#put(alert, i));
    setText(this.#count, open.length > 0 ? `${open.length} open` : "");
    this.#none.hidden = list.length > 0;
  }

  #shown(alert) {
    const call = this.#store.calls.get(alert.callId);
    return call === undefined || this.#matches(call, false);
  }

  #put(alert, i) {
    const item = this.#items.get(alert.alertId) ?? new AlertCard(alert);
    this.#items.set(alert.alertId, item);
    if (this.#list.children[i] !== item.node) {
      this.#list.insertBefore(item.node, this.#list.children[i] ?? null);
    }
    const call = this.#store.calls.get(alert.callId);
    item.update(alert, call ? title(call) : alert.callId, this.#store.now());
  }
}
