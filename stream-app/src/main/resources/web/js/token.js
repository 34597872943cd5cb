// Asks for the token when the server wants one.

import { el } from "./dom.js";
import { keepToken, token } from "./api.js";

/** Shows the dialog once; calls back when a token has been given. */
export function askForToken(given) {
  if (document.querySelector("dialog.token")) {
    return;
  }
  const input = el("input", { type: "password", name: "token", autocomplete: "off", required: true, "aria-label": "Token" });
  const dialog = el(
    "dialog",
    { class: "token", "aria-labelledby": "token-title" },
    el(
      "form",
      { method: "dialog" },
      el("h2", { id: "token-title" }, token() ? "The token is not accepted" : "Token needed"),
      el("p", {}, "This server shows calls only to those who know its token (gateway.token). It is kept until this tab closes."),
      input,
      el("button", { type: "submit", class: "primary" }, "Connect"),
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
