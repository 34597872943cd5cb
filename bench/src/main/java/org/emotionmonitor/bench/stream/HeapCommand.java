package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a live leg takes of the heap, and whether the state stores keep within their memory. */
@Command(
    name = "heap",
    mixinStandardHelpOptions = true,
    description = {
      "Has some legs live, and prints what each adds to the heap of the stream process after a full",
      "collection, and the memory of RocksDB beside stream.rocksDbMb."
    })
final class HeapCommand implements Callable<Integer> {

  private static final double KIBI = 1 << 10;
  private static final double MEBI = 1 << 20;
  private static final int WARM_UP_SECONDS = 10;

  @Mixin private LoadOptions options;

  @Option(names = "--legs", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}.")
  private int legs;

  @Option(
      names = "--seconds",
      defaultValue = "40",
      description = {
        "Audio of each leg; the heap is looked at in the middle, when all that a leg holds is full",
        "(default: ${DEFAULT-VALUE})."
      })
  private int seconds;

  @Option(
      names = "--max-kib",
      defaultValue = "1024",
      description = "Heap that a leg may take (default: ${DEFAULT-VALUE}).")
  private long maxKib;

  @Override
  public Integer call() throws Exception {
    long bound = Config.load(List.of(), Map.of(), options.settings).stream().rocksDbBytes();
    boolean met;
    try (Cluster cluster = new Cluster(options.folder(), 1, options)) {
      cluster.addStream();
      LatencyRun run = new LatencyRun(cluster, CallAudio.load(), options);
      long pid = cluster.streamPids().get(0);
      // Classes, caches and metrics that come with the first legs stay when they end.
      run.run(legs, WARM_UP_SECONDS, 0);
      JvmProbe before = JvmProbe.of(pid);
      Probes live = new Probes();
      Thread prober = new Thread(() -> live.take(pid, seconds * 500L), "prober");
      prober.start();
      run.run(legs, seconds, 0);
      prober.join();
      met = stores(live.stores, bound);
      met &= heap(before, live.heap);
    }
    return met ? 0 : 1;
  }

  private boolean heap(JvmProbe before, JvmProbe live) {
    long count = live.instances("LiveLeg");
    double kib = (live.totalBytes() - before.totalBytes()) / KIBI / legs;
    boolean met = count == legs && kib <= maxKib;
    System.out.printf(
        Locale.ROOT,
        "heap after a full collection: %.1f MB without a leg, %.1f MB with %d%n"
            + "%s: %.0f KiB per leg (target %d)%n",
        before.totalBytes() / MEBI,
        live.totalBytes() / MEBI,
        count,
        met ? "HEAP-MET" : "HEAP-MISSED",
        kib,
        maxKib);
    return met;
  }

  private static boolean stores(StoreMemory stores, long bound) {
    boolean within = stores.count() > 0 && stores.cacheBytes() <= bound;
    System.out.printf(
        Locale.ROOT,
        "%s: %d stores of RocksDB hold %.1f MB, %.1f MB of it not yet written; stream.rocksDbMb %.0f%n",
        within ? "ROCKSDB-BOUNDED" : "ROCKSDB-UNBOUNDED",
        stores.count(),
        stores.cacheBytes() / MEBI,
        stores.memtableBytes() / MEBI,
        bound / MEBI);
    return within;
  }

  /** What is looked at while the legs are live. */
  private static final class Probes {
    private JvmProbe heap;
    private StoreMemory stores;

    private void take(long pid, long afterMs) {
      try {
        Thread.sleep(afterMs);
        stores = StoreMemory.of(pid);
        heap = JvmProbe.of(pid);
      } catch (IOException e) {
        throw new IllegalStateException("the stream process cannot be looked into", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
