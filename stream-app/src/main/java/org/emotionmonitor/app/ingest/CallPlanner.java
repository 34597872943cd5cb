package org.emotionmonitor.app.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/** Makes calls of files, before the first one plays, so that bad files are found at once. */
public final class CallPlanner {

  /** What the front end's resampler asks for. */
  private static final int RATE_STEP = 25;

  private static final int MAX_STEM = 150;

  private final ReplayOptions options;
  private final String prefix;
  private final String run;
  private final Map<String, Integer> used = new HashMap<>();

  /**
   * @param options roles of the channels
   * @param prefix what the call ids begin with
   * @param run what they end with; makes them differ from those of other runs. Empty for none
   */
  public CallPlanner(ReplayOptions options, String prefix, String run) {
    this.options = options;
    this.prefix = prefix;
    this.run = run.isEmpty() ? "" : "-" + run;
  }

  /**
   * The calls of {@code files}, in their order, all with the same details.
   *
   * @throws IOException when a file is missing or is not audio
   * @throws AppException when a file's rate or channels cannot be a call
   */
  public List<CallPlan> plan(List<Path> files, CallDetails details) throws IOException {
    List<CallPlan> plans = new ArrayList<>(files.size());
    for (Path file : files) {
      plans.add(plan(file, details));
    }
    return plans;
  }

  /** The call of one file. */
  public CallPlan plan(Path file, CallDetails details) throws IOException {
    try (AudioFile audio = AudioFile.open(file)) {
      check(file, audio);
      String callId = callId(file);
      return new CallPlan(
          callId,
          file,
          audio.sampleRate(),
          audio.length(),
          legs(callId, audio.channels()),
          details);
    }
  }

  private static void check(Path file, AudioFile audio) {
    if (audio.sampleRate() % RATE_STEP != 0
        || audio.sampleRate() < StartRecord.MIN_SAMPLE_RATE
        || audio.sampleRate() > StartRecord.MAX_SAMPLE_RATE) {
      throw new AppException(
          "%s has %d samples/s; a leg may have %d to %d in steps of %d: resample the file"
              .formatted(
                  file,
                  audio.sampleRate(),
                  StartRecord.MIN_SAMPLE_RATE,
                  StartRecord.MAX_SAMPLE_RATE,
                  RATE_STEP));
    }
    if (audio.channels() > 2) {
      throw new AppException(
          "%s has %d channels; a call has one or two: split the file"
              .formatted(file, audio.channels()));
    }
  }

  private List<LegPlan> legs(String callId, int channels) {
    List<LegPlan> legs = new ArrayList<>(channels);
    boolean distinct = channels == 1 || options.role(0) != options.role(1);
    for (int c = 0; c < channels; c++) {
      Role role = options.role(c);
      String legId = distinct ? role.label() : c == 0 ? "left" : "right";
      legs.add(new LegPlan(new LegKey(callId, legId), role, c));
    }
    return legs;
  }

  private String callId(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String clean = stem.replaceAll("[^\\p{Alnum}._-]", "_");
    String base = prefix + clean.substring(0, Math.min(MAX_STEM, clean.length()));
    int times = used.merge(base, 1, Integer::sum);
    return base + (times == 1 ? "" : "." + times) + run;
  }
}
