// Asks for the token when the server wants one, or another one.

import { el } from "../base/dom.js";
import { forgetToken, keepToken, token } from "../data/session.js";

const WHY = {
  needed: ["Sign in", "This server shows calls only to those who have a token. Ask whoever runs it for yours."],
  refused: ["The token is not accepted", "It may be mistyped, expired, or made for another server."],
  expired: ["Your sign-in has expired", "Tokens hold for a limited time. Get a new one and go on where you were."],
};

/** Shows the dialog once; calls back when a token has been given. */
export function askForToken(expired, given) {
  if (document.querySelector("dialog.token")) {
    return;
  }
  const [title, text] = WHY[expired ? "expired" : token() ? "refused" : "needed"];
  forgetToken();
  const input = el("input", {
    type: "password",
    id: "token-input",
    autocomplete: "off",
    spellcheck: "false",
    required: true,
    "aria-describedby": "token-note",
  });
  const dialog = el(
    "dialog",
    { class: "token", "aria-labelledby": "token-title" },
    el(
      "form",
      { method: "dialog" },
      el("h2", { id: "token-title" }, title),
      el("p", {}, text),
      el("label", { for: "token-input" }, "Token"),
      input,
      el("p", { class: "note", id: "token-note" }, "It is kept in this tab until you sign out or close it, and never put into an address."),
      el("button", { type: "submit", class: "primary" }, "Sign in"),
    ),
  );
  dialog.addEventListener("close", () => {
    if (input.value) {
      keepToken(input.value.trim());
    }
    dialog.remove();
    given();
  });
  document.body.append(dialog);
  dialog.showModal();
}
