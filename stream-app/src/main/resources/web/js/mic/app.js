// Speak and watch yourself: notice → microphone → server → the same stream that the wall reads.

import { setText } from "../base/dom.js";
import { Store } from "../data/store.js";
import { Shell } from "../shell/shell.js";
import { Live } from "./live.js";
import { Recorder, spoken } from "./recorder.js";
import { Uplink } from "./uplink.js";

const node = (id) => document.getElementById(id);
const callId = `microphone-${crypto.getRandomValues(new Uint32Array(1))[0].toString(16)}`;
const store = new Store();
const shell = new Shell("microphone", ["ingest", "supervisor"]);
const recorder = new Recorder();
let live = null;
let uplink = null;
let due = false;

node("mic-consent").addEventListener("change", (e) => (node("mic-start").disabled = !e.target.checked));
node("mic-start").addEventListener("click", start);
addEventListener("pagehide", stop);

async function start() {
  node("mic-start").disabled = true;
  setText(node("mic-said"), "");
  try {
    const rate = await recorder.start(heardVoice);
    uplink = new Uplink(callId, rate, { started: show, ended });
  } catch (e) {
    recorder.stop();
    node("mic-start").disabled = false;
    setText(node("mic-said"), spoken(e));
  }
}

function show() {
  node("mic-notice").hidden = true;
  node("mic-live").hidden = false;
  live = new Live(node("mic-live"), callId, stop);
  live.button.focus();
  changed();
}

function heardVoice(samples, level) {
  uplink?.send(samples);
  live?.meter.update(level);
}

function stop() {
  recorder.stop();
  uplink?.stop();
}

function ended(reason) {
  recorder.stop();
  live?.over();
  node("mic-start").disabled = live !== null;
  setText(node("mic-said"), reason ?? "The microphone is off. What was estimated stays for as long as any call.");
}

function changed() {
  if (!due && live !== null) {
    due = true;
    requestAnimationFrame(() => {
      due = false;
      live.update(store.leg(callId, "voice"), store.now());
    });
  }
}

setInterval(changed, 1000);
shell.connect({ calls: [callId] }, (message) => {
  store.take(message);
  changed();
});
