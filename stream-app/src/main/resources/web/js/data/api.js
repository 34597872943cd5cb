// Requests and WebSockets, with the token where there is one.

import { token } from "./session.js";

/** The answer needs a token, or another one. */
export class TokenNeeded extends Error {}

/** The server's refusal, in its own words. */
export class Refused extends Error {}

/** What the token's roles do not allow. */
export class Forbidden extends Refused {}

/** The JSON at path, or null if there is none (404). */
export async function get(path) {
  const answer = await request(path);
  return answer === null ? null : answer.json();
}

/** The bytes at path, for a download; null if there are none. */
export async function getBlob(path) {
  const answer = await request(path);
  return answer === null ? null : answer.blob();
}

export async function post(path, body) {
  const answer = await request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer === null) {
    throw new Refused("The server does not know of this any more.");
  }
}

async function request(path, options = {}) {
  const headers = { ...options.headers, ...(token() ? { Authorization: `Bearer ${token()}` } : {}) };
  const answer = await fetch(path, { ...options, headers, cache: "no-store" });
  if (answer.status === 401) {
    throw new TokenNeeded("A token is needed.");
  }
  if (answer.status === 404) {
    return null;
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    const Refusal = answer.status === 403 ? Forbidden : Refused;
    throw new Refusal(problem.detail ?? `The server answered ${answer.status}.`);
  }
  return answer;
}

/** A WebSocket of this server; a browser can send the token in no other way than as a subprotocol. */
export function openSocket(path) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return new WebSocket(`${scheme}://${location.host}${path}`, subprotocols());
}

function subprotocols() {
  const offered = ["emotion-monitor.v1"];
  if (token()) {
    const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(token())));
    offered.push(`bearer.${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`);
  }
  return offered;
}
