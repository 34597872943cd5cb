package org.emotionmonitor.trainer.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.trainer.TrainerException;

/**
 * A file of the feature cache: a header, then float32 [frames][205], little-endian.
 *
 * @param syllablesPerSecond NaN if unknown
 * @param activeLevelDb dB re full scale; NaN if unknown
 */
record FeatureFile(int frames, double syllablesPerSecond, double activeLevelDb) {

  private static final int MAGIC = 0x454D_4631;
  private static final int HEADER = 2 * Integer.BYTES + 2 * Double.BYTES;

  /** Writes the file in one step, so that an interrupted run leaves no half of it. */
  static FeatureFile write(Path file, float[] features, double syllablesPerSecond, double level)
      throws IOException {
    int frames = features.length / FeatureSpec.FEATURES;
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + Float.BYTES * features.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(MAGIC).putInt(frames);
    bytes.putDouble(syllablesPerSecond).putDouble(level);
    bytes.asFloatBuffer().put(features);
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), "part", null);
    try {
      Files.write(part, bytes.array());
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    return new FeatureFile(frames, syllablesPerSecond, level);
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Reads the header of an existing file. */
  static FeatureFile header(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), HEADER))) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
      return header(bytes, file, Files.size(file));
    } catch (IOException e) {
      throw unreadable(file, e.getMessage());
    }
  }

  /** Reads the features, [frames][205]. */
  static float[] read(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      FeatureFile header = header(bytes, file, bytes.capacity());
      float[] features = new float[header.frames() * FeatureSpec.FEATURES];
      bytes.asFloatBuffer().get(features);
      return features;
    } catch (IOException e) {
      throw unreadable(file, e.getMessage());
    }
  }

  private static FeatureFile header(ByteBuffer bytes, Path file, long size) {
    if (bytes.remaining() < HEADER || bytes.getInt() != MAGIC) {
      throw unreadable(file, "it is no feature file");
    }
    int frames = bytes.getInt();
    FeatureFile header = new FeatureFile(frames, bytes.getDouble(), bytes.getDouble());
    if (size != HEADER + (long) Float.BYTES * FeatureSpec.FEATURES * frames) {
      throw unreadable(file, "it was cut short");
    }
    return header;
  }

  private static TrainerException unreadable(Path file, String why) {
    return new TrainerException(
        "feature cache: cannot read %s: %s; delete it, and it will be computed again"
            .formatted(file, why));
  }
}
