package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages say of themselves. */
class AboutIT extends PageTest {

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "390,DARK"})
  void shouldTellWhatItIsAndIsNot(int width, ColorScheme scheme) {
    serve();
    Page page = open("about.html", width, scheme);

    assertThat(page.locator("main")).containsText("must not be used for");
    assertThat(page.locator(".legend li")).hasCount(5);
    inspect(page, "about", width, scheme);
    page.getByText("Model card").click();

    assertThat(page.locator("h1")).containsText("Model card");
    assertThat(page.locator("table").first()).isVisible();
    inspect(page, "card", width, scheme);
  }
}
