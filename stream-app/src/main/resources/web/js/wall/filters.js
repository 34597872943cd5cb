// What is shown: by queue, agent, emotion and text. Kept behind the # of the address, which no
// server sees, so that a wall can be bookmarked.

import { el, setAttribute, setText } from "../base/dom.js";
import { EMOTIONS, shape } from "../base/emotions.js";
import { capital } from "../base/format.js";
import { ended, mainLeg, title, told } from "../data/calls.js";

export class Filters {
  #changed;
  #state = new URLSearchParams();
  #text = el("input", { type: "search", placeholder: "Search calls", "aria-label": "Search calls", on: { input: () => this.set("text", this.#text.value) } });
  #queue = this.#select("queue", "All queues");
  #agent = this.#select("agent", "All agents");
  #chips = EMOTIONS.map((emotion) => this.#chip(emotion));

  constructor(root, changed) {
    this.#changed = changed;
    root.append(
      this.#text,
      this.#queue.node,
      this.#agent.node,
      el("div", { class: "chips", role: "group", "aria-label": "Expressed emotion now" }, ...this.#chips.map((c) => c.node)),
    );
    addEventListener("hashchange", () => this.#follow());
    this.#read();
  }

  clear() {
    ["text", "queue", "agent", "emotion"].forEach((name) => this.#state.delete(name));
    this.#write();
  }

  /** Whether the filters let the call through; without the one by emotion if byEmotion is false. */
  matches(call, byEmotion = true) {
    const emotions = byEmotion ? this.#emotions() : [];
    const label = mainLeg(call)?.current?.emotion?.label;
    const [queue, agent, text] = ["queue", "agent", "text"].map((n) => this.#state.get(n));
    return (
      (!queue || told(call, "queue") === queue) &&
      (!agent || told(call, "agentId") === agent) &&
      (emotions.length === 0 || emotions.includes(label)) &&
      (!text || searched(call).includes(text.toLowerCase()))
    );
  }

  /** Takes the choices and the counts from the calls. */
  update(calls) {
    const live = calls.filter((call) => !ended(call));
    this.#queue.options(live.map((call) => told(call, "queue")));
    this.#agent.options(live.map((call) => told(call, "agentId")));
    const labels = live.map((call) => mainLeg(call)?.current?.emotion?.label);
    this.#chips.forEach((c) => c.count(labels.filter((label) => label === c.emotion).length));
  }

  #emotions() {
    return this.#state.get("emotion")?.split(",").filter(Boolean) ?? [];
  }

  get(name) {
    return this.#state.get(name) ?? "";
  }

  /** Also keeps whether the wall screen is on, as it belongs to the same bookmark. */
  set(name, value) {
    if (value) {
      this.#state.set(name, value);
    } else {
      this.#state.delete(name);
    }
    this.#write();
  }

  #write() {
    history.replaceState(null, "", `${location.pathname}#${this.#state}`);
    this.#follow();
  }

  #follow() {
    this.#read();
    this.#changed();
  }

  #read() {
    this.#state = new URLSearchParams(location.hash.slice(1));
    if (document.activeElement !== this.#text) {
      this.#text.value = this.get("text");
    }
    this.#queue.show(this.get("queue"));
    this.#agent.show(this.get("agent"));
    this.#chips.forEach((c) => setAttribute(c.node, "aria-pressed", String(this.#emotions().includes(c.emotion))));
  }

  #toggle(emotion) {
    const before = this.#emotions();
    const after = before.includes(emotion) ? before.filter((e) => e !== emotion) : [...before, emotion];
    this.set("emotion", after.join(","));
  }

  #chip(emotion) {
    const count = el("span", { class: "count" });
    const node = el(
      "button",
      { type: "button", class: "chip", "aria-pressed": "false", on: { click: () => this.#toggle(emotion) } },
      shape(emotion),
      el("span", {}, capital(emotion)),
      count,
    );
    return { emotion, node, count: (n) => setText(count, String(n)) };
  }

  #select(name, all) {
    const node = el("select", { "aria-label": capital(name), on: { change: () => this.set(name, node.value) } });
    let [offered, chosen] = ["", ""];
    const build = (values) => {
      const list = [...new Set([...values, chosen].filter(Boolean))].sort();
      if (offered !== list.join("\n") || node.options.length === 0) {
        offered = list.join("\n");
        node.replaceChildren(el("option", { value: "" }, all), ...list.map((v) => el("option", { value: v }, v)));
      }
      node.value = chosen;
    };
    return {
      node,
      options: build,
      show(value) {
        chosen = value;
        build(offered.split("\n"));
      },
    };
  }
}

function searched(call) {
  return [title(call), call.callId, told(call, "queue"), told(call, "agentId")].join(" ").toLowerCase();
}
