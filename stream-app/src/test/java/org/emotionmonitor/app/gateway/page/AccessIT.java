package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.Tokens;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.junit.jupiter.api.Test;

/** Signing in and out, in a real browser. */
class AccessIT extends PageTest {
  @Test
  void shouldAskForTheTokenAndForgetItOnSigningOut() {
    serve(GatewayOptions.loopback(0).withAuth(Tokens.AUTH));
    feed.push(Story.complaint("guarded").start(now()));
    Page page = open("");

    assertThat(page.locator("dialog.token")).isVisible();
    shoot(page, "sign-in");
    assertThat(Axe.graveIssues(page)).isEmpty();
    signIn(page, Tokens.of(AccessRole.SUPERVISOR));

    assertThat(page.locator("#status")).containsText("Live");
    assertThat(page.locator(".tile-name")).hasText("guarded");
    assertThat(page.locator(".account-name")).hasText("test");
    assertThat(page.url()).doesNotContain("ey");
    assertThat(page.evaluate("() => localStorage.length + document.cookie.length")).isEqualTo(0);
    page.getByText("Sign out").click();

    assertThat(page.locator("dialog.token")).isVisible();
    assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
  }

  @Test
  void shouldShowAgentsTheirOwnCallAlone() {
    serve(GatewayOptions.loopback(0).withAuth(Tokens.AUTH));
    feed.push(Story.complaint("mine").from("delivery", "sam").titled("Own call").start(now()));
    feed.push(Story.booking("other").from("billing", "alex").titled("Other call").start(now()));
    Page page = open("agent.html");
    assertThat(page.locator("dialog.token")).isVisible();

    signIn(page, Tokens.ofAgent("sam"));

    assertThat(page.locator("h1")).hasText("Own call");
    assertThat(page.locator(".pages a:visible")).hasText(new String[] {"Agent", "About"});
    assertThat(page.locator(".glance-choice")).isHidden();
    page.navigate(page.url().replace("agent.html", ""));
    assertThat(page.locator("main")).isHidden();
    assertThat(page.getByText("This page is for the role supervisor")).isVisible();
  }

  @Test
  void shouldSayWhichRoleIsMissingWhenTheTokenOnlyBringsAudio() {
    serve(GatewayOptions.loopback(0).withAuth(Tokens.AUTH));
    Page page = open("microphone.html");
    assertThat(page.locator("dialog.token")).isVisible();

    signIn(page, Tokens.of(AccessRole.INGEST));

    assertThat(page.getByText("This page is for the role ingest and supervisor")).isVisible();
    assertThat(page.locator("#status")).containsText("No access");
    assertThat(page.locator("main")).isHidden();
    assertThat(page.locator(".pages a:visible")).hasText(new String[] {"About"});
  }

  @Test
  void shouldSayWhenTheSignInHasExpired() {
    serve(GatewayOptions.loopback(0).withAuth(Tokens.AUTH));
    Page page = open("");
    assertThat(page.locator("dialog.token")).isVisible();
    signIn(page, Tokens.until(AccessRole.SUPERVISOR, Instant.now().plusSeconds(15)));
    assertThat(page.locator("#status")).containsText("Live");
    assertThat(page.locator(".account-left")).hasText("Your sign-in ends soon");

    assertThat(page.getByText("Your sign-in has expired")).isVisible();
    assertThat(page.locator("#status")).containsText("Signed out");
  }

  private static void signIn(Page page, String token) {
    page.getByLabel("Token").fill(token);
    page.locator("dialog.token button").click();
  }
}
