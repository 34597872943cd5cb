package org.emotionmonitor.bench.stream;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;

/** What lies on a broker's disk, by what it is for. */
final class TopicBytes {

  static final String CHUNKS = "changelog of the audio";
  static final String OTHERS = "other changelogs";
  static final String AUDIO = "audio that comes in";

  private TopicBytes() {}

  /** Bytes by purpose. */
  static Map<String, Long> of(String bootstrap) throws InterruptedException {
    Map<String, Long> bytes = new TreeMap<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      int node = admin.describeCluster().nodes().get().iterator().next().id();
      for (LogDirDescription dir :
          admin.describeLogDirs(List.of(node)).allDescriptions().get().get(node).values()) {
        dir.replicaInfos()
            .forEach(
                (partition, info) ->
                    bytes.merge(purpose(partition.topic()), info.size(), Long::sum));
      }
      return bytes;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell the size of its logs", e);
    }
  }

  private static String purpose(String topic) {
    if (topic.endsWith(UnloggedChunks.CHANGELOG)) {
      return CHUNKS;
    } else if (topic.endsWith("-changelog")) {
      return OTHERS;
    } else if (topic.equals("calls.audio")) {
      return AUDIO;
    }
    return topic.startsWith("__") ? "offsets, transactions" : "events, summaries";
  }
}
