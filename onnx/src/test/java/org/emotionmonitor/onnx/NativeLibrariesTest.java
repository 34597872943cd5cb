package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class NativeLibrariesTest {

  private static final String PATH = "onnxruntime.native.path";

  @Test
  void shouldLeaveNothingBehindWhenClosed() {
    NativeLibraries libraries = NativeLibraries.unpack();
    Path folder = Path.of(System.getProperty(PATH));
    assertThat(folder).isDirectoryContaining(p -> p.toString().contains("onnxruntime4j_jni"));

    libraries.close();

    assertThat(folder).doesNotExist();
    assertThat(System.getProperty(PATH)).isNull();
  }

  @Test
  void shouldUseTheGivenFolderWhenThereIsOne() {
    System.setProperty(PATH, "/somewhere");
    try (NativeLibraries libraries = NativeLibraries.unpack()) {
      assertThat(libraries).isNotNull();
      assertThat(System.getProperty(PATH)).isEqualTo("/somewhere");
    } finally {
      System.clearProperty(PATH);
    }
  }
}
