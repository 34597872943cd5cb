package org.emotionmonitor.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.core.audio.AudioFileException;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallPlannerTest {

  @TempDir Path temp;

  private final CallPlanner planner = new CallPlanner(ReplayOptions.DEFAULTS, "x-", "r1");

  @Test
  void shouldGiveOneLegWhenMono() throws Exception {
    CallPlan plan = planner.plan(List.of(wav("a b.wav", 8_000, 1)), CallDetails.NONE).get(0);

    assertThat(plan.callId()).isEqualTo("x-a_b-r1");
    assertThat(plan.legs())
        .containsExactly(new LegPlan(new LegKey("x-a_b-r1", "customer"), Role.CUSTOMER, 0));
    assertThat(plan.durationMs()).isEqualTo(100);
  }

  @Test
  void shouldGiveTwoLegsWhenStereo() throws Exception {
    CallPlan plan = planner.plan(List.of(wav("s.wav", 16_000, 2)), CallDetails.NONE).get(0);

    assertThat(plan.legs()).extracting(LegPlan::role).containsExactly(Role.CUSTOMER, Role.AGENT);
    assertThat(plan.legs()).extracting(LegPlan::channel).containsExactly(0, 1);
  }

  @Test
  void shouldNameLegsBySideWhenBothHaveOneRole() throws Exception {
    ReplayOptions both =
        new ReplayOptions(1, 100, Encoding.S16LE, 1, List.of(Role.CUSTOMER, Role.CUSTOMER));
    CallPlan plan =
        new CallPlanner(both, "", "")
            .plan(List.of(wav("s.wav", 16_000, 2)), CallDetails.NONE)
            .get(0);

    assertThat(plan.legs())
        .extracting(l -> l.key().toString())
        .containsExactly("s/left", "s/right");
  }

  @Test
  void shouldKeepCallsApartWhenFilesHaveOneName() throws Exception {
    Files.createDirectory(temp.resolve("other"));
    List<CallPlan> plans =
        planner.plan(
            List.of(wav("a.wav", 8_000, 1), wav("other/a.wav", 8_000, 1)), CallDetails.NONE);

    assertThat(plans).extracting(CallPlan::callId).containsExactly("x-a-r1", "x-a.2-r1");
  }

  @Test
  void shouldNameFileAndRemedyWhenItCannotBeACall() throws Exception {
    Path fast = wav("fast.wav", 96_000, 1);
    Path many = wav("many.wav", 16_000, 4);

    assertThatThrownBy(() -> planner.plan(List.of(fast), CallDetails.NONE))
        .isInstanceOf(AppException.class)
        .hasMessageContainingAll("fast.wav", "96000", "resample");
    assertThatThrownBy(() -> planner.plan(List.of(many), CallDetails.NONE))
        .isInstanceOf(AppException.class)
        .hasMessageContainingAll("many.wav", "4 channels", "split");
    assertThatThrownBy(() -> planner.plan(List.of(temp.resolve("none.wav")), CallDetails.NONE))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining("none.wav");
  }

  private Path wav(String name, int rate, int channels) throws Exception {
    float[][] samples = new float[channels][rate / 10];
    return WavFiles.write(temp.resolve(name), rate, samples);
  }
}
