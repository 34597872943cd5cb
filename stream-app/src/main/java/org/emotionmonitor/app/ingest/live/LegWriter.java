package org.emotionmonitor.app.ingest.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.Headers;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.domain.ConsentRecord;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;

/**
 * Writes one leg that comes in live: start, media in chunks of one length, control records, stop.
 * Used by one thread at a time; no call blocks. When Kafka takes nothing, audio is held up to the
 * limit; beyond it the leg has failed, which {@link #done} tells and every later call throws.
 */
public final class LegWriter {
  private static final byte[] NOTHING = {'{', '}'};

  private final StartRecord start;
  private final Outbox outbox;
  private final LiveLimits limits;
  private final InstantSource clock;
  private final Runnable ended;
  private final Rechunker chunks;
  private final CompletableFuture<LegTotals> done = new CompletableFuture<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong waitingBytes = new AtomicLong();
  private volatile IngestException failure;
  private volatile boolean stopped;
  private long written;
  private long bytes;

  LegWriter(
      StartRecord start, Outbox outbox, LiveLimits limits, InstantSource clock, Runnable ended) {
    this.start = start;
    this.outbox = outbox;
    this.limits = limits;
    this.clock = clock;
    this.ended = ended;
    this.chunks =
        new Rechunker(start.encoding(), start.sampleRate(), limits.chunkMs(), this::media);
  }

  /** What the leg began with. */
  public StartRecord start() {
    return start;
  }

  /**
   * Completes when the leg has been stopped and all of it is acknowledged, or exceptionally, with
   * an {@link IngestException}, as soon as something of it cannot be written. On any thread.
   */
  public CompletionStage<LegTotals> done() {
    return done.minimalCompletionStage();
  }

  /** What has been written so far. */
  public LegTotals totals() {
    return new LegTotals(written, Math.round(ms(bytes)));
  }

  void begin() throws IngestException {
    send(AudioHeaders.start(), Json.bytes(start));
  }

  /**
   * Audio in the leg's encoding, of any length.
   *
   * @return its length in ms
   * @throws IngestException if it is not whole samples, or the leg has failed
   */
  public double audio(byte[] audio) throws IngestException {
    int sample = start.encoding().bytesPerSample();
    if (audio.length % sample != 0) {
      throw new IngestException(
          IngestError.BAD_AUDIO,
          "%d bytes of %s are not whole samples of %d bytes"
              .formatted(audio.length, start.encoding().label(), sample));
    }
    check();
    chunks.add(audio);
    return ms(audio.length);
  }

  /** {@code ms} ms of the leg's audio never came and never will. */
  public void gap(long ms) throws IngestException {
    check();
    chunks.gap(ms);
  }

  /** The party's audio stops for a while, as on hold; the leg's clock stands still meanwhile. */
  public void pause() throws IngestException {
    control(AudioHeaders.pause(), Json.bytes(new At(clock.instant())));
  }

  /** The party's audio goes on. */
  public void resume() throws IngestException {
    control(AudioHeaders.resume(), Json.bytes(new At(clock.instant())));
  }

  /** The party has decided about the analysis. */
  public void consent(Consent consent) throws IngestException {
    control(AudioHeaders.consent(), Json.bytes(new ConsentRecord(consent, clock.instant())));
  }

  /** Ends the leg; {@link #done} tells when all of it is acknowledged. */
  public void stop() {
    if (stopped) {
      return;
    }
    try {
      chunks.flush();
      // Only now: the last acknowledgement may come before this method ends.
      waiting.incrementAndGet();
      send(AudioHeaders.stop(), NOTHING);
      stopped = true;
      acknowledged(0, null);
    } catch (IngestException e) {
      stopped = true;
    }
    ended.run();
  }

  private record At(Instant at) {}

  private void control(Headers headers, byte[] value) throws IngestException {
    check();
    chunks.flush();
    send(headers, value);
  }

  private void media(long seq, byte[] audio) throws IngestException {
    written++;
    bytes += audio.length;
    send(AudioHeaders.media(seq), audio);
  }

  private void send(Headers headers, byte[] value) throws IngestException {
    check();
    waiting.incrementAndGet();
    if (ms(waitingBytes.addAndGet(value.length)) > limits.outage().toMillis()) {
      fail(
          IngestError.BROKER_UNAVAILABLE,
          "Kafka has not taken the leg's audio for %d s; send it again later"
              .formatted(limits.outage().toSeconds()),
          null);
      throw failure;
    }
    outbox.send(this, start.key().toString(), clock.millis(), headers, value);
  }

  /** A record's fate; called by the outbox. */
  void acknowledged(int length, Exception e) {
    waitingBytes.addAndGet(-length);
    if (e != null) {
      fail(
          IngestError.BROKER_UNAVAILABLE,
          "Kafka did not take the leg's audio (%s); send it again later".formatted(e.getMessage()),
          e);
    }
    if (waiting.decrementAndGet() == 0 && stopped && failure == null) {
      done.complete(totals());
    }
  }

  void fail(IngestError error, String message, Throwable cause) {
    if (failure == null) {
      failure = new IngestException(error, message, cause);
      done.completeExceptionally(failure);
    }
  }

  private void check() throws IngestException {
    if (failure != null) {
      throw failure;
    }
    if (stopped) {
      throw new IngestException(IngestError.NOT_STARTED, "the leg has been stopped");
    }
  }

  private double ms(long audioBytes) {
    return audioBytes * 1_000.0 / start.encoding().bytesPerSample() / start.sampleRate();
  }
}
