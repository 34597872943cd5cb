package org.emotionmonitor.app.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** The broker's folder: a temporary one that goes with the broker, or one that stays. */
final class DataFolder implements AutoCloseable {

  private static final String META = "meta.properties";
  private static final String LOCK = ".lock";

  private final Path path;
  private final boolean ephemeral;

  private DataFolder(Path path, boolean ephemeral) {
    this.path = path;
    this.ephemeral = ephemeral;
  }

  /**
   * Prepares a folder for use, and formats it when it is new.
   *
   * @param given the folder to keep the data in, or null for a temporary one
   * @throws BrokerException when the folder cannot be used, saying why
   */
  static DataFolder open(Path given) {
    DataFolder folder =
        given == null
            ? new DataFolder(temporary(), true)
            : new DataFolder(given.toAbsolutePath().normalize(), false);
    try {
      folder.prepare();
      return folder;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  /** Removes the folder if it is temporary. */
  @Override
  public void close() {
    if (ephemeral) {
      Folders.remove(path);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("emotion-monitor-broker-");
    } catch (IOException e) {
      throw new BrokerException(
          "cannot make the broker's temporary folder in %s (%s); free space there, or set -Djava.io.tmpdir or give a data folder"
              .formatted(System.getProperty("java.io.tmpdir"), reason(e)),
          e);
    }
  }

  private void prepare() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw unusable("cannot be made (%s)".formatted(reason(e)), "give a folder you may write", e);
    }
    if (!Files.isWritable(path)) {
      throw unusable("is not writable", "give a folder you may write", null);
    }
    if (Files.exists(path.resolve(META))) {
      checkOwner();
      checkUnused();
    } else {
      checkEmpty();
      format();
    }
  }

  private void checkOwner() {
    Properties meta = new Properties();
    try (var in = Files.newInputStream(path.resolve(META))) {
      meta.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable("has an unreadable " + META, "give a new folder", e);
    }
    String node = meta.getProperty("node.id");
    if (!Integer.toString(BrokerSettings.NODE_ID).equals(node)
        || meta.getProperty("cluster.id") == null) {
      throw unusable(
          "belongs to node %s of cluster %s, not to this broker"
              .formatted(node, meta.getProperty("cluster.id")),
          "give a new folder",
          null);
    }
  }

  private void checkUnused() {
    try (FileChannel channel =
            FileChannel.open(
                path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw inUse(null);
      }
    } catch (OverlappingFileLockException e) {
      throw inUse(e);
    } catch (IOException e) {
      throw unusable(
          "cannot be locked (%s)".formatted(reason(e)), "give a folder you may write", e);
    }
  }

  private BrokerException inUse(Exception cause) {
    return unusable("is in use by a running broker", "stop it, or give another folder", cause);
  }

  private void checkEmpty() {
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.findAny().isPresent()) {
        throw unusable(
            "is not empty and holds no broker's data", "give a new or an empty folder", null);
      }
    } catch (IOException e) {
      throw unusable("cannot be read (%s)".formatted(reason(e)), "give a new folder", e);
    }
  }

  private void format() {
    try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, "UTF-8")) {
      new Formatter()
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(path.toString())
          .addDirectory(path.toString())
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setPrintStream(quiet)
          .run();
    } catch (Exception e) {
      throw unusable("cannot be formatted (%s)".formatted(reason(e)), "give a new folder", e);
    }
  }

  private BrokerException unusable(String problem, String remedy, Exception cause) {
    return new BrokerException(
        "broker data folder %s %s; %s".formatted(path, problem, remedy), cause);
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : e.getClass().getSimpleName() + ": " + message;
  }
}
