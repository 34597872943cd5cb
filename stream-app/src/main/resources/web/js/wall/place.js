// Puts nodes in order with few moves.

/** Makes node the i-th child; those before it are in place already. Keeps the keyboard's focus. */
export function place(list, node, i) {
  const there = list.children[i];
  if (there === node) {
    return;
  }
  if (there !== undefined && there.nextSibling === node && !there.contains(document.activeElement)) {
    list.append(there); // It is the one that has left its place; its turn comes.
    return;
  }
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  list.insertBefore(node, there ?? null);
  focused?.focus({ preventScroll: true });
}
