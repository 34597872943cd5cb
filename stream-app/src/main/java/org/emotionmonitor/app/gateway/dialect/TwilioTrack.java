package org.emotionmonitor.app.gateway.dialect;

import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.app.ingest.live.LegWriter;

/** One track of a stream, in order. */
final class TwilioTrack implements InOrder.Sink {
  private static final long LONGEST_GAP_MS = 60_000;

  private final LegWriter leg;
  private final Numbering numbering;
  private final InOrder order;
  private double writtenMs;
  private double pieceMs;
  private long timestampMs = -1;

  /**
   * @param numbering of all tracks of the stream
   */
  TwilioTrack(LegWriter leg, Numbering numbering) {
    this.leg = leg;
    this.numbering = numbering;
    this.order = new InOrder(this, number -> numbering.elsewhere(this, number));
  }

  /**
   * Adds a piece; returns the audio that was passed on, in ms.
   *
   * @param chunk its number, or -1 if pieces have none
   */
  double add(long chunk, Piece piece) throws IngestException {
    writtenMs = 0;
    if (chunk < 0) {
      piece(piece);
    } else {
      numbering.came(this, chunk);
      order.add(chunk, piece);
    }
    return writtenMs;
  }

  @Override
  public void piece(Piece piece) throws IngestException {
    pieceMs = leg.audio(piece.audio());
    timestampMs = piece.timestampMs();
    writtenMs += pieceMs;
  }

  @Override
  public void lost(long pieces, Piece next) throws IngestException {
    double ms = pieces * pieceMs;
    if (numbering.oneRow() && timestampMs >= 0 && next.timestampMs() > timestampMs) {
      // Whose piece it was that is missing, the time tells.
      ms = Math.min(ms, next.timestampMs() - timestampMs - pieceMs);
    }
    // Pieces have one length. Numbers that jump far are the sender's mistake, not lost audio.
    leg.gap(Math.max(0, Math.min(Math.round(ms), LONGEST_GAP_MS)));
  }

  void stop() throws IngestException {
    order.end();
    leg.stop();
  }
}
