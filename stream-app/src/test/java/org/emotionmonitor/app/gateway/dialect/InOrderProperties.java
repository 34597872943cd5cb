package org.emotionmonitor.app.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InOrderProperties {
  private final List<Long> out = new ArrayList<>();
  private long lost;

  private final InOrder.Sink sink =
      new InOrder.Sink() {
        @Override
        public void piece(Piece piece) {
          byte[] audio = piece.audio();
          out.add((long) (audio[0] & 0xff) | (long) (audio[1] & 0xff) << 8);
        }

        @Override
        public void lost(long pieces, Piece next) {
          lost += pieces;
        }
      };

  @Property(tries = 300)
  void shouldRestoreTheOrderOfPiecesThatAreLateByAFew(
      @ForAll @IntRange(min = 1, max = 300) int count, @ForAll long seed) throws Exception {
    out.clear();
    lost = 0;
    List<Long> shuffled = new ArrayList<>(List.of(1L));
    Random random = new Random(seed);
    List<Long> block = new ArrayList<>();
    for (long i = 2; i <= count; i++) {
      block.add(i);
      if (block.size() == 8 || i == count) {
        java.util.Collections.shuffle(block, random);
        shuffled.addAll(block);
        block.clear();
      }
    }
    InOrder order = new InOrder(sink, number -> false);
    for (long number : shuffled) {
      order.add(number, piece(number));
      order.add(number, piece(number));
    }
    order.end();

    assertThat(out).hasSize(count).isSorted();
    assertThat(lost).isZero();
  }

  @Property(tries = 300)
  void shouldAccountForEveryPieceWhateverIsLost(
      @ForAll List<@IntRange(min = 1, max = 400) Integer> numbers) throws Exception {
    out.clear();
    lost = 0;
    InOrder order = new InOrder(sink, number -> false);
    for (int number : numbers) {
      order.add(number, piece(number));
    }
    order.end();

    assertThat(out).isSorted().doesNotHaveDuplicates();
    if (!out.isEmpty()) {
      long span = out.get(out.size() - 1) - numbers.get(0) + 1;
      assertThat(out.size() + lost).isEqualTo(span);
    }
  }

  private static Piece piece(long number) {
    return new Piece(new byte[] {(byte) number, (byte) (number >> 8)}, -1);
  }
}
