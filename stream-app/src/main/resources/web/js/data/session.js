// Who is signed in. The token lives in this tab alone (sessionStorage), never in a URL.

const KEY = "emotion-monitor.token";
export const ALL_ROLES = ["supervisor", "agent", "ingest", "admin"];

let told = null;

export function token() {
  return sessionStorage.getItem(KEY);
}

export function keepToken(value) {
  sessionStorage.setItem(KEY, value);
  told = null;
}

export function forgetToken() {
  sessionStorage.removeItem(KEY);
  told = null;
}

/** Takes in what the server's hello says of this client; it knows better than the token's text. */
export function learn(access) {
  told = access ?? null;
}

/** {subject, roles, agentId, expiresAtMs}; a server without keys lets everybody see everything. */
export function access() {
  if (told !== null) {
    return { ...told, expiresAtMs: told.expiresAt ? Date.parse(told.expiresAt) : null };
  }
  const claims = payload(token());
  return {
    subject: claims?.sub ?? null,
    roles: claims?.roles ?? ALL_ROLES,
    agentId: claims?.agent_id ?? null,
    expiresAtMs: claims?.exp ? claims.exp * 1000 : null,
  };
}

/** Whether the client has all of these roles; an admin has. */
export function hasRoles(wanted) {
  const { roles } = access();
  return roles.includes("admin") || wanted.every((role) => roles.includes(role));
}

/** The claims of a JWT, unchecked: only the server checks them. */
function payload(jwt) {
  const part = jwt?.split(".")[1];
  if (!part) {
    return null;
  }
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
