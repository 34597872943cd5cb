// What may help when an alert fires. About the conversation, never about the agent.

const HINTS = {
  unfriendly: "Let them finish. Then say back what you understood, before you offer anything.",
  sad: "Take your time. A short pause, and asking how to go on, may help.",
  fast: "They speak fast. Short sentences and a slower pace may help both of you.",
  loud: "They speak loudly. A calm, even voice may help; the line may be bad, too.",
};

export function hint(alert) {
  return HINTS[alert.label] ?? "A short pause may help.";
}
