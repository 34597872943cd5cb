package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrphanTransactionsTest {

  private static final String APP = "emotion-monitor";
  private static final String ALIVE = "11111111-2222-3333-4444-555555555555";
  private static final String GONE = "99999999-8888-7777-6666-555555555555";
  private static final String MEMBER = APP + "-" + ALIVE + "-StreamThread-2-consumer";

  @Test
  void shouldNameTransactionsWhoseProcessHasNoMember() {
    Set<String> open = Set.of(id(APP, ALIVE, 1), id(APP, GONE, 2), id(APP, GONE, 1));

    assertThat(OrphanTransactions.orphans(APP, open, List.of(MEMBER)))
        .containsExactly(id(APP, GONE, 1), id(APP, GONE, 2));
  }

  @Test
  void shouldLeaveTransactionsOfOthersAlone() {
    Set<String> open =
        Set.of(id("emotion-monitor-2", GONE, 1), id("emotion", GONE, 1), "emotion-monitor-batch");

    assertThat(OrphanTransactions.orphans(APP, open, List.of(MEMBER))).isEmpty();
  }

  @Test
  void shouldNameNoneWhenMembersDoNotTellTheirProcesses() {
    Set<String> open = Set.of(id(APP, GONE, 1));

    assertThat(OrphanTransactions.orphans(APP, open, List.of("scorer-StreamThread-1-consumer")))
        .isEmpty();
    assertThat(OrphanTransactions.orphans(APP, open, List.of())).isEmpty();
  }

  private static String id(String application, String process, int thread) {
    return "%s-%s-%d".formatted(application, process, thread);
  }
}
