// REST with the token, which lives in this tab alone and never in a URL.

const KEY = "emotion-monitor.token";

/** The answer needs a token, or another one. */
export class TokenNeeded extends Error {}

export function token() {
  return sessionStorage.getItem(KEY);
}

export function keepToken(value) {
  sessionStorage.setItem(KEY, value);
}

/** The JSON at path, or null if there is none (404). */
export async function get(path) {
  const headers = token() ? { Authorization: `Bearer ${token()}` } : {};
  const answer = await fetch(path, { headers, cache: "no-store" });
  if (answer.status === 401) {
    throw new TokenNeeded();
  }
  if (answer.status === 404) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

/** The subprotocols of the WebSocket; a browser can send the token in no other way. */
export function subprotocols() {
  const offered = ["emotion-monitor.v1"];
  if (token()) {
    const bytes = new TextEncoder().encode(token());
    const base64 = btoa(String.fromCharCode(...bytes));
    offered.push(`bearer.${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`);
  }
  return offered;
}
