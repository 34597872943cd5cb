package org.emotionmonitor.app.ingest;

import java.util.List;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;

/**
 * How files are played.
 *
 * @param speed times real time; 0 as fast as the broker takes the records
 * @param chunkMs length of one media record, 20 to 1,000 ms
 * @param encoding of the media records
 * @param parallel calls at once
 * @param roles of the channels, in order; a mono file uses the first
 */
public record ReplayOptions(
    double speed, int chunkMs, Encoding encoding, int parallel, List<Role> roles) {

  /** Real time, 100 ms chunks of PCM, customer on the left and agent on the right. */
  public static final ReplayOptions DEFAULTS =
      new ReplayOptions(1, 100, Encoding.S16LE, 4, List.of(Role.CUSTOMER, Role.AGENT));

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException that names the option, the value and what is allowed
   */
  public ReplayOptions {
    if (!(speed >= 0 && speed <= 10_000)) {
      throw new IllegalArgumentException(
          "speed %s must be 0 (as fast as possible) to 10000 times real time".formatted(speed));
    }
    int min = StartRecord.MIN_FRAME_DURATION;
    int max = StartRecord.MAX_FRAME_DURATION;
    if (chunkMs < min || chunkMs > max) {
      throw new IllegalArgumentException(
          "chunk length %d ms must be %d to %d ms".formatted(chunkMs, min, max));
    }
    if (parallel < 1 || parallel > 1_000) {
      throw new IllegalArgumentException("parallel calls %d must be 1 to 1000".formatted(parallel));
    }
    if (roles.isEmpty() || roles.size() > 2) {
      throw new IllegalArgumentException(
          "roles %s must be one or two: those of the left and of the right channel"
              .formatted(roles.stream().map(Role::label).toList()));
    }
    roles = List.copyOf(roles);
  }

  /** The role of a channel; the channels beyond the given roles are unknown. */
  Role role(int channel) {
    return channel < roles.size() ? roles.get(channel) : Role.UNKNOWN;
  }
}
