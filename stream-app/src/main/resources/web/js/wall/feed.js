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
    this.#arrange(list.map((alert) => this.#item(alert).node));
    setText(this.#count, open.length > 0 ? `${open.length} open` : "");
    this.#none.hidden = list.length > 0;
  }

  #shown(alert) {
    const call = this.#store.calls.get(alert.callId);
    return call === undefined || this.#matches(call, false);
  }

  #item(alert) {
    const item = this.#items.get(alert.alertId) ?? new AlertCard(alert);
    this.#items.set(alert.alertId, item);
    const call = this.#store.calls.get(alert.callId);
    item.update(alert, call ? title(call) : alert.callId, this.#store.now());
    return item;
  }

  #arrange(nodes) {
    const children = this.#list.children;
    if (children.length === nodes.length && nodes.every((node, i) => node === children[i])) {
      return;
    }
    // What is moved loses the focus: where somebody writes a note, the others move around it.
    const held = nodes.findIndex((node) => node.contains(document.activeElement));
    nodes.slice(0, Math.max(0, held)).forEach((node) => this.#list.insertBefore(node, nodes[held]));
    nodes.slice(held + 1).forEach((node) => this.#list.append(node));
  }
}
