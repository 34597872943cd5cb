package org.emotionmonitor.app.topology.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.topology.TestLeg;
import org.emotionmonitor.app.topology.TestVoice;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.vad.LevelActivity;

/**
 * Whatever happens to the chunks on their way within the wait, the windows are those of the audio.
 */
class LegPipelineProperties {

  private static final int RATE = 8_000;
  private static final byte[] AUDIO = TestVoice.speech(Encoding.PCMU, RATE, 7.3);
  private static final int CHUNK_MS = 100;
  private static final int CHUNK = RATE * CHUNK_MS / 1_000;

  @Property(tries = 25)
  void shouldGiveTheSameWindowsWhenChunksAreShuffledWithinTheWaitAndDuplicated(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int disorder) {
    List<Chunk> inOrder = chunks();
    Random random = new Random(seed);
    List<Chunk> sent = shuffle(inOrder, disorder, random);
    int duplicates = duplicate(sent, random);

    Windows expected = windows(inOrder);
    Windows actual = windows(sent);

    assertThat(actual.ends).isEqualTo(expected.ends);
    assertThat(actual.features).isDeepEqualTo(expected.features);
    assertThat(actual.counts).isEqualTo(new ChunkCounts(inOrder.size(), duplicates, 0, 0, 0));
  }

  @Property(tries = 25)
  void shouldHearSilenceWhereChunksAreLost(@ForAll long seed) {
    List<Chunk> inOrder = chunks();
    Random random = new Random(seed);
    List<Chunk> sent = new ArrayList<>(inOrder);
    List<Chunk> silenced = new ArrayList<>(inOrder);
    TreeSet<Integer> gone = new TreeSet<>();
    while (gone.size() < 12) {
      gone.add(1 + random.nextInt(inOrder.size() - 2));
    }
    for (int i : gone.descendingSet()) {
      Chunk chunk = sent.remove(i);
      byte[] silence = new byte[chunk.audio().length];
      Encoding.PCMU.encode(new float[silence.length], 0, silence.length, silence, 0);
      silenced.set(i, new Chunk(i, chunk.capturedMs(), chunk.arrivedMs(), silence));
    }

    Windows expected = windows(silenced);
    Windows actual = windows(sent);

    assertThat(actual.ends).isEqualTo(expected.ends);
    assertThat(actual.features).isDeepEqualTo(expected.features);
    assertThat(actual.counts).isEqualTo(new ChunkCounts(inOrder.size() - 12, 0, 0, 12, 0));
  }

  @Property(tries = 25)
  void shouldGiveTheSameWindowsHoweverTheAudioIsCut(@ForAll long seed) {
    Random random = new Random(seed);
    List<Chunk> cut = new ArrayList<>();
    int from = 0;
    while (from < AUDIO.length) {
      int to = Math.min(AUDIO.length, from + 160 + random.nextInt(RATE - 160));
      cut.add(chunk(cut.size(), Arrays.copyOfRange(AUDIO, from, to)));
      from = to;
    }

    Windows actual = windows(cut);

    assertThat(actual.ends).isEqualTo(windows(chunks()).ends);
    assertThat(actual.features).isDeepEqualTo(windows(chunks()).features);
  }

  @Property(tries = 40)
  void shouldAccountForEveryChunkWhateverArrives(@ForAll long seed) {
    Random random = new Random(seed);
    Recorder recorder = new Recorder();
    LegPipeline leg = recorder.leg;
    long jumps = 0;
    for (int i = 0; i < 120; i++) {
      long seq = random.nextInt(10) == 0 ? random.nextInt(2_000) : i + random.nextInt(8);
      byte[] audio = new byte[1 + random.nextInt(RATE)];
      random.nextBytes(audio);
      long captured = random.nextInt(20) == 0 ? random.nextLong(1L << 40) : i * 100L;
      jumps += leg.accept(new Chunk(seq, captured, 0, audio)) == Arrival.JUMP ? 1 : 0;
    }
    leg.end(0, 0);

    ChunkCounts counts = leg.counts();
    assertThat(counts.received() + counts.duplicate() + counts.late() + jumps).isEqualTo(120);
    assertThat(recorder.windows.ends).isSorted().doesNotHaveDuplicates();
  }

  /** Each chunk may overtake those up to {@code disorder} before it. */
  private static List<Chunk> shuffle(List<Chunk> chunks, int disorder, Random random) {
    double[] order = new double[chunks.size()];
    Integer[] index = new Integer[chunks.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i + random.nextDouble() * disorder;
      index[i] = i;
    }
    Arrays.sort(index, (a, b) -> Double.compare(order[a], order[b]));
    List<Chunk> shuffled = new ArrayList<>();
    for (int i : index) {
      shuffled.add(chunks.get(i));
    }
    return shuffled;
  }

  private static int duplicate(List<Chunk> chunks, Random random) {
    int duplicates = random.nextInt(10);
    for (int i = 0; i < duplicates; i++) {
      int at = random.nextInt(chunks.size());
      int later = Math.min(chunks.size(), at + 1 + random.nextInt(20));
      chunks.add(later, chunks.get(at));
    }
    return duplicates;
  }

  private static List<Chunk> chunks() {
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < AUDIO.length; from += CHUNK) {
      int to = Math.min(AUDIO.length, from + CHUNK);
      chunks.add(chunk(chunks.size(), Arrays.copyOfRange(AUDIO, from, to)));
    }
    return chunks;
  }

  private static Chunk chunk(int seq, byte[] audio) {
    return new Chunk(seq, (seq + 1L) * CHUNK_MS, 0, audio);
  }

  private static Windows windows(List<Chunk> chunks) {
    Recorder recorder = new Recorder();
    chunks.forEach(recorder.leg::accept);
    recorder.leg.end(0, 0);
    recorder.scoreNow();
    recorder.windows.counts = recorder.leg.counts();
    return recorder.windows;
  }

  private static final class Windows {
    private final List<Long> ends = new ArrayList<>();
    private float[][] features = new float[0][];
    private ChunkCounts counts;
  }

  /** Takes the features of every window when it is due. */
  private static final class Recorder implements LegListener {

    private final Windows windows = new Windows();
    private final List<DueWindow> due = new ArrayList<>();
    private final LegPipeline leg =
        new LegPipeline(
            StartRecord.of(
                LegKey.parse("call/leg"),
                Role.CUSTOMER,
                Encoding.PCMU,
                RATE,
                CHUNK_MS,
                TestLeg.BEGIN),
            LegTiming.live(Config.defaults().stream().timing()),
            LevelActivity.factory(),
            this);

    @Override
    public void due(DueWindow window) {
      due.add(window);
    }

    @Override
    public void scoreNow() {
      for (DueWindow window : due) {
        float[] features = new float[window.frames() * FeatureSpec.FEATURES];
        leg.frontEnd().window(window.endFrame(), features, 0);
        windows.ends.add(window.endFrame());
        windows.features = Arrays.copyOf(windows.features, windows.features.length + 1);
        windows.features[windows.features.length - 1] = features;
        leg.scored(window, true);
      }
      due.clear();
    }
  }
}
