package org.emotionmonitor.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionmonitor.app.broker.Folders;

/**
 * One temporary folder for all that a process puts on disk. It is the first part to start, so the
 * last one to be closed: it takes along what a part leaves that was stopped half-way up.
 *
 * @param folder the folder
 */
record Scratch(Path folder) implements AutoCloseable {

  static Scratch open() throws IOException {
    return new Scratch(Files.createTempDirectory("emotion-monitor-"));
  }

  Path sub(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    Folders.remove(folder);
  }
}
