package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** The state stores of an instance on disk. */
final class StateFiles {

  /** Where Kafka Streams keeps offsets beside a store's entries. */
  private static final String OFFSETS = "offsets";

  private StateFiles() {}

  /** Size of a folder; files that go meanwhile do not count. */
  static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes += size(file);
      }
    }
    return bytes;
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Entries of each store, over all tasks of an instance that has stopped. */
  static Map<String, Long> entries(Path folder) throws IOException, RocksDBException {
    Map<String, Long> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.endsWith("CURRENT")).toList()) {
        Path store = file.getParent();
        entries.merge(store.getFileName().toString(), count(store), Long::sum);
      }
    }
    return entries;
  }

  private static long count(Path store) throws RocksDBException {
    List<ColumnFamilyDescriptor> families = new ArrayList<>();
    try (Options options = new Options()) {
      for (byte[] name : RocksDB.listColumnFamilies(options, store.toString())) {
        families.add(new ColumnFamilyDescriptor(name));
      }
    }
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    long count = 0;
    try (DBOptions options = new DBOptions();
        RocksDB db = RocksDB.openReadOnly(options, store.toString(), families, handles)) {
      for (ColumnFamilyHandle handle : handles) {
        if (!new String(handle.getName(), StandardCharsets.UTF_8).equals(OFFSETS)) {
          count += count(db, handle);
        }
        handle.close();
      }
    }
    return count;
  }

  private static long count(RocksDB db, ColumnFamilyHandle family) {
    long count = 0;
    try (RocksIterator entries = db.newIterator(family)) {
      for (entries.seekToFirst(); entries.isValid(); entries.next()) {
        count++;
      }
    }
    return count;
  }
}
