package org.emotionmonitor.app.gateway.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Part of a list: what {@code limit} and {@code after} of a request ask for.
 *
 * @param items the part
 * @param next what to give as {@code after} for the next part, or null if this is the last
 */
record Page<T>(List<T> items, String next) {
  private static final int MAX = 1_000;

  /**
   * @param all in their order
   * @param id what identifies one
   * @throws IllegalArgumentException that says which parameter is wrong
   */
  static <T> Page<T> of(RoutingContext ctx, Collection<T> all, Function<T, String> id) {
    int limit = limit(ctx.request().getParam("limit"));
    String after = ctx.request().getParam("after");
    List<T> rest = List.copyOf(all);
    if (after != null) {
      int at = 0;
      while (at < rest.size() && !id.apply(rest.get(at)).equals(after)) {
        at++;
      }
      // The one it names is gone: begin again rather than to leave something out.
      rest = at == rest.size() ? rest : rest.subList(at + 1, rest.size());
    }
    List<T> items = rest.subList(0, Math.min(limit, rest.size()));
    return new Page<>(items, items.size() < rest.size() ? id.apply(items.get(limit - 1)) : null);
  }

  private static int limit(String text) {
    if (text == null) {
      return MAX;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wrong(text), e);
    }
    throw new IllegalArgumentException(wrong(text));
  }

  private static String wrong(String text) {
    return "limit \"%s\" is not allowed; a whole number from 1 to %d".formatted(text, MAX);
  }
}
