// What follows from a call's and a leg's data.

/** Silence of a live leg after which the page says so. */
const QUIET_MS = 5000;

export function dropped(leg) {
  return leg.policy?.decision === "drop";
}

export function analysed(leg) {
  return !dropped(leg);
}

/** The call's legs, the customer's first. */
export function legsOf(call) {
  const order = (leg) => (leg.role === "customer" ? 0 : 1);
  return [...call.legs.values()].sort((a, b) => order(a) - order(b) || a.legId.localeCompare(b.legId));
}

/** The leg that stands for the call: the customer's, or else the first that is analysed. */
export function mainLeg(call) {
  const legs = legsOf(call);
  return legs.find(analysed) ?? legs[0];
}

/** A dropped leg says nothing more, so the others decide. */
export function ended(call) {
  const legs = [...call.legs.values()];
  return legs.some((l) => l.state === "ended") && legs.every((l) => l.state === "ended" || dropped(l));
}

/** How long the call has been going on, in ms of audio. */
export function duration(call) {
  return Math.max(0, ...[...call.legs.values()].map(position));
}

/** Where the leg is, in ms of its audio. */
export function position(leg) {
  return Math.max(leg.audioMs ?? 0, leg.current?.window.endMs ?? 0);
}

export function synthetic(call) {
  return [...call.legs.values()].some((l) => l.attributes?.synthetic === "true");
}

/** What the call is called: the title of its start record, if that has one. */
export function title(call) {
  const legs = [...call.legs.values()];
  return legs.map((l) => l.attributes?.title).find((t) => t) ?? call.callId;
}

/** The first value that any leg tells of, such as its queue. */
export function told(call, field) {
  return [...call.legs.values()].map((l) => l[field]).find((v) => v) ?? null;
}

/** Milliseconds that nothing has been heard of a live leg; 0 if it is not worth a word. */
export function quiet(leg, nowMs) {
  const ms = nowMs - leg.lastSeenMs;
  return leg.state === "live" && ms > QUIET_MS ? ms : 0;
}
