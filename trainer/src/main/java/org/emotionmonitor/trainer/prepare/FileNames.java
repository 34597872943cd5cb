package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emotionmonitor.trainer.TrainerException;

/** Finds the audio files of a corpus by the pattern of their names. */
final class FileNames {

  private FileNames() {}

  /**
   * Every audio file in {@code folder} and below whose name, without {@code .wav} or {@code .flac},
   * matches; sorted by path. Copies are left out: some distributions hold their folders twice. So
   * are files for which {@code meaning} is null.
   */
  static List<Recording> find(Layout layout, Path folder, Pattern pattern, Layout.Name meaning) {
    List<Recording> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int others = 0;
    for (Path file : audio(layout, folder)) {
      Matcher name = pattern.matcher(stem(file));
      Recording recording = name.matches() ? meaning.recording(file, name) : null;
      if (recording == null) {
        others++;
      } else if (seen.add(recording.speaker() + '/' + stem(file))) {
        found.add(recording);
      }
    }
    if (found.isEmpty()) {
      throw missing(layout, folder, others);
    }
    return found;
  }

  private static TrainerException missing(Layout layout, Path folder, int others) {
    return new TrainerException(
        "%s: no recording of it in %s (%d audio files with other names); %s"
            .formatted(layout.corpus(), folder, others, layout.source()));
  }

  private static List<Path> audio(Layout layout, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new TrainerException(
          "%s: %s is not a folder; %s".formatted(layout.corpus(), folder, layout.source()));
    }
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(FileNames::isAudio).sorted().toList();
    } catch (IOException e) {
      throw new TrainerException(
          "%s: %s cannot be read: %s".formatted(layout.corpus(), folder, e.getMessage()), e);
    }
  }

  private static boolean isAudio(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".wav") || name.endsWith(".flac")) && Files.isRegularFile(file);
  }

  static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
