package org.emotionmonitor.app.topology;

import java.util.List;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.topology.leg.Chunk;

/** A stereo stream: each of its channels is a leg of its own, which policy judges by itself. */
final class SplitLeg extends TrackedLeg {

  private final StartRecord start;
  private final byte[] startJson;
  private final List<String> channels;

  SplitLeg(StartRecord start, byte[] startJson) {
    super(start.key(), start.key(), start.startedAt().toEpochMilli());
    this.start = start;
    this.startJson = startJson;
    this.channels = List.of(start.channel(0).key().toString(), start.channel(1).key().toString());
  }

  StartRecord start() {
    return start;
  }

  /** Keys of its legs, in the order of the channels. */
  List<String> channels() {
    return channels;
  }

  /** One channel of an interleaved chunk. */
  Chunk channel(Chunk chunk, int channel) {
    byte[] both = chunk.audio();
    int sample = start.encoding().bytesPerSample();
    byte[] one = new byte[both.length / channels.size()];
    for (int at = 0; at < one.length; at += sample) {
      System.arraycopy(both, (at * channels.size()) + channel * sample, one, at, sample);
    }
    return new Chunk(chunk.seq(), chunk.capturedMs(), chunk.arrivedMs(), one);
  }

  @Override
  LegMeta meta() {
    return LegMeta.split(startedMs(), pause(), startJson);
  }
}
