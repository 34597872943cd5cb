// The chosen leg, in the address after #, so that it can be bookmarked and the back button works.

export function chosen() {
  const parts = location.hash.replace(/^#\/?/, "").split("/");
  if (parts.length !== 2 || !parts[0] || !parts[1]) {
    return null;
  }
  try {
    return { callId: decodeURIComponent(parts[0]), legId: decodeURIComponent(parts[1]) };
  } catch {
    return null;
  }
}

export function choose({ callId, legId }) {
  location.hash = `#/${encodeURIComponent(callId)}/${encodeURIComponent(legId)}`;
}

/** Without a step in the history: the page chose, not the user. */
export function preset({ callId, legId }) {
  history.replaceState(null, "", `#/${encodeURIComponent(callId)}/${encodeURIComponent(legId)}`);
}

export function clear() {
  history.pushState(null, "", location.pathname);
}
