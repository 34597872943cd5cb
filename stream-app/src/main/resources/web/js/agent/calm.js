// The customer's state for a glance: the mean of the last few windows, and slow to change its mind.

import { EMOTIONS } from "../base/emotions.js";

const SPAN_MS = 8000;
/** How much likelier another emotion must be before the word changes. */
const MARGIN = 0.08;

export class Calm {
  #label = null;

  /** {label, p}: the emotion and its mean probability; label is null without speech. */
  of(recent) {
    const from = (recent.at(-1)?.endMs ?? 0) - SPAN_MS;
    const scored = recent.filter((r) => r.p !== null && r.endMs > from);
    if (scored.length === 0) {
      this.#label = null;
      return { label: null, p: 0 };
    }
    const means = EMOTIONS.map((_, i) => scored.reduce((sum, r) => sum + r.p[i], 0) / scored.length);
    const best = means.indexOf(Math.max(...means));
    const kept = EMOTIONS.indexOf(this.#label);
    const index = kept >= 0 && means[best] - means[kept] < MARGIN ? kept : best;
    this.#label = EMOTIONS[index];
    return { label: this.#label, p: means[index] };
  }
}
