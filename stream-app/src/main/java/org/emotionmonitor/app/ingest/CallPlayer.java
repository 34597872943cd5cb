package org.emotionmonitor.app.ingest;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.AudioFile;

/**
 * Plays one file as one call. A chunk is sent when its last sample would have been captured. Its
 * capture time is the real time of sending at every speed: a call played ten times as fast looks to
 * the rest of the system like a call whose party talks ten times as fast, and latencies stay true.
 */
final class CallPlayer {

  private final AudioPublisher publisher;
  private final ReplayOptions options;
  private final ReplayListener listener;
  private final InstantSource clock;

  CallPlayer(
      AudioPublisher publisher,
      ReplayOptions options,
      ReplayListener listener,
      InstantSource clock) {
    this.publisher = publisher;
    this.options = options;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Plays the call to its end, or until the thread is interrupted; either way its legs are stopped.
   *
   * @throws IOException when the file is broken
   */
  void play(CallPlan call) throws IOException {
    try (AudioFile file = AudioFile.open(call.file())) {
      listener.started(call);
      for (LegPlan leg : call.legs()) {
        publisher.start(start(call, leg));
      }
      try {
        sendChunks(call, file);
      } finally {
        stop(call);
      }
      listener.ended(call);
    }
  }

  private void stop(CallPlan call) {
    // The producer does not send for an interrupted thread, but a stopped call is to end properly.
    boolean interrupted = Thread.interrupted();
    try {
      for (LegPlan leg : call.legs()) {
        publisher.stop(leg.key(), clock.instant());
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private StartRecord start(CallPlan call, LegPlan leg) {
    CallDetails details = call.details();
    return new StartRecord(
        call.callId(),
        leg.key().legId(),
        leg.role(),
        details.agentId(),
        details.queue(),
        details.language(),
        options.encoding(),
        call.sampleRate(),
        options.chunkMs(),
        clock.instant(),
        null,
        details.attributes());
  }

  private void sendChunks(CallPlan call, AudioFile file) throws IOException {
    Pacer pacer = new Pacer(options.speed(), System::nanoTime, LockSupport::parkNanos);
    ChunkReader chunks = new ChunkReader(file, options.chunkMs(), options.encoding());
    for (long seq = 0; chunks.next() && !Thread.currentThread().isInterrupted(); seq++) {
      pacer.await((double) chunks.position() / call.sampleRate());
      for (LegPlan leg : call.legs()) {
        publisher.media(leg.key(), seq, chunks.encoded(leg.channel()), clock.instant());
      }
      listener.sent(call, chunks.samples(), call.legs().size());
    }
  }
}
