// The legend, and which model speaks.

import { el, setText } from "../base/dom.js";
import { EMOTIONS, shape } from "../base/emotions.js";
import { capital } from "../base/format.js";
import { get } from "../data/api.js";
import { Shell } from "../shell/shell.js";

new Shell("about");
document.getElementById("legend").append(...EMOTIONS.map((e) => el("li", {}, shape(e), capital(e))));

try {
  // Before the first scored window the answer is 404, and the page's own words stand.
  const calls = await get("/v1/calls");
  const model = calls.calls.flatMap((call) => call.legs).find((leg) => leg.model)?.model;
  if (model) {
    setText(document.getElementById("model"), `In use now: ${model.name} ${model.version}, SHA-256 ${model.sha256}…`);
  }
} catch {
  // Who is not signed in can still read the rest.
}
