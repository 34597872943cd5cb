package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.ingest.CallDetails;
import org.emotionmonitor.app.ingest.CallPlan;
import org.emotionmonitor.app.ingest.CallPlanner;
import org.emotionmonitor.app.ingest.ReplayOptions;
import org.emotionmonitor.app.ingest.WavFiles;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.TestScoring;
import org.emotionmonitor.app.topology.TestVoice;
import org.emotionmonitor.core.audio.Encoding;

final class FileScorerTest {

  private static final int RATE = 11_025;

  private static ScoringService scoring;
  private static Path file;
  private static List<String> expected;

  @BeforeContainer
  static void prepare() throws IOException {
    scoring = TestScoring.create(Metrics.isolated());
    byte[] bytes = TestVoice.speech(Encoding.F32LE, RATE, 7.3);
    float[] voice = new float[bytes.length / Float.BYTES];
    Encoding.F32LE.decode(bytes, 0, bytes.length, voice, 0);
    file = WavFiles.write(Files.createTempFile("voice", ".wav"), RATE, voice);
    expected = scores(100);
  }

  @AfterContainer
  static void end() throws IOException {
    scoring.close();
    Files.delete(file);
  }

  @Property(tries = 25)
  void shouldGiveTheSameScoresWhateverTheChunks(
      @ForAll @IntRange(min = 20, max = 1_000) int chunkMs) throws IOException {
    assertThat(scores(chunkMs)).isEqualTo(expected);
  }

  private static List<String> scores(int chunkMs) throws IOException {
    ReplayOptions d = ReplayOptions.DEFAULTS;
    ReplayOptions options = new ReplayOptions(0, chunkMs, d.encoding(), 1, d.roles());
    CallPlan call = new CallPlanner(options, "", "").plan(file, CallDetails.NONE);
    List<String> scores = new ArrayList<>();
    new FileScorer(options, Config.defaults().stream().timing(), scoring, Metrics.isolated())
        .score(
            call,
            call.legs().get(0),
            w ->
                scores.add(
                    w.head().window() + " " + w.emotion().judgement() + w.rate().judgement()));
    assertThat(scores).hasSize(7);
    return scores;
  }
}
