package org.emotionmonitor.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class DecibelsTest {

  @Property
  void shouldEqualTheLogarithm(@ForAll @DoubleRange(min = -300, max = 300) double exponent) {
    double x = Math.pow(10, exponent);
    assertThat(Decibels.of(x)).isCloseTo(10 * Math.log10(x), Offset.offset(1e-11));
  }

  @Test
  void shouldMeetAtTheTableEdges() {
    for (double x : new double[] {1, Math.nextDown(1.0), 2, 1e-10, 1e-20, 1 + 1 / 256.0}) {
      assertThat(Decibels.of(x)).isCloseTo(10 * Math.log10(x), Offset.offset(1e-12));
    }
  }
}
