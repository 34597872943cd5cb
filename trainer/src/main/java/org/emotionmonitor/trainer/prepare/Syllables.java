package org.emotionmonitor.trainer.prepare;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the syllables of a text by its spelling. */
final class Syllables {

  private static final Pattern WORD = Pattern.compile("[\\p{L}'’]+|\\d");

  /** Common words that the rules get wrong. */
  private static final Map<String, Integer> EXCEPTIONS =
      Map.of("maybe", 2, "science", 2, "people", 2, "something", 2, "sometimes", 2, "million", 2);

  private static final Pattern ENGLISH_VOWELS = Pattern.compile("[aeiouy]+");

  /** Vowels side by side that belong to two syllables, as in create, idea, quiet, being, going. */
  private static final Pattern ENGLISH_HIATUS =
      Pattern.compile(
          "(?<![cstgx])i[ao](?!u)|iet|iu(?!s$)|[ei]ous|creat|react|real(?=i)|idea|ying|[eio]ing|uing|uat|ual|fluen");

  private static final Pattern ENGLISH_SILENT =
      Pattern.compile(
          "(?<=[^aeiouy])e$(?<![^aeiouyrl]le)|(?<=[^aeiouytd])e(?=d$)|(?<=[^aeiouyscxzgh])e(?=s$)(?<![^aeiouyrl]le)"
              + "|(?<=[aeiouy][^aeiouy])e(?=(ly|ment|ful|less|time|thing|body|where)$)");

  private static final Pattern POLISH_VOWELS =
      Pattern.compile("i(?=[aąeęioóuy])|[ae]u|[aąeęioóuy]");

  private Syllables() {}

  /**
   * Syllables of an English text, about: groups of vowels, but for silent ones. English spelling
   * does not tell them exactly.
   */
  static int english(String text) {
    int count = 0;
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      count += englishWord(words.group().replace('’', '\''));
    }
    return count;
  }

  private static int englishWord(String word) {
    String bare = word.replaceFirst("'(s|m|d|t|re|ve|ll)?$", "");
    if (EXCEPTIONS.containsKey(bare)) {
      return EXCEPTIONS.get(bare);
    }
    int contracted =
        word.endsWith("n't") && count(ENGLISH_VOWELS, bare) > 0 ? notSyllable(bare) : 0;
    int vowels = count(ENGLISH_VOWELS, ENGLISH_SILENT.matcher(bare).replaceAll(""));
    return Math.max(1, vowels + count(ENGLISH_HIATUS, bare)) + contracted;
  }

  /** Didn't and couldn't have one more than did and could; don't and can't have not. */
  private static int notSyllable(String bare) {
    return bare.matches("(do|ca|wo|are|were|ai|shan?)n?") ? 0 : 1;
  }

  /**
   * Syllables of a Polish text: its vowels, but for an i that only softens, and for the second of
   * au and eu.
   */
  static int polish(String text) {
    int count = 0;
    Matcher vowels = POLISH_VOWELS.matcher(text.toLowerCase(Locale.ROOT));
    while (vowels.find()) {
      count += vowels.group().equals("i") && softens(text, vowels) ? 0 : 1;
    }
    return Math.max(1, count);
  }

  private static boolean softens(String text, Matcher i) {
    return i.end() < text.length()
        && "aąeęioóuyAĄEĘIOÓUY".indexOf(text.charAt(i.end())) >= 0
        && i.start() > 0
        && Character.isLetter(text.charAt(i.start() - 1));
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
