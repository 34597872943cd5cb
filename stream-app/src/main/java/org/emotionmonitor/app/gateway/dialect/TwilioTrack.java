package org.emotionmonitor.app.gateway.dialect;

import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.app.ingest.live.LegWriter;

/** One track of a stream, in order. */
final class TwilioTrack implements InOrder.Sink {
  private final LegWriter leg;
  private final InOrder order = new InOrder(this);
  private double writtenMs;
  private double pieceMs;

  TwilioTrack(LegWriter leg) {
    this.leg = leg;
  }

  /**
   * Adds a piece; returns the audio that was passed on, in ms.
   *
   * @param chunk its number, or -1 if pieces have none
   */
  double add(long chunk, byte[] audio) throws IngestException {
    writtenMs = 0;
    if (chunk < 0) {
      audio(audio);
    } else {
      order.add(chunk, audio);
    }
    return writtenMs;
  }

  @Override
  public void audio(byte[] audio) throws IngestException {
    pieceMs = leg.audio(audio);
    writtenMs += pieceMs;
  }

  @Override
  public void lost(long pieces) throws IngestException {
    // Pieces have one length. Numbers that jump far are the sender's mistake, not lost audio.
    leg.gap(Math.min(Math.round(pieces * pieceMs), 60_000));
  }

  void stop() throws IngestException {
    order.end();
    leg.stop();
  }
}
