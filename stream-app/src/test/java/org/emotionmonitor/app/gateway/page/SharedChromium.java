package org.emotionmonitor.app.gateway.page;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all tests of a run, as starting it is what takes long. */
final class SharedChromium implements BeforeAllCallback {
  private Chromium chromium;

  @Override
  public void beforeAll(ExtensionContext context) {
    chromium =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Chromium.class, ignored -> Chromium.launch(), Chromium.class);
  }

  Browser browser() {
    return chromium.browser();
  }
}
