package org.emotionmonitor.app.gateway.page;

import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.gateway.ManualFeed;

/** Many made-up calls at once, each one second further with every turn. */
final class Crowd {
  private static final List<String> QUEUES = List.of("billing", "delivery", "returns", "sales");
  private static final List<String> AGENTS = List.of("alex", "sam", "kim", "noor", "luca", "ines");
  private static final List<String> TITLES =
      List.of("Late parcel", "Invoice", "New contract", "Return", "Address", "Refund", "Upgrade");
  private static final int STORY_SECONDS = 150;

  private final ManualFeed feed;
  private final List<Story> stories = new ArrayList<>();
  private final int[] positions;

  /**
   * @param feed gets the updates; must be started
   * @param calls how many
   */
  Crowd(ManualFeed feed, int calls) {
    this.feed = feed;
    positions = new int[calls];
    for (int i = 0; i < calls; i++) {
      stories.add(
          story(i)
              .from(QUEUES.get(i % QUEUES.size()), AGENTS.get(i * 7 % AGENTS.size()))
              .titled(TITLES.get(i * 3 % TITLES.size()) + " " + (1001 + i)));
    }
  }

  private static Story story(int i) {
    String id = "call-" + (1001 + i);
    return switch (i % 5) {
      case 0 -> Story.complaint(id, i);
      case 1, 3 -> Story.booking(id, i);
      default -> Story.question(id, i);
    };
  }

  /** Starts the calls, the i-th already some seconds old. */
  void start() {
    long now = System.currentTimeMillis();
    for (int i = 0; i < positions.length; i++) {
      positions[i] = 5 + i * 37 % 140;
      feed.push(stories.get(i).start(now - positions[i] * 1000L));
      feed.push(stories.get(i).seconds(1, positions[i], STORY_SECONDS, now));
    }
  }

  /** An alert on the i-th call over the {@code seconds} before now. */
  void alert(int i, int seconds, String state, String by) {
    int last = positions[i];
    feed.push(
        stories
            .get(i)
            .alert(state, Math.max(1, last - seconds), last, by, System.currentTimeMillis()));
  }

  /** Moves every {@code of}-th call on by a second, beginning with {@code part}. */
  void turn(int part, int of) {
    long now = System.currentTimeMillis();
    for (int i = part; i < positions.length; i += of) {
      int second = ++positions[i];
      feed.push(stories.get(i).seconds(second, second, STORY_SECONDS, now));
    }
  }
}
