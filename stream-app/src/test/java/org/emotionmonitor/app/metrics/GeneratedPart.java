package org.emotionmonitor.app.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that a program writes, between two comments. */
public final class GeneratedPart {

  private final Path file;
  private final String begin;
  private final String end;

  public GeneratedPart(Path file, String name) {
    this.file = file;
    this.begin = "<!-- generated: " + name + " -->\n";
    this.end = "<!-- end: " + name + " -->\n";
  }

  /** What stands there. */
  public String read() throws IOException {
    String text = Files.readString(file);
    return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
  }

  /** Puts {@code part} there. */
  public void write(String part) throws IOException {
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.substring(0, text.indexOf(begin) + begin.length())
            + part
            + text.substring(text.indexOf(end)));
  }
}
