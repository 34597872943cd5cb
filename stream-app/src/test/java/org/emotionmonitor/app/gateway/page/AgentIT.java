package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import org.emotionmonitor.app.gateway.GatewayOptions;
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
    feed.push(own.alert("firing", 25, 40, null, now()));

    assertThat(page.locator("h1")).hasText("Late parcel");
    assertThat(page.locator(".glance-hint")).containsText("Let them finish");
    assertThat(page.locator(".glance-word")).not().isEmpty();
    assertThat(page.locator("main")).not().containsText("Somebody else's");
    inspect(page, "agent", width, scheme);
  }

  @Test
  void shouldFitIntoTheSidePanelOfAnotherApplication() {
    String crm = "http://crm.example.test";
    serve(GatewayOptions.loopback(0).withFrameAncestors(Set.of(crm)));
    Page page = open("agent.html");
    String url = page.url() + "#agent=sam";
    page.route(
        crm + "/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody(
                        "<body style='margin:0;background:#dde'><iframe title=panel width=320"
                            + " height=640 src='"
                            + url
                            + "'></iframe>")));
    page.navigate(crm + "/");
    Story own = Story.booking("mine").from("delivery", "sam").titled("Late parcel");
    feed.push(own.start(now() - 20_000));
    feed.push(own.seconds(1, 20, 60, now()));

    FrameLocator panel = page.frameLocator("iframe");
    assertThat(panel.locator("h1")).hasText("Late parcel");
    assertThat(panel.locator("nav")).isHidden();
    shoot(page, "agent-in-a-panel");
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
