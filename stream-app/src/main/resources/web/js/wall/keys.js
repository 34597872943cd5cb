// Arrow keys go from tile to tile; only one tile of each list is a stop for the Tab key.

export function arrowKeys(list) {
  const links = () => [...list.querySelectorAll("a.tile-link")];
  list.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns(list), ArrowUp: -columns(list) }[event.key];
    const next = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : step ? at + step : null;
    if (at >= 0 && next !== null) {
      event.preventDefault();
      all[Math.min(all.length - 1, Math.max(0, next))].focus();
    }
  });
  const stops = () => {
    const all = links();
    const stop = all.find((a) => a === document.activeElement) ?? all[0];
    all.forEach((a) => (a.tabIndex = a === stop ? 0 : -1));
  };
  list.addEventListener("focusin", stops);
  new MutationObserver(stops).observe(list, { childList: true });
}

function columns(list) {
  return getComputedStyle(list).gridTemplateColumns.split(" ").length;
}
