package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The microphone's page before it listens; the rest is in {@link LivePageIT}. */
class MicrophoneIT extends PageTest {

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "390,DARK"})
  void shouldTellWhatHappensBeforeItListens(int width, ColorScheme scheme) {
    serve();
    Page page = open("microphone.html", width, scheme);

    assertThat(page.locator("#mic-start")).isDisabled();
    inspect(page, "microphone", width, scheme);
    page.locator("#mic-consent").check();
    assertThat(page.locator("#mic-start")).isEnabled();
  }

  @Test
  void shouldSayWhenThereIsNoMicrophone() {
    serve();
    Page page = open("microphone.html");
    page.locator("#mic-consent").check();
    page.locator("#mic-start").click();

    assertThat(page.locator("#mic-said")).containsText("microphone");
    assertThat(page.locator("#mic-notice")).isVisible();
    assertThat(complaints).isEmpty();
  }
}
