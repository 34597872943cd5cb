package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.onnx.vad.SileroActivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topology with Silero VAD, on the demo's calls. */
class SileroTest {

  private static final String LEG = "call/in";
  private static final int RATE = 8_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"demo-billing", "demo-delivery"})
  void shouldHearWhenTheCustomerSpeaks(String call) throws IOException {
    List<EmotionEvent> events = run(customer(call, 60), Integer.MAX_VALUE);

    assertThat(events).hasSizeGreaterThan(50);
    assertThat(events).anyMatch(event -> event.head().window().speechMs() > 3_000);
    assertThat(events).anyMatch(event -> event.judgement().abstained() != null);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 43})
  void shouldPublishTheSameEventsWhenRestartedInMidLeg(int every) throws IOException {
    List<Chunk> chunks = customer("demo-billing", 18);
    List<Chunk> damaged = new ArrayList<>(chunks);
    damaged.remove(70);
    damaged.remove(31);

    Events.assertSame(run(damaged, every), run(damaged, Integer.MAX_VALUE));
  }

  @Test
  void shouldHearNoSpeechWhenAToneComesAndGoes() {
    byte[] audio = new byte[12 * RATE];
    float[] beeps = new float[audio.length];
    for (int i = 0; i < beeps.length; i++) {
      boolean on = i % RATE < RATE / 2;
      beeps[i] = on ? (float) (0.2 * Math.sin(2 * Math.PI * 425 * i / RATE)) : 0;
    }
    Encoding.PCMU.encode(beeps, 0, beeps.length, audio, 0);

    assertThat(run(TestLeg.chunks(audio), Integer.MAX_VALUE))
        .isNotEmpty()
        .allMatch(event -> "no_speech".equals(event.judgement().abstained()));
  }

  private static List<EmotionEvent> run(List<Chunk> chunks, int every) {
    SharedStore chunkStore = new SharedStore("chunks");
    SharedStore metaStore = new SharedStore("meta");
    List<EmotionEvent> events = new ArrayList<>();
    CallsDriver calls = driver(chunkStore, metaStore);
    calls.start(TestLeg.start(LEG, Role.CUSTOMER));
    for (int i = 0; i < chunks.size(); i++) {
      if (i % every == every - 1) {
        events.addAll(calls.emotions());
        calls.close();
        calls = driver(chunkStore, metaStore);
      }
      calls.media(LEG, chunks.get(i));
    }
    calls.stop(LEG);
    events.addAll(calls.emotions());
    calls.close();
    return events;
  }

  private static CallsDriver driver(SharedStore chunks, SharedStore meta) {
    return new CallsDriver(Config.defaults(), SileroActivity.open(), chunks, meta);
  }

  /** The first seconds of the customer's leg. */
  private List<Chunk> customer(String call, int seconds) throws IOException {
    Path file = folder.resolve(call + ".flac");
    try (InputStream in =
        Config.class.getResourceAsStream("/org/emotionmonitor/app/demo/" + call + ".flac")) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    float[] samples = AudioFile.readAll(file)[0];
    byte[] audio = new byte[Math.min(samples.length, seconds * RATE)];
    Encoding.PCMU.encode(samples, 0, audio.length, audio, 0);
    return TestLeg.chunks(audio);
  }
}
