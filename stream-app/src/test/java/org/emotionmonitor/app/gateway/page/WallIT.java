package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wall in a real browser, fed without Kafka. */
class WallIT extends PageTest {

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
  void shouldShowLiveCallsInEachSizeAndScheme(int width, ColorScheme scheme) {
    serve();
    Crowd crowd = new Crowd(feed, 12);
    crowd.start();
    crowd.alert(5, 12, "firing", null);
    crowd.alert(10, 40, "acknowledged", "lee");
    crowd.alert(0, 3, "resolved", null);
    Story over = Story.booking("over");
    feed.push(over.start(now() - 50_000));
    feed.push(over.end(now() - 2000));
    Page page = open("", width, scheme);

    assertThat(page.locator("#live-count")).hasText("12 live calls");
    assertThat(page.getByRole(region(), named("Needs attention")).locator(".tile")).hasCount(2);
    assertThat(page.getByRole(region(), named("Other live calls")).locator(".tile")).hasCount(10);
    assertThat(page.locator(".feed-item")).hasCount(3);
    assertThat(page.getByRole(region(), named("Ended lately")).locator(".tile")).hasCount(1);
    assertThat(page.locator("#status")).containsText("Live");
    inspect(page, "wall", width, scheme);
  }

  @Test
  void shouldPutTheMostUnfriendlyCallFirst() {
    serve();
    Page page = open("");
    assertThat(page.locator(".empty").first()).isVisible();
    feed.push(Story.booking("calm").titled("Calm").start(now() - 90_000));
    feed.push(Story.booking("calm").titled("Calm").seconds(1, 60, 60, now()));
    Story tense = Story.complaint("tense").titled("Tense");
    feed.push(tense.start(now() - 30_000));
    feed.push(tense.seconds(1, 30, 60, now()));

    // Calls change places every few seconds only.
    assertThat(page.locator(".tile-name").first()).hasText("Tense");
    assertThat(page.locator(".tile").first()).containsText("Customer");
  }

