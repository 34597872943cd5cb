// The wall: stream → store → tiles and alerts.

import { el, setText } from "../base/dom.js";
import { ended, title } from "../data/calls.js";
import { Store } from "../data/store.js";
import { Announcer } from "../shell/announce.js";
import { Shell } from "../shell/shell.js";
import { emptyState } from "./empty.js";
import { Feed } from "./feed.js";
import { Filters } from "./filters.js";
import { groups } from "./groups.js";
import { Screen } from "./screen.js";
import { Tiles } from "./tiles.js";

const node = (id) => document.getElementById(id);
const store = new Store();
const shell = new Shell("wall", ["supervisor"]);
const announcer = new Announcer();
const filters = new Filters(node("filters"), refresh);
const empty = emptyState();
const noMatch = el(
  "p",
  { class: "empty", hidden: true },
  "No call matches. ",
  el("button", { type: "button", class: "quiet-button", on: { click: () => filters.clear() } }, "Clear the filters"),
);
const tiles = new Tiles(store, groups(node("tiles")), (call) => filters.matches(call));
const feed = new Feed(node("feed"), store, (call) => filters.matches(call, false));
const screen = new Screen(store, filters, node("screen-button"));
node("tiles").prepend(empty, noMatch);
let connected = false;

function refresh() {
  tiles.changed(null, true);
  feed.update();
  words();
}

function words() {
  const calls = [...store.calls.values()];
  const shown = calls.filter((call) => filters.matches(call));
  const live = calls.filter((call) => !ended(call)).length;
  filters.update(calls);
  setText(node("live-count"), `${live} live ${live === 1 ? "call" : "calls"}`);
  empty.hidden = !connected || calls.length > 0;
  noMatch.hidden = calls.length === 0 || shown.length > 0;
  document.body.dataset.view = connected && calls.length === 0 ? "empty" : "calls";
}

function heard(message) {
  connected ||= message.type === "snapshot";
  const { changed, fired } = store.take(message);
  if (message.type === "alert" || message.type === "snapshot") {
    feed.update();
  }
  tiles.changed(changed, message.type === "alert");
  screen.changed();
  if (fired) {
    const call = store.calls.get(fired.callId);
    announcer.say(`Alert: ${fired.message}, ${call ? title(call) : fired.callId}.`);
  }
  // The first call, and its alert, need not wait for the next second.
  if (message.type === "snapshot" || document.body.dataset.view === "empty") {
    words();
  }
}

shell.connect({ calls: ["*"] }, heard);
setInterval(() => {
  // Durations of silence, and how long ago an alert was, grow without any message.
  tiles.changed(store.silent());
  feed.update();
  words();
}, 1000);
