// The three parts of the wall.

import { el } from "../base/dom.js";
import { arrowKeys } from "./keys.js";

export function groups(root) {
  const all = {
    attention: group("Needs attention", "An alert is open."),
    calm: group("Other live calls", "First those that sounded the most unfriendly over the last half minute."),
    ended: group("Ended lately", ""),
  };
  root.append(...Object.values(all).map((g) => g.node));
  return all;
}

function group(title, note) {
  const count = el("span", { class: "count" });
  const list = el("ul", { class: "tile-list" });
  arrowKeys(list);
  const head = el("div", { class: "group-head" }, el("h2", {}, `${title} `, count), el("p", { class: "note" }, note));
  return { node: el("section", { class: "group", hidden: true, "aria-label": title }, head, list), count, list };
}
