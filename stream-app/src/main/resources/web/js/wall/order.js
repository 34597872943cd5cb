// Which call comes first: open alerts, then by how unfriendly the last half minute sounded.

import { byUrgency } from "../data/alerts.js";
import { analysed, ended, mainLeg, told } from "../data/calls.js";
import { meanOf } from "../data/recent.js";

const HEAT_MS = 30_000;
/** Coarse, so that calls that differ little stay where they are. */
const STEPS = 5;

/** {call, alert, group: "attention" | "calm" | "ended", heat, since} */
export function ranked(call, alerts) {
  const over = ended(call);
  const alert = over ? null : alerts.open(call.callId);
  const leg = mainLeg(call);
  const scored = leg !== undefined && analysed(leg);
  return {
    call,
    alert,
    group: over ? "ended" : alert ? "attention" : "calm",
    heat: scored ? Math.round(STEPS * meanOf(leg.recent, "unfriendly", HEAT_MS)) : -1,
    since: told(call, over ? "endedAt" : "startedAt") ?? "",
  };
}

export function compare(a, b) {
  if (a.alert && b.alert) {
    return byUrgency(a.alert, b.alert);
  }
  const latestFirst = a.group === "ended" ? -1 : 1;
  return b.heat - a.heat || latestFirst * a.since.localeCompare(b.since) || a.call.callId.localeCompare(b.call.callId);
}
