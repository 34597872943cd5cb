package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.emotionmonitor.app.gateway.board.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of one call in a real browser, fed without Kafka. */
class CallIT extends PageTest {
  private static final String TOGETHER =
      """
      {"alerts":1,"talkOverMs":9400,"mutualSilenceMs":5200}""";
  private static final String TOTALS =
      """
      {"scored":49,"abstained":8,"skipped":3,"speechMs":41000,"silenceMs":19000,
       "emotionMs":{"cheerful":2050,"friendly":8200,"neutral":12300,"sad":6150,"unfriendly":12300},
       "longestStreaks":{"unfriendly":{"startMs":14000,"endMs":26400}}}""";

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
  void shouldShowOneCallInEachSizeAndScheme(int width, ColorScheme scheme) {
    serve();
    Story story = Story.complaint("demo complaint").titled("Late parcel");
    feed.push(story.start(now() - 57_000));
    feed.push(story.seconds(1, 57, 62, now()));
    feed.push(story.alert("firing", 14, 34, null, now() - 24_000));
    Page page = open("call.html#demo%20complaint", width, scheme);
    assertThat(page.locator(".detail-time")).hasText("Live 0:57");
    feed.push(story.seconds(58, 62, 62, now()));

    assertThat(page.locator(".detail-time")).hasText("Live 1:02");
    assertThat(page.locator("h1")).hasText("Late parcel");
    assertThat(page).hasTitle("Late parcel – Emotion monitor");
    assertThat(page.locator(".detail-title .tag-synthetic")).isVisible();
    assertThat(page.locator(".now-confidence")).containsText("confidence");
    assertThat(page.locator(".facts")).containsText("0123456789ab");
    assertThat(page.locator(".attention-bars i")).hasCount(60);
    assertThat(page.locator(".leg-charts .plot:visible canvas")).hasCount(4);
    assertThat(page.locator(".call-alerts .feed-item")).hasCount(1);
    assertThat(page.getByText("Not analysed: agent")).isVisible();
    inspect(page, "call", width, scheme);
  }

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "390,DARK"})
  void shouldShowTalkOverAndTheSummaryWhenBothPartiesAreAnalysed(int width, ColorScheme scheme) {
    serve();
    Story customer = Story.complaint("both").titled("Both parties");
    Story agent = Story.question("both", 5).asAgent();
    feed.push(customer.analysed(now() - 57_000));
    feed.push(agent.analysed(now() - 57_000));
    feed.push(customer.seconds(1, 57, 60, now()));
    feed.push(agent.seconds(1, 57, 60, now()));
    feed.push(new Update.CallTotals("both", now(), TOGETHER));
    feed.push(customer.end(now(), TOTALS));
    feed.push(agent.end(now(), TOTALS));
    Page page = open("call.html#both", width, scheme);

    assertThat(page.locator(".detail-time")).hasText("Ended at 1:00");
    assertThat(page.locator(".leg-now")).hasCount(2);
    assertThat(page.getByRole(AriaRole.IMG, image("Talk-over"))).isVisible();
    assertThat(page.locator(".summary").first())
        .containsText(
            "unfriendly for 0:12 at a stretch, at 0:14 · 3 windows left out, as scoring could not"
                + " keep up · both spoke at once for 0:09");
    assertThat(page.locator(".summary .p-value").first()).hasText("5\u202f%, 0:02");
    inspect(page, "call-of-two", width, scheme);
  }

  private static Page.GetByRoleOptions image(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Test
  void shouldShowThePastAfterAReload() {
    serve();
    Story story = Story.booking("long");
    feed.push(story.start(now() - 57_000));
    feed.push(story.seconds(1, 57, 62, now()));
    Page page = open("call.html#long");
    assertThat(page.locator(".leg-charts .plot:visible").first())
        .hasAttribute("aria-label", Pattern.compile(".*over 57 windows.*"));
    page.reload();
    assertThat(page.locator(".leg-charts .plot:visible").first())
        .hasAttribute("aria-label", Pattern.compile(".*over 57 windows.*"));
  }

  @ParameterizedTest
  @CsvSource({"JSON,long.json", "CSV,long.csv", "EmotionML,long.xml"})
  void shouldHandOutTheTimelineAsAFile(String format, String name) throws Exception {
    serve();
    Story story = Story.booking("long");
    feed.push(story.start(now() - 10_000));
    feed.push(story.seconds(1, 10, 60, now()));
    Page page = open("call.html#long");
    assertThat(page.locator(".detail-time")).hasText("Live 0:10");

    Download file =
        page.waitForDownload(
            () -> page.locator(".downloads button").getByText(format, exactly()).click());

    assertThat(file.suggestedFilename()).isEqualTo(name);
    assertThat(Files.readString(file.path())).contains("friendly");
    assertThat(complaints).isEmpty();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void shouldSayWhenThereIsNoSuchCall() {
    serve();
    Page page = open("call.html#nobody");

    assertThat(page.locator(".empty")).isVisible();
    assertThat(page.locator(".leg-charts")).hasCount(0);
    assertThat(complaints).isEmpty();
  }
}
