// The agent's panel: the customer's side of the agent's own current call, and nothing else.

import { el, setText } from "../base/dom.js";
import { analysed, ended, told } from "../data/calls.js";
import { access } from "../data/session.js";
import { Store } from "../data/store.js";
import { Shell } from "../shell/shell.js";
import { Choice } from "./choice.js";
import { Glance } from "./glance.js";

const store = new Store();
const shell = new Shell("agent", ["agent"]);
const choice = new Choice(changed);
const idle = el("p", { class: "glance-idle" }, "No call at the moment.");
const idleNote = el("p", { class: "note" }, "When your next call begins, this shows how the customer’s voice sounds.");
const resting = el("div", { class: "glance-rest" }, idle, idleNote);
document.getElementById("agent").append(choice.node, resting);
document.body.classList.toggle("embedded", window.self !== window.top);
let glance = null;
let shownCall = null;
let due = false;

function changed() {
  if (!due) {
    due = true;
    requestAnimationFrame(draw);
  }
}

function draw() {
  due = false;
  const live = [...store.calls.values()].filter((call) => !ended(call) && customer(call) !== null);
  choice.update(live.map((call) => told(call, "agentId")));
  const agentId = access().agentId ?? choice.agentId;
  const own = live
    .filter((call) => told(call, "agentId") === agentId)
    .sort((a, b) => (told(b, "startedAt") ?? "").localeCompare(told(a, "startedAt") ?? ""));
  show(own[0] ?? null);
  setText(idle, agentId ? "No call at the moment." : "Whose call?");
  idleNote.hidden = !agentId;
}

function show(call) {
  resting.hidden = call !== null;
  if (call === null || call.callId !== shownCall) {
    glance?.node.remove();
    glance = null;
    shownCall = call?.callId ?? null;
  }
  if (call !== null) {
    if (glance === null) {
      glance = new Glance();
      glance.node.hidden = false;
      document.getElementById("agent").append(glance.node);
    }
    const leg = customer(call);
    const alert = store.alerts.ofCall(call.callId).find((a) => a.state !== "resolved" && a.legId === leg.legId);
    glance.update(call, leg, alert ?? null, store.now());
  }
}

/** The customer's analysed leg, or null; agents' legs are nobody's business here. */
function customer(call) {
  return [...call.legs.values()].find((leg) => leg.role === "customer" && analysed(leg)) ?? null;
}

addEventListener("resize", changed);
setInterval(changed, 1000);
shell.connect({ calls: ["*"] }, (message) => {
  store.take(message);
  changed();
});
