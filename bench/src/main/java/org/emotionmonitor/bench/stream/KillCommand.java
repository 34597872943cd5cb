package org.emotionmonitor.bench.stream;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether all windows are published once, whatever is killed. */
@Command(
    name = "kill",
    mixinStandardHelpOptions = true,
    description = {
      "Kills a random one of two stream processes again and again while legs are live, and compares",
      "the published windows with an undisturbed run."
    })
final class KillCommand implements Callable<Integer> {

  @Mixin private DeliveryTrial trial;

  @Option(
      names = "--every",
      defaultValue = "15",
      description = "Seconds between two kills; 0: none (default: ${DEFAULT-VALUE}).")
  private int every;

  @Option(
      names = "--brokers",
      defaultValue = "1",
      description = {
        "1: the product's own broker. 3: a cluster of three, whose leader is killed once, too, in",
        "the middle (default: ${DEFAULT-VALUE})."
      })
  private int brokers;

  @Option(
      names = "--warm-up",
      defaultValue = "0",
      description = {
        "Seconds of load before the first kill; brokers that have just started compile for a",
        "minute (default: ${DEFAULT-VALUE})."
      })
  private int warmUp;

  @Option(
      names = "--restart-after",
      defaultValue = "0",
      description = {
        "Seconds between a kill and the new start of the instance. At 0 its start takes CPU from the",
        "one that takes over, as all share this machine (default: ${DEFAULT-VALUE})."
      })
  private int restartAfter;

  @Option(names = "--seed", defaultValue = "1", description = "Which instance is killed when.")
  private long seed;

  @Override
  public Integer call() throws Exception {
    return trial.run(brokers, this::disturb);
  }

  private void disturb(Cluster cluster, Thread sender, Consumer<String> marks) throws Exception {
    if (warmUp > 0) {
      sender.join(warmUp * 1_000L);
    }
    long begin = System.nanoTime();
    int seconds = trial.seconds - warmUp;
    Random random = new Random(seed);
    boolean leaderKilled = brokers == 1;
    int step = every > 0 ? every : seconds / 2;
    // The last kill leaves time to come back while audio still flows.
    for (int next = step; next < seconds; next += step) {
      sender.join(Math.max(1, (next - second(begin)) * 1_000L));
      if (!leaderKilled && second(begin) * 2 >= seconds) {
        leaderKilled = true;
        marks.accept("broker %d, the leader, killed".formatted(cluster.brokers().replaceLeader()));
      } else if (every > 0) {
        int instance = random.nextInt(cluster.size());
        marks.accept("instance %d killed".formatted(instance));
        cluster.kill(instance);
        if (restartAfter > 0) {
          sender.join(restartAfter * 1_000L);
        }
        cluster.restart(instance);
      }
    }
  }

  private static long second(long begin) {
    return (System.nanoTime() - begin) / 1_000_000_000;
  }
}
