package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent's panel in a real browser, fed without Kafka. */
class AgentIT extends PageTest {

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK", "300,LIGHT"})
  void shouldShowTheAgentsOwnCallInEachSizeAndScheme(int width, ColorScheme scheme) {
    serve();
    Page page = open("agent.html#agent=sam", width, scheme);
    assertThat(page.locator(".glance-idle")).hasText("No call at the moment.");
    Story own = Story.complaint("mine").from("delivery", "sam").titled("Late parcel");
    Story other = Story.booking("other").from("billing", "alex").titled("Somebody else's");
    feed.push(other.start(now()));
    feed.push(own.start(now() - 40_000));
    feed.push(own.seconds(1, 40, 60, now()));

    assertThat(page.locator("h1")).hasText("Late parcel");
    assertThat(page.locator(".glance-word")).not().isEmpty();
    assertThat(page.locator("main")).not().containsText("Somebody else's");
    inspect(page, "agent", width, scheme);
  }

  @Test
  void shouldRestWhenTheCallIsOver() {
    serve();
    Page page = open("agent.html#agent=sam");
    Story own = Story.booking("mine").from("delivery", "sam").titled("Late parcel");
    feed.push(own.start(now()));
    assertThat(page.locator("h1")).hasText("Late parcel");

    feed.push(own.end(now()));

    assertThat(page.locator(".glance-idle")).isVisible();
  }
}
