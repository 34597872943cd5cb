package org.emotionmonitor.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.testing.Utterances;

class BatchesTest {

  @Property(tries = 50)
  void shouldUseEveryExampleOnce(
      @ForAll @IntRange(min = 1, max = 500) int count,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll long seed) {
    List<Example> examples = examples(count, seed);
    List<List<Example>> batches = Batches.shuffled(examples, size, new Random(seed));
    assertThat(batches).allSatisfy(b -> assertThat(b.size()).isBetween(1, size));
    assertThat(batches.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(examples);
  }

  @Property(tries = 10)
  void shouldPadLittleWhenExamplesAreMany(@ForAll long seed) {
    List<Example> examples = examples(1_000, seed);
    long padded = 0;
    for (List<Example> batch : Batches.shuffled(examples, 32, new Random(seed))) {
      padded += (long) batch.size() * batch.stream().mapToInt(Example::frames).max().orElse(0);
    }
    long real = examples.stream().mapToLong(Example::frames).sum();
    assertThat(padded).isLessThan(real * 12 / 10);
  }

  private static List<Example> examples(int count, long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = Path.of(i + ".f32");
      int frames = 90 + random.nextInt(510);
      examples.add(
          new Example(
              file,
              frames,
              Utterances.of(Emotion.SAD),
              Double.NaN,
              Double.NaN,
              Thresholds.DEFAULT));
    }
    return examples;
  }
}
