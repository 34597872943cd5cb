package org.emotionmonitor.app.topology;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts the transactions that a killed instance left open. Until they time out, they hold up the
 * readers of its partitions and whoever takes its tasks over; a timeout short enough for that would
 * abort those of a busy instance, too. Whose owner is no member of the group any more can commit
 * nothing, so nothing is lost by it. Kafka Streams does the same when an instance starts again.
 *
 * <p>Where this client may not do it, the timeout does.
 */
final class OrphanTransactions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanTransactions.class);
  private static final long WAIT_MS = 5_000;
  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);

  /** After a rebalance began: the group may take a moment to see who is gone. */
  private static final long[] LOOKS_MS = {0, 500, 1_500, 4_000};

  /** While it goes on: another instance may fail meanwhile, and no change of state tells of it. */
  private static final long EVERY_MS = 1_000;

  private final String applicationId;
  private final Supplier<Admin> admins;
  private final BooleanSupplier rebalances;
  private final AtomicBoolean looking = new AtomicBoolean();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "orphan-transactions");
            thread.setDaemon(true);
            return thread;
          });
  private Admin admin;

  /**
   * @param admins makes the client, on first use
   * @param rebalances whether a rebalance goes on
   */
  OrphanTransactions(String applicationId, Supplier<Admin> admins, BooleanSupplier rebalances) {
    this.applicationId = applicationId;
    this.admins = admins;
    this.rebalances = rebalances;
  }

  /**
   * The group rebalances, or has: looks now, in the next seconds and until it is over, on a thread
   * of its own.
   */
  void rebalancing() {
    try {
      if (looking.compareAndSet(false, true)) {
        var unused =
            executor.scheduleWithFixedDelay(
                this::lookAgain, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
      }
      for (long delay : LOOKS_MS) {
        var unused = executor.schedule(this::look, delay, TimeUnit.MILLISECONDS);
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("the stream is being closed");
    }
  }

  private void lookAgain() {
    if (rebalances.getAsBoolean()) {
      look();
    }
  }

  private void look() {
    try {
      if (admin == null) {
        admin = admins.get();
      }
      abort(admin);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.debug("transactions of failed instances cannot be aborted and will time out", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void abort(Admin client)
      throws ExecutionException, InterruptedException, TimeoutException {
    // In this order: the owner of a transaction that is open now is a member before it begins one.
    Set<String> open =
        client
            .listTransactions(
                new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
            .all()
            .get(WAIT_MS, TimeUnit.MILLISECONDS)
            .stream()
            .map(TransactionListing::transactionalId)
            .collect(Collectors.toSet());
    Set<String> clients =
        client
            .describeConsumerGroups(List.of(applicationId))
            .all()
            .get(WAIT_MS, TimeUnit.MILLISECONDS)
            .get(applicationId)
            .members()
            .stream()
            .map(MemberDescription::clientId)
            .collect(Collectors.toSet());
    List<String> orphans = orphans(applicationId, open, clients);
    LOG.debug("open transactions {}, clients {}", open, clients);
    if (!orphans.isEmpty()) {
      LOG.info("aborting the transactions that failed instances left open: {}", orphans);
      client.fenceProducers(orphans).all().get(WAIT_MS, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * The open transactions whose process has no member in the group. None if the members do not tell
   * their processes, as where {@code client.id} is configured.
   *
   * @param open ids of open transactions, of any application
   * @param clients ids of the group's clients
   */
  static List<String> orphans(
      String applicationId, Collection<String> open, Collection<String> clients) {
    String process =
        Pattern.quote(applicationId) + "-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    Set<String> living = processes(Pattern.compile(process + "-StreamThread-.*"), clients);
    if (living.isEmpty()) {
      return List.of();
    }
    Pattern transaction = Pattern.compile(process + "-\\d+");
    return open.stream()
        .filter(
            id -> {
              Matcher owner = transaction.matcher(id);
              return owner.matches() && !living.contains(owner.group(1));
            })
        .sorted()
        .toList();
  }

  private static Set<String> processes(Pattern pattern, Collection<String> ids) {
    return ids.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (executor.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
          && admin != null) {
        admin.close(CLOSE_TIMEOUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
