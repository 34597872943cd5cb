// What every page has: header, navigation by role, connection, sign-in.

import { el, setAttribute, svg } from "../base/dom.js";
import { hasRoles } from "../data/session.js";
import { Stream } from "../data/socket.js";
import { Account } from "./account.js";
import { Status } from "./status.js";
import { askForToken } from "./token.js";

const PAGES = [
  { id: "wall", href: "/", name: "Wall", roles: ["supervisor"] },
  { id: "agent", href: "/agent.html", name: "Agent", roles: ["agent"] },
  { id: "microphone", href: "/microphone.html", name: "Microphone", roles: ["ingest", "supervisor"] },
  { id: "about", href: "/about.html", name: "About" },
];

export class Shell {
  #account = new Account();
  #links;
  #refusal = el("p", { class: "notice", hidden: true });
  #needs;

  /** page: id of the page in the navigation; needs: the roles that it takes, all of them. */
  constructor(page, needs = []) {
    this.#needs = needs;
    this.#links = PAGES.map((p) =>
      el("a", { href: p.href, "aria-current": p.id === page ? "page" : null }, p.name),
    );
    const status = el("p", { class: "status", id: "status", hidden: page === "about" });
    document.getElementById("top").append(
      el("div", { class: "brand" }, mark(), el("p", { class: "brand-name" }, "Emotion monitor")),
      el("nav", { class: "pages", "aria-label": "Pages" }, ...this.#links),
      this.#account.node,
      status,
    );
    this.notice = el("p", { class: "notice", id: "notice", role: "status", hidden: true });
    document.getElementById("top").after(this.notice, this.#refusal);
    this.status = new Status(status, this.notice);
    document.querySelectorAll("a.skip").forEach(skipTo);
    this.#showAccess();
  }

  /** Connects for good; heard(message) gets every message, drawn() is called when words changed. */
  connect(subscription, heard, drawn = () => {}) {
    const stream = new Stream(subscription, {
      message: (message) => {
        this.status.source(message.source);
        if (message.type === "hello") {
          this.#showAccess();
        }
        heard(message);
      },
      state: (state, retryAtMs) => {
        this.status.connection(state, retryAtMs);
        if (state === "token" || state === "expired") {
          askForToken(state === "expired", () => {
            this.#showAccess();
            stream.now();
          });
        }
        drawn();
      },
    });
    stream.now();
    return stream;
  }

  #showAccess() {
    this.#account.update();
    PAGES.forEach((p, i) => {
      this.#links[i].hidden = !hasRoles(p.roles ?? []);
    });
    const refused = !hasRoles(this.#needs);
    this.#refusal.hidden = !refused;
    this.#refusal.textContent = refused ? `This page is for the role ${this.#needs.join(" and ")}, which your token does not have.` : "";
    setAttribute(document.body, "data-refused", refused ? "" : null);
  }
}

/** Moves the focus without touching what the page keeps behind the # of its address. */
function skipTo(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector(link.hash).focus();
  });
}

function mark() {
  return svg(
    "svg",
    { class: "brand-mark", viewBox: "0 0 32 32", "aria-hidden": "true" },
    svg("rect", { width: 32, height: 32, rx: 8 }),
    svg("path", { d: "M5 19c3 0 3-8 6-8s3 12 6 12 3-16 5-16 2 12 5 12" }),
  );
}
