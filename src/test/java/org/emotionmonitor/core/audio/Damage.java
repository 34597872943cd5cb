package org.emotionmonitor.core.audio;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * One thing done to a file: a byte set to any value, a bit turned, a byte set to all ones or zeros,
 * or a stretch copied over another.
 */
record Damage(int kind, int at, int value) {

  private static final int HEADER = 64;
  private static final int ANYWHERE = 1 << 16;
  private static final int WHOLE = 1_000;

  /** One to eight damages, half of them to the header, and where the file is cut off, in 1/1000. */
  static Arbitrary<Tuple.Tuple2<List<Damage>, Integer>> several() {
    Arbitrary<Integer> at = Arbitraries.oneOf(uniform(HEADER), uniform(ANYWHERE));
    Arbitrary<Damage> one = Combinators.combine(uniform(4), at, uniform(ANYWHERE)).as(Damage::new);
    Arbitrary<Integer> cut = uniform(4 * WHOLE).map(x -> Math.min(x, WHOLE));
    return Combinators.combine(one.list().ofMinSize(1).ofMaxSize(8), cut).as(Tuple::of);
  }

  private static Arbitrary<Integer> uniform(int limit) {
    return Arbitraries.integers()
        .between(0, limit - 1)
        .withDistribution(RandomDistribution.uniform());
  }

  /** A damaged copy. */
  static byte[] copy(byte[] file, List<Damage> damages, int cut) {
    byte[] bytes = file.clone();
    damages.forEach(damage -> damage.to(bytes));
    return Arrays.copyOf(bytes, (int) ((long) bytes.length * cut / WHOLE));
  }

  private void to(byte[] bytes) {
    int i = at % bytes.length;
    switch (kind) {
      case 0 -> bytes[i] = (byte) value;
      case 1 -> bytes[i] ^= (byte) (1 << value % 8);
      case 2 -> bytes[i] = (byte) -(value % 2);
      default -> {
        int n = Math.min(1 + value % 64, bytes.length - i);
        System.arraycopy(bytes, value % (bytes.length - n + 1), bytes, i, n);
      }
    }
  }
}
