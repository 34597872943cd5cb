package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;

final class ExtremesTest {

  @Property(tries = 500)
  void shouldFindWhatSortingFinds(
      @ForAll @Size(min = 32, max = 513) float[] signed,
      @ForAll @IntRange(min = 1, max = 4) int take,
      @ForAll @IntRange(max = 7) int cut) {
    float[] values = signed.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(1e9f, Math.abs(values[i]));
    }
    int from = values.length < 40 ? 0 : cut;
    Extremes extremes = new Extremes();
    extremes.measure(values, from, values.length, take);
    float[] sorted = Arrays.copyOfRange(values, from, values.length);
    Arrays.sort(sorted);
    double low = 0;
    double high = 0;
    for (int i = 0; i < take; i++) {
      low += sorted[i];
      high += sorted[sorted.length - 1 - i];
    }
    assertThat(extremes.smallest()).isCloseTo(low / take, Offset.offset(1e-9 * high));
    assertThat(extremes.largest()).isCloseTo(high / take, Offset.offset(1e-9 * high));
  }
}
