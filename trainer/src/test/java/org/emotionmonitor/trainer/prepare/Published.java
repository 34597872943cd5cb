package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.emotionmonitor.trainer.testing.Voice;

/** Tiny folders in the layouts that the corpora were published in, with a generated voice. */
final class Published {

  private static final int RATE = 16_000;

  private final Path folder;

  Published(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** A voice of one second at this path. */
  Published voice(String... names) {
    for (String name : names) {
      Path file = folder.resolve(name);
      make(file);
      SyntheticCorpus.wav(file, Voice.of(180, 1, RATE), RATE);
    }
    return this;
  }

  Published text(String name, String... lines) {
    Path file = folder.resolve(name);
    make(file);
    try {
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static void make(Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One row and its two utterances of StyleTalk's annotations. */
  static String turn(String dialogue, int number, String current, String response) {
    return "%1$s,\"A : Hi, you.\",%1$s/c_%2$d.wav,%1$s/r_%2$d.wav,B: How was it?,\"  Fine, thanks.\",%3$s,fast,loud,%4$s,normal,quiet"
        .formatted(dialogue, number, current, response);
  }

  static final String STYLETALK_HEADER =
      "diag_id,context,curr_audio_id,res_audio_id,curr_text,res_text,curr_emotion,curr_speed,curr_volume,res_emotion,res_speed,res_volume";
}
