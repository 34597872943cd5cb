// The list of calls; arrow keys go from leg to leg.

import { el, setText } from "./dom.js";
import { inOrder } from "./calls.js";
import { CallCard } from "./call-card.js";
import { emptyState } from "./empty.js";

export class CallList {
  #root;
  #choose;
  #cards = new Map();
  #live = section("Live");
  #ended = section("Ended");
  #empty = emptyState();

  constructor(root, choose) {
    this.#root = root;
    this.#choose = choose;
    root.append(this.#empty, this.#live.node, this.#ended.node);
    root.addEventListener("keydown", (event) => this.#arrows(event));
  }

  update(store, selection, connectedOnce) {
    const { live, ended } = inOrder(store.calls);
    const known = new Set(store.calls.keys());
    for (const [id, card] of this.#cards) {
      if (!known.has(id)) {
        card.node.remove();
        this.#cards.delete(id);
      }
    }
    this.#fill(this.#live, live, store, selection);
    this.#fill(this.#ended, ended, store, selection);
    this.#empty.hidden = !connectedOnce || known.size > 0;
  }

  #fill(part, calls, store, selection) {
    part.node.hidden = calls.length === 0;
    setText(part.count, String(calls.length));
    calls.forEach((call, i) => {
      let card = this.#cards.get(call.callId);
      if (!card) {
        card = new CallCard(call.callId, this.#choose);
        this.#cards.set(call.callId, card);
      }
      if (part.list.children[i] !== card.node) {
        moveBefore(part.list, card.node, part.list.children[i] ?? null);
      }
      card.update(call, selection, store.now());
    });
  }

  #arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...this.#root.querySelectorAll("button.leg")];
    const at = buttons.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      buttons[Math.min(buttons.length - 1, Math.max(0, at + step))].focus();
    }
  }
}

/** Moves a node and keeps the keyboard's focus where it is. */
function moveBefore(list, node, next) {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  list.insertBefore(node, next);
  focused?.focus({ preventScroll: true });
}

function section(title) {
  const count = el("span", { class: "count" });
  const list = el("ul", { class: "call-list" });
  const node = el("section", { hidden: true, "aria-label": `${title} calls` }, el("h2", {}, `${title} `, count), list);
  return { node, count, list };
}
