package org.emotionmonitor.app.alerts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the names in braces of a template. */
final class Placeholders {

  private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");

  private Placeholders() {}

  /** What a value holds is not filled again. */
  static String fill(String template, Map<String, String> values) {
    return NAME.matcher(template)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
