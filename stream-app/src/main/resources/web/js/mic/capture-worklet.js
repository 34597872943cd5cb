// Runs beside the page, in the audio thread: gathers 100 ms of samples as signed 16 bit numbers.

class Capture extends AudioWorkletProcessor {
  #chunk = new Int16Array(Math.round(sampleRate / 10));
  #filled = 0;
  #squares = 0;

  process([channels]) {
    for (const sample of channels[0] ?? []) {
      const clamped = Math.max(-1, Math.min(1, sample));
      this.#chunk[this.#filled++] = Math.round(clamped * 32767);
      this.#squares += clamped * clamped;
      if (this.#filled === this.#chunk.length) {
        this.#send();
      }
    }
    return true;
  }

  #send() {
    const level = Math.sqrt(this.#squares / this.#filled);
    const samples = this.#chunk.slice().buffer;
    this.port.postMessage({ samples, level }, [samples]);
    this.#filled = 0;
    this.#squares = 0;
  }
}

registerProcessor("capture", Capture);