  @Test
  void shouldLetAnAlertBeAcknowledged() {
    serve();
    Page page = open("");
    assertThat(page.locator(".empty").first()).isVisible();
    Story story = Story.complaint("tense").titled("Late parcel");
    feed.push(story.start(now() - 30_000));
    feed.push(story.seconds(1, 30, 60, now()));
    assertThat(page.locator(".tile-name")).hasText("Late parcel");
    feed.push(story.alert("firing", 20, 30, null, now()));

    assertThat(page.locator(".tile[data-alert='firing'] .badge")).hasText("Alert, 0:10");
    assertThat(page.locator(".spoken"))
        .hasText("Alert: Unfriendly in 11 windows in a row, Late parcel.");
    Locator card = page.locator(".feed-item", new Page.LocatorOptions().setHasText("Late parcel"));
    Locator note = card.getByPlaceholder("Note (optional)");
    note.click();
    page.keyboard().type("I listen");
    // Another alert comes and is seen to meanwhile: that disturbs nobody who writes.
    Story other = Story.complaint("other").titled("Other");
    feed.push(other.start(now() - 60_000));
    feed.push(other.alert("firing", 30, 41, null, now()));
    assertThat(page.locator(".feed-item")).hasCount(2);
    feed.push(other.alert("acknowledged", 30, 41, "kim", now()));
    assertThat(page.getByText("Seen by kim")).isVisible();
    page.keyboard().type(" in");
    page.keyboard().press("Enter");
    Awaitility.await().untilAsserted(() -> assertThat(acknowledged).hasSize(1));
    assertThat(acknowledged).containsExactly("tense by local: I listen in");
    feed.push(other.alert("resolved", 30, 41, "kim", now()));
    feed.push(story.alert("acknowledged", 20, 31, "lee", now()));

    assertThat(card.locator(".feed-state")).hasText("Seen by lee: I listen in");
    assertThat(page.locator(".tile[data-alert] .badge")).hasText("Alert, seen");
    feed.push(story.alert("resolved", 20, 31, "lee", now()));
    assertThat(page.locator(".tile[data-alert]")).hasCount(0);
    assertThat(page.locator(".feed-item[data-state='resolved']")).hasCount(2);
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldShowTheFirstCallAndItsAlertAtOnceWhenTheWallWasEmpty() {
    serve();
    // Without what the page does every second.
    Page page = open("", "window.setInterval = () => 0");
    assertThat(page.locator(".empty").first()).isVisible();
    Story story = Story.complaint("tense").titled("Late parcel");
    feed.push(story.start(now() - 30_000));
    feed.push(story.seconds(1, 30, 60, now()));
    feed.push(story.alert("firing", 20, 30, null, now()));

    assertThat(page.locator(".feed-item")).isVisible();
    assertThat(page.locator(".tile-name")).hasText("Late parcel");
    assertThat(page.locator(".tile .badge")).hasText("Alert, 0:10");
    assertThat(page.locator("#live-count")).hasText("1 live call");
    assertThat(page.locator(".empty").first()).isHidden();
  }

  @Test
  void shouldFilterByQueueEmotionAndText() {
    serve();
    Page page = open("");
    new Crowd(feed, 8).start();
    Locator tiles = page.locator(".tile");
    assertThat(tiles).hasCount(8);

    page.getByLabel("Queue").selectOption("billing");
    assertThat(tiles).hasCount(2);
    assertThat(page).hasURL(Pattern.compile(".*#queue=billing$"));
    page.getByLabel("Search calls").fill("1005");
    assertThat(tiles).hasCount(1);
    page.getByLabel("Search calls").fill("nothing like this");
    page.getByText("Clear the filters").click();
    assertThat(tiles).hasCount(8);

    page.locator(".chip", new Page.LocatorOptions().setHasText("Friendly")).first().click();
    assertThat(page.locator(".tile-word", withoutText("Friendly"))).hasCount(0);
    assertThat(page.locator(".tile-word", withText("Friendly"))).not().hasCount(0);
    page.reload();
    assertThat(page.locator(".chip[aria-pressed='true']")).containsText("Friendly");
  }

  @Test
  void shouldBeUsableByKeyboardAlone() {
    serve();
    Page page = open("");
    new Crowd(feed, 6).start();
    Locator links = page.locator(".tile-link");
    assertThat(links).hasCount(6);
    assertThat(page.locator(".tile-link[tabindex='0']")).hasCount(1);

    links.first().focus();
    page.keyboard().press("ArrowRight");
    assertThat(links.nth(1)).isFocused();
    page.keyboard().press("End");
    assertThat(links.last()).isFocused();
    page.keyboard().press("Enter");

    assertThat(page.locator(".detail-head h1")).not().isEmpty();
    assertThat(page.url()).contains("/call.html#call-");
  }

  @Test
  void shouldShowLargeTilesInTurnsOnTheWallScreen() {
    serve();
    Crowd crowd = new Crowd(feed, 40);
    crowd.start();
    crowd.alert(5, 12, "firing", null);
    Page page = open("#screen=1", 1920, ColorScheme.DARK);

    assertThat(page.locator(".screen-live")).hasText("40 live");
    assertThat(page.locator(".screen-pages")).containsText("of");
    assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
    shootScreen(page, "screen-1920-dark");
    assertThat(complaints).isEmpty();
    // A wall that stands still must say so.
    goAway();
    assertThat(page.locator("#notice")).isVisible();
    shootScreen(page, "screen-lost-1920-dark");
    page.keyboard().press("Escape");

    assertThat(page.locator(".screen")).isHidden();
    assertThat(page.locator(".tile").first()).isVisible();
  }

  @Test
  void shouldSayOnTheWallScreenThatThereIsNoCall() {
    serve();
    Page page = open("#screen=1", 1920, ColorScheme.LIGHT);

    assertThat(page.getByText("No live call", new Page.GetByTextOptions().setExact(true)))
        .isVisible();
    shootScreen(page, "screen-none-1920-light");
    feed.push(Story.complaint("first").start(now()));
    assertThat(page.locator(".screen .tile-name")).hasText("first");
    assertThat(page.locator(".screen-none")).isHidden();
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1920,LIGHT", "1920,DARK"})
  void shouldShowHundredsOfCallsWithLongNames(int width, ColorScheme scheme) {
    serve();
    Crowd crowd = new Crowd(feed, 120);
    crowd.start();
    crowd.alert(5, 12, "firing", null);
    crowd.alert(15, 70, "firing", null);
    crowd.alert(10, 40, "acknowledged", "lee");
    Story longest =
        Story.complaint("long")
            .from("second-level-support-for-business-customers", "maximiliane.von-und-zu-oberdorf")
            .titled("Complaint about a delivery that came twice to the neighbour's address");
    feed.push(longest.start(now() - 60_000));
    feed.push(longest.seconds(1, 40, 60, now()));
    feed.push(longest.alert("firing", 20, 40, null, now()));
    Page page = open("", width, scheme);

    assertThat(page.locator("#live-count")).hasText("121 live calls");
    assertThat(page.locator(".tile")).hasCount(121);
    assertThat(page.locator(".feed-item")).hasCount(4);
    inspect(page, "wall-of-121", width, scheme);
  }

  @Test
  void shouldComeBackByItselfAfterTheServerRestarts() {
    serve();
    Page page = open("");
    feed.push(Story.complaint("before").start(now()));
    assertThat(page.locator(".tile-name").first()).hasText("before");

    goAway();
    assertThat(page.locator("#status")).containsText("Reconnecting");
    shoot(page, "reconnecting");
    comeBack();
    feed.push(Story.complaint("after").start(now()));

    assertThat(page.locator("#status")).containsText("Live");
    assertThat(page.locator(".tile-name")).hasText("after");
    assertThat(page.locator("#notice")).isHidden();
  }

  @Test
  void shouldSayWhenTheServerHasLostKafka() {
    serve();
    Page page = open("");
    assertThat(page.locator("#status")).containsText("Live");

    feed.become(Feed.State.UNREACHABLE);

    assertThat(page.locator("#notice")).containsText("cannot reach Kafka");
  }

  @Test
  void shouldTellHowToBeginWhenThereAreNoCalls() {
    serve();
    Page page = open("");

    assertThat(page.locator(".empty").first()).containsText("calls.audio");
    inspect(page, "empty", 1280, ColorScheme.LIGHT);
  }

  /** What is on the screen, without what would come by scrolling. */
  private static void shootScreen(Page page, String name) {
    page.setViewportSize(1920, 1080);
    shoot(page, name, false);
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Page.LocatorOptions withoutText(String text) {
    return new Page.LocatorOptions().setHasNotText(text);
  }

  private static AriaRole region() {
    return AriaRole.REGION;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
