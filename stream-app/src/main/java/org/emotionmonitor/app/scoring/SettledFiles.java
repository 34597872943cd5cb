package org.emotionmonitor.app.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Tells when files have changed and whoever changed them is done: two looks in a row show the same
 * times and sizes. Links are followed, as Kubernetes changes a mounted file by turning a link.
 */
final class SettledFiles {

  /** What a look shows of a file; of one that is not there, nothing. */
  private record Stamp(long modified, long size, String file) {

    private static final Stamp MISSING = new Stamp(-1, -1, "");

    private static Stamp of(Path path) {
      try {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(found.lastModifiedTime().toMillis(), found.size(), "" + found.fileKey());
      } catch (IOException e) {
        return MISSING;
      }
    }
  }

  private final List<Path> files;
  private List<Stamp> known;
  private List<Stamp> seen;

  /** The files as they are now are no news. */
  SettledFiles(List<Path> files) {
    this.files = List.copyOf(files);
    this.known = stamps();
    this.seen = known;
  }

  /** True once for each change. */
  boolean look() {
    List<Stamp> now = stamps();
    boolean settled = now.equals(seen) && !now.equals(known);
    seen = now;
    known = settled ? now : known;
    return settled;
  }

  private List<Stamp> stamps() {
    return files.stream().map(Stamp::of).toList();
  }
}
