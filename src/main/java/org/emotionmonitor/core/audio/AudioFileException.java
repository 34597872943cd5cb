package org.emotionmonitor.core.audio;

import java.io.IOException;
import java.nio.file.Path;

/** An audio file that cannot be read: names the file, the problem and the remedy. */
public final class AudioFileException extends IOException {
  private static final long serialVersionUID = 1L;

  AudioFileException(Path path, String problem, String remedy) {
    this(path, problem, remedy, null);
  }

  AudioFileException(Path path, String problem, String remedy, Throwable cause) {
    super(path + ": " + problem + "; " + remedy, cause);
  }
}
