package org.emotionmonitor.app.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.emotionmonitor.app.domain.LegTotals;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final List<String> LABELS = Labelled.labels(Emotion.class);

  @Test
  void shouldWeighTimeBySpeechAndKeepTheLongestStreaks() {
    Tally tally =
        Tally.NONE
            .with(new Hop(0, 1_000, 800, "neutral", "medium", "loud"))
            .with(new Hop(1_000, 2_000, 1_000, "unfriendly", "fast", "loud"))
            .with(new Hop(2_000, 3_000, 100, null, null, null))
            .with(new Hop(3_000, 4_000, 600, "unfriendly", "fast", "loud"))
            .with(new Hop(4_000, 5_000, 400, "neutral", "slow", "soft"));

    LegTotals totals = tally.totals(5_200);

    assertThat(totals.speechMs()).isEqualTo(2_900);
    assertThat(totals.silenceMs()).isEqualTo(2_300);
    assertThat(totals.unlabelledMs()).isEqualTo(100);
    assertThat(totals.scored()).isEqualTo(4);
    assertThat(totals.abstained()).isEqualTo(1);
    assertThat(totals.emotionMs())
        .containsEntry("neutral", 1_200L)
        .containsEntry("unfriendly", 1_600L)
        .containsEntry("sad", 0L);
    assertThat(totals.rateMs()).containsEntry("fast", 1_600L);
    assertThat(totals.volumeMs()).containsEntry("soft", 400L);
    assertThat(totals.longestStreaks())
        .containsEntry("unfriendly", new LegTotals.Streak(1_000, 4_000, 1_600))
        .containsEntry("neutral", new LegTotals.Streak(0, 1_000, 800));
    assertThat(totals.quarters()).hasSize(4);
    assertThat(totals.quarters().get(0)).containsEntry("neutral", 800L);
  }

  @Property(tries = 200)
  void shouldSplitTheWholeIntoQuartersHoweverLongTheLegIs(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 1_000) Integer> speech,
      @ForAll @IntRange(min = 1, max = 40) int hopSeconds) {
    Tally tally = Tally.NONE;
    long at = 0;
    for (int ms : speech) {
      long end = at + hopSeconds * 1_000L;
      String label = ms % 6 == 5 ? null : LABELS.get(ms % 6);
      tally = tally.with(new Hop(at, end, ms, label, null, null));
      at = end;
    }

    LegTotals totals = tally.totals(at);

    for (String label : LABELS) {
      assertThat(totals.quarters().stream().mapToLong(quarter -> quarter.get(label)).sum())
          .isEqualTo(totals.emotionMs().get(label));
    }
    assertThat(sum(totals.emotionMs()) + totals.unlabelledMs()).isEqualTo(totals.speechMs());
    assertThat(totals.quarters()).allSatisfy(q -> assertThat(q.values()).allMatch(ms -> ms >= 0));
  }

  private static long sum(Map<String, Long> ms) {
    return ms.values().stream().mapToLong(Long::longValue).sum();
  }
}
