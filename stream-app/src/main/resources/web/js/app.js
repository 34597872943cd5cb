// Joins the parts: stream → store → list and detail, drawn at most once a frame.

import { get, TokenNeeded } from "./api.js";
import { analysed, inOrder } from "./calls.js";
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
  if (chosen && store.leg(chosen.callId, chosen.legId)) {
    return chosen;
  }
  if (narrow()) {
    return null;
  }
  // A wide screen has room: show the first leg there is, and stay with it.
  const { live, ended } = inOrder(store.calls);
  for (const call of [...live, ...ended]) {
    for (const leg of call.legs.values()) {
      if (analysed(leg)) {
        route.preset({ callId: call.callId, legId: leg.legId });
        return { callId: call.callId, legId: leg.legId };
      }
    }
  }
  return null;
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

function follow({ callId, legId }) {
  const key = `${callId}/${legId}`;
  if (followed !== key) {
    followed = key;
    store.follow(callId, legId);
    fetchHistory(callId);
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
