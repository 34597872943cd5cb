package org.emotionmonitor.app.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Keeps the memory of all state stores of the process within one budget, half of it for writes. By
 * default every store of every task would take about 100 MB of its own. The first store to open
 * sets the budget, as RocksDB is shared by the process.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

  /** Streams property: the budget in bytes. */
  static final String BYTES = "emotion.rocksdb.bytes";

  private static final long DEFAULT_BYTES = 128L << 20;
  private static final long WRITE_BUFFER_BYTES = 4L << 20;

  static {
    RocksDB.loadLibrary();
  }

  private static Cache cache;
  private static WriteBufferManager writes;

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    Object bytes = configs.get(BYTES);
    share(bytes == null ? DEFAULT_BYTES : Long.parseLong(bytes.toString()));
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(cache);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(writes);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
  }

  @Override
  public void close(String store, Options options) {
    // The cache and the write buffers are the process's: other stores go on using them.
  }

  private static synchronized void share(long bytes) {
    if (cache == null) {
      cache = new LRUCache(bytes);
      writes = new WriteBufferManager(bytes / 2, cache);
    }
  }
}
