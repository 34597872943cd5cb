package org.emotionmonitor.bench.stream;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Memory of the RocksDB stores of a process, as Kafka Streams' own metrics tell.
 *
 * @param count stores
 * @param cacheBytes in the block cache that all share; what is not yet written is charged to it
 * @param memtableBytes not yet written
 */
record StoreMemory(int count, long cacheBytes, long memtableBytes) {

  private static final String STORES = "kafka.streams:type=stream-state-metrics,*";

  /** Asks a JVM over JMX, which it is made to offer on this machine. */
  @SuppressWarnings("BanJNDI") // The JVM at the other end is one that the bench has started.
  static StoreMemory of(long pid) throws IOException {
    try {
      VirtualMachine vm = VirtualMachine.attach(Long.toString(pid));
      String address;
      try {
        address = vm.startLocalManagementAgent();
      } finally {
        vm.detach();
      }
      try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
        return read(connector.getMBeanServerConnection());
      }
    } catch (AttachNotSupportedException | JMException e) {
      throw new IOException("process %d does not tell its metrics".formatted(pid), e);
    }
  }

  private static StoreMemory read(MBeanServerConnection beans) throws IOException, JMException {
    int count = 0;
    long cache = 0;
    long memtables = 0;
    Set<ObjectName> names = beans.queryNames(new ObjectName(STORES), null);
    for (ObjectName name : names) {
      if (name.getKeyProperty("rocksdb-state-id") != null) {
        count++;
        cache = Math.max(cache, value(beans, name, "block-cache-usage"));
        memtables += value(beans, name, "size-all-mem-tables");
      }
    }
    return new StoreMemory(count, cache, memtables);
  }

  private static long value(MBeanServerConnection beans, ObjectName name, String metric)
      throws IOException, JMException {
    return ((Number) beans.getAttribute(name, metric)).longValue();
  }
}
