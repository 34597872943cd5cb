// One call, live or over.

import { AlertCard } from "../alerts/alert-card.js";
import { el } from "../base/dom.js";
import { analysed, dropped, legsOf, title } from "../data/calls.js";
import { Store } from "../data/store.js";
import { Timeline } from "../data/timeline.js";
import { Announcer } from "../shell/announce.js";
import { Shell } from "../shell/shell.js";
import { Head } from "./head.js";
import { LegNow } from "./leg-now.js";
import { OverTime } from "./over-time.js";

const callId = decodeURIComponent(location.hash.slice(1));
const timeline = new Timeline(callId);
const store = new Store((id, legId, point) => id === callId && timeline.add(legId, point));
const shell = new Shell("call", ["supervisor"]);
const announcer = new Announcer();
const head = new Head(callId);
const missing = el("p", { class: "empty", hidden: true }, "This call is not live and did not end lately.");
const alertList = el("ul", { class: "feed-list call-alerts", hidden: true, "aria-label": "Alerts" });
const tops = el("div", { class: "leg-tops" });
const bottoms = el("div", { class: "leg-bottoms" });
const unheard = el("p", { class: "note" });
const overTime = new OverTime((legId, index) => {
  hovered = { legId, index };
  changed();
}, changed);
const body = el("div", { class: "detail-content", hidden: true }, alertList, tops, overTime.node, bottoms, unheard);
document.getElementById("call").append(head.node, missing, body);
const legs = new Map();
const cards = new Map();
let hovered = { legId: null, index: null };
let due = false;
let connected = false;

function changed() {
  if (!due) {
    due = true;
    requestAnimationFrame(draw);
  }
}

function draw() {
  due = false;
  const call = store.calls.get(callId);
  missing.hidden = !connected || call !== undefined;
  body.hidden = call === undefined;
  if (call === undefined) {
    return;
  }
  document.title = `${title(call)} – Emotion monitor`;
  head.update(call);
  const alerts = store.alerts.ofCall(callId);
  drawAlerts(alerts, title(call));
  overTime.update(call, timeline, alerts);
  legsOf(call).filter(analysed).forEach((leg) => drawLeg(call, leg));
  const silent = legsOf(call).filter(dropped).map((leg) => `${leg.role}, ${leg.policy.reason}`);
  unheard.textContent = silent.length > 0 ? `Not analysed: ${silent.join("; ")}.` : "";
}

function drawLeg(call, leg) {
  if (!legs.has(leg.legId)) {
    legs.set(leg.legId, new LegNow(leg));
    tops.append(legs.get(leg.legId).top);
    bottoms.append(legs.get(leg.legId).bottom);
  }
  const at = hovered.legId === leg.legId && hovered.index !== null ? timeline.points(leg.legId, 0)[hovered.index] : null;
  legs.get(leg.legId).update(leg, at ?? null, call.totals, store.now());
}

function drawAlerts(alerts, name) {
  alertList.hidden = alerts.length === 0;
  alerts.forEach((alert, i) => {
    const card = cards.get(alert.alertId) ?? new AlertCard(alert);
    cards.set(alert.alertId, card);
    if (alertList.children[i] !== card.node) {
      alertList.insertBefore(card.node, alertList.children[i] ?? null);
    }
    card.update(alert, name, store.now());
  });
}

async function fetchPast() {
  try {
    await timeline.fetch();
    changed();
  } catch (e) {
    // The live windows still come; the past is asked for again after the next reconnect.
    console.info("no timeline:", e.message);
  }
}

addEventListener("hashchange", () => location.reload());
setInterval(changed, 1000);
shell.connect({ calls: [callId] }, (message) => {
  connected ||= message.type === "snapshot";
  const { hole, fired } = store.take(message);
  if (hole && store.calls.has(callId)) {
    fetchPast();
  }
  if (fired) {
    announcer.say(`Alert: ${fired.message}.`);
  }
  changed();
});
