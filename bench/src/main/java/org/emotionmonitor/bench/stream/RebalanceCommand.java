package org.emotionmonitor.bench.stream;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether all windows are published once when the number of instances changes. */
@Command(
    name = "rebalance",
    mixinStandardHelpOptions = true,
    description = {
      "A third stream process joins and leaves while legs are live; compares the published windows",
      "with an undisturbed run."
    })
final class RebalanceCommand implements Callable<Integer> {

  @Mixin private DeliveryTrial trial;

  @Override
  public Integer call() throws Exception {
    return trial.run(1, this::disturb);
  }

  private void disturb(Cluster cluster, Thread sender, Consumer<String> marks) throws Exception {
    long third = trial.seconds * 1_000L / 3;
    sender.join(third);
    marks.accept("a third instance joins");
    cluster.addStream();
    sender.join(third);
    marks.accept("it leaves");
    cluster.removeStream();
  }
}
