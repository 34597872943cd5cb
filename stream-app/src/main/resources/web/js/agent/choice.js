// Which agent's call to show, for a server without sign-in: there the token does not say it.

import { el } from "../base/dom.js";
import { access } from "../data/session.js";

export class Choice {
  #select = el("select", { id: "agent-choice" });
  #offered = "";
  node = el("p", { class: "glance-choice", hidden: true }, el("label", { for: "agent-choice" }, "Agent "), this.#select);

  constructor(changed) {
    this.#select.addEventListener("change", () => {
      history.replaceState(null, "", `#${new URLSearchParams({ agent: this.#select.value })}`);
      changed();
    });
  }

  get agentId() {
    return new URLSearchParams(location.hash.slice(1)).get("agent");
  }

  update(agents) {
    this.node.hidden = access().agentId !== null;
    const list = [...new Set([...agents, this.agentId].filter(Boolean))].sort();
    if (this.#offered !== list.join("\n")) {
      this.#offered = list.join("\n");
      this.#select.replaceChildren(el("option", { value: "" }, "Choose"), ...list.map((a) => el("option", { value: a }, a)));
    }
    this.#select.value = this.agentId ?? "";
  }
}
