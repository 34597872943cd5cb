// Lets what moves glide to its new place, for those who have not asked for less motion.

const LONGEST_PX = 1600;

/** Runs change(), which may move the nodes, and animates those that it moved. */
export function glide(nodes, change) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches || nodes.length === 0) {
    change();
    return;
  }
  const before = nodes.map((node) => node.getBoundingClientRect());
  change();
  nodes.forEach((node, i) => {
    const after = node.getBoundingClientRect();
    const [dx, dy] = [before[i].left - after.left, before[i].top - after.top];
    if (after.width > 0 && (dx !== 0 || dy !== 0) && Math.hypot(dx, dy) < LONGEST_PX) {
      node.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: "none" }], {
        duration: 350,
        easing: "cubic-bezier(0.2, 0, 0.2, 1)",
      });
    }
  });
}
