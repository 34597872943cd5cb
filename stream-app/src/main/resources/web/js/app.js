// Joins the parts: stream → store → list and detail, drawn at most once a frame.

import { get, TokenNeeded } from "./api.js";
import { analysed, ended, inOrder } from "./calls.js";
import { CallList } from "./call-list.js";
import { Detail } from "./detail.js";
import * as route from "./route.js";
import { Status } from "./status.js";
import { Store } from "./store.js";
import { Stream } from "./socket.js";
import { askForToken } from "./token.js";

const store = new Store();
const status = new Status(document.getElementById("status"), document.getElementById("notice"));
const pane = document.getElementById("detail");
const list = new CallList(document.getElementById("calls"), (leg) => {
  preset = "";
  route.choose(leg);
  if (narrow()) {
    pane.focus();
  }
});
const hint = document.createElement("p");
hint.className = "hint";
hint.textContent = "Choose a leg to see how it sounds over time.";
const content = document.createElement("div");
content.className = "detail-content";
pane.append(hint, content);
const detail = new Detail(content, () => {
  route.clear();
  changed();
});
let followed = "";
/** The leg that the page chose by itself, if it did. */
let preset = "";
let connected = false;
let due = false;

function narrow() {
  return matchMedia("(max-width: 860px)").matches;
}

function changed() {
  if (!due) {
    due = true;
    requestAnimationFrame(draw);
  }
}

function selection() {
  const chosen = route.chosen();
  const known = chosen && store.leg(chosen.callId, chosen.legId) ? chosen : null;
  const own = known !== null && preset === key(known);
  if (narrow() || (known && !(own && ended(store.calls.get(known.callId))))) {
    return known;
  }
  // A wide screen has room: show a leg, a live one if there is any, and go on to the next when it
  // ends. What the user chose stays.
  const order = inOrder(store.calls);
  const next = firstAnalysed(order.live) ?? known ?? firstAnalysed(order.ended);
  if (next) {
    preset = key(next);
    route.preset(next);
  }
  return next;
}

function firstAnalysed(calls) {
  for (const call of calls) {
    const leg = [...call.legs.values()].find(analysed);
    if (leg) {
      return { callId: call.callId, legId: leg.legId };
    }
  }
  return null;
}

function key({ callId, legId }) {
  return `${callId}/${legId}`;
}

function draw() {
  due = false;
  const chosen = selection();
  document.body.dataset.view = chosen ? "detail" : store.calls.size === 0 ? "empty" : "list";
  list.update(store, chosen, connected);
  hint.hidden = chosen !== null || store.calls.size === 0;
  content.hidden = chosen === null;
  if (chosen) {
    follow(chosen);
    const call = store.calls.get(chosen.callId);
    detail.update(call, call.legs.get(chosen.legId), store.timeline(), store.now());
  }
}

function follow(leg) {
  if (followed !== key(leg)) {
    followed = key(leg);
    store.follow(leg.callId, leg.legId);
    fetchHistory(leg.callId);
  }
}

async function fetchHistory(callId) {
  try {
    store.history(callId, await get(`/v1/calls/${encodeURIComponent(callId)}/timeline`));
    changed();
  } catch (e) {
    if (!(e instanceof TokenNeeded)) {
      // The live points still come; the past is asked for again after the next reconnect.
      console.info("no timeline:", e.message);
    }
  }
}

const stream = new Stream({
  message(message) {
    status.source(message.source);
    connected ||= message.type === "snapshot";
    if (store.take(message) && route.chosen()) {
      followed = "";
    }
    changed();
  },
  state(state, retryAtMs) {
    status.connection(state, retryAtMs);
    if (state === "token") {
      askForToken(() => stream.now());
    }
    changed();
  },
});

addEventListener("hashchange", changed);
addEventListener("popstate", changed);
// Durations of silence grow without any message.
setInterval(changed, 1000);
stream.now();
