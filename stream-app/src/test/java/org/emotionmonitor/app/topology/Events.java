package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotionmonitor.app.domain.EmotionEvent;

/** Compares events but for their latencies, and for what the composition of a batch may change. */
public final class Events {

  private static final float TOLERANCE = 1e-5f;

  private Events() {}

  /** Fails unless the events are the same windows with the same scores. */
  public static void assertSame(List<EmotionEvent> actual, List<EmotionEvent> expected) {
    assertThat(actual)
        .extracting(
            event -> event.head().window(),
            event -> event.head().trigger(),
            event -> event.head().quality(),
            event -> event.head().capturedAt())
        .containsExactlyElementsOf(
            expected.stream()
                .map(
                    event ->
                        org.assertj.core.groups.Tuple.tuple(
                            event.head().window(),
                            event.head().trigger(),
                            event.head().quality(),
                            event.head().capturedAt()))
                .toList());
    for (int i = 0; i < actual.size(); i++) {
      assertSame(actual.get(i), expected.get(i));
    }
  }

  private static void assertSame(EmotionEvent actual, EmotionEvent expected) {
    assertThat(actual.judgement().abstained()).isEqualTo(expected.judgement().abstained());
    if (expected.judgement().probabilities() != null) {
      expected
          .judgement()
          .probabilities()
          .forEach(
              (label, value) ->
                  assertThat(actual.judgement().probabilities().get(label))
                      .isCloseTo(value, within(TOLERANCE)));
    }
  }
}
