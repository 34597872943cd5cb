package org.emotionmonitor.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * ONNX Runtime's native libraries, unpacked only for as long as it takes to load them. ONNX Runtime
 * itself leaves its temporary folder behind, one for each process.
 */
final class NativeLibraries implements AutoCloseable {

  /** Where ONNX Runtime looks for its libraries first. */
  private static final String PATH = "onnxruntime.native.path";

  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  /** Present in builds for accelerators, which load more from the same folder later on. */
  private static final String PROVIDERS = "onnxruntime_providers_shared";

  private final List<Path> unpacked;

  private NativeLibraries(List<Path> unpacked) {
    this.unpacked = unpacked;
  }

  /** Unpacks the libraries where that is known to be right, or else leaves it to ONNX Runtime. */
  static NativeLibraries unpack() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean mac = os.contains("mac");
    if (System.getProperty(PATH) != null || !(mac || os.contains("linux"))) {
      return new NativeLibraries(List.of());
    }
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
    String folder = "/ai/onnxruntime/native/%s-%s/lib".formatted(mac ? "osx" : "linux", arch);
    String suffix = mac ? ".dylib" : ".so";
    boolean known =
        NAMES.stream().allMatch(name -> has(folder + name + suffix))
            && !has(folder + PROVIDERS + suffix);
    if (!known) {
      return new NativeLibraries(List.of());
    }
    NativeLibraries libraries = new NativeLibraries(new ArrayList<>());
    try {
      libraries.unpack(folder, suffix);
    } catch (IOException e) {
      // ONNX Runtime will have the same trouble, and its words for it.
      libraries.close();
    }
    return libraries;
  }

  private void unpack(String folder, String suffix) throws IOException {
    Path target = Files.createTempDirectory("emotion-monitor-onnx-");
    add(target);
    for (String name : NAMES) {
      Path file = target.resolve("lib" + name + suffix);
      add(file);
      try (InputStream in = NativeLibraries.class.getResourceAsStream(folder + name + suffix)) {
        Files.copy(in, file);
      }
    }
    System.setProperty(PATH, target.toString());
  }

  private void add(Path path) {
    unpacked.add(path);
    // For a process that ends meanwhile; what was added first is removed last.
    path.toFile().deleteOnExit();
  }

  /** Removes the files again; a library that is loaded stays loaded. */
  @Override
  public void close() {
    if (unpacked.isEmpty()) {
      return;
    }
    System.clearProperty(PATH);
    for (int i = unpacked.size() - 1; i >= 0; i--) {
      // What cannot be removed now goes on exit.
      var unused = unpacked.get(i).toFile().delete();
    }
  }

  private static boolean has(String resource) {
    return NativeLibraries.class.getResource(resource) != null;
  }
}
