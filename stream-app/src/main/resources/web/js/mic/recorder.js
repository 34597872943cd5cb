// The microphone: asks for it, hands out chunks of s16le, and lets go of it for good.

const WISHED_RATE = 16_000;

export class Recorder {
  #media = null;
  #context = null;

  /** chunk(bytes, level): 100 ms of audio, level its root mean square, 0 to 1. Returns the sample rate. */
  async start(chunk) {
    // What the browser would do to the voice would change what it expresses.
    const constraints = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    this.#media = await navigator.mediaDevices.getUserMedia({ audio: constraints });
    this.#context = new AudioContext({ sampleRate: WISHED_RATE });
    const source = this.#source();
    await this.#context.audioWorklet.addModule("/js/mic/capture-worklet.js");
    const node = new AudioWorkletNode(this.#context, "capture", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
    node.port.onmessage = ({ data }) => chunk(data.samples, data.level);
    source.connect(node);
    return this.#context.sampleRate;
  }

  /** Some browsers cannot change the microphone's rate: there it stays as it is. */
  #source() {
    try {
      return this.#context.createMediaStreamSource(this.#media);
    } catch {
      this.#context.close();
      this.#context = new AudioContext();
      return this.#context.createMediaStreamSource(this.#media);
    }
  }

  stop() {
    this.#media?.getTracks().forEach((track) => track.stop());
    this.#context?.close();
    this.#media = null;
    this.#context = null;
  }
}

/** What went wrong, for people. */
export function spoken(error) {
  return (
    {
      NotAllowedError: "The browser did not allow the microphone. Allow it for this page and start again.",
      NotFoundError: "This computer has no microphone that the browser can see.",
      NotReadableError: "The microphone is in use by another program.",
    }[error.name] ?? error.message
  );
}
