package org.emotionmonitor.onnx.vad;

/** The rates that Silero VAD was trained for. Its chunks last 32 ms at either. */
public enum ModelRate {
  /** Telephone band: legs of 8 kHz. */
  NARROW(8_000, "silero_vad_8k_sequence.onnx"),
  /** Every other leg, resampled to 16 kHz. */
  WIDE(16_000, "silero_vad_16k_sequence.onnx");

  private static final int CONTEXT_SHARE = 8;

  private final int hz;
  private final String file;

  ModelRate(int hz, String file) {
    this.hz = hz;
    this.file = file;
  }

  /** The rate for a leg: its own if it is 8 kHz. */
  public static ModelRate of(int sampleRate) {
    return sampleRate == NARROW.hz ? NARROW : WIDE;
  }

  /** Samples per second. */
  public int hz() {
    return hz;
  }

  /** New samples of a chunk. */
  public int chunk() {
    return hz * ChunkClock.CHUNK_MS / 1_000;
  }

  /** Samples before a chunk that the model sees with it. */
  public int context() {
    return chunk() / CONTEXT_SHARE;
  }

  String file() {
    return file;
  }
}
