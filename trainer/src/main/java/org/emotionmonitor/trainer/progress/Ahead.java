package org.emotionmonitor.trainer.progress;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Results in order, the next of them being made while one is used; one at a time. */
public final class Ahead {

  private Ahead() {}

  /**
   * What {@code make} gives for each item; it is called in order and never twice at once. What it
   * throws comes from {@link Iterator#next}.
   */
  public static <T, R> Iterable<R> of(List<T> items, Function<T, R> make) {
    return () -> new Results<>(items.iterator(), make);
  }

  private static final class Results<T, R> implements Iterator<R> {

    private final Iterator<T> items;
    private final Function<T, R> make;
    private CompletableFuture<R> next;

    Results(Iterator<T> items, Function<T, R> make) {
      this.items = items;
      this.make = make;
      advance();
    }

    private void advance() {
      next = null;
      if (items.hasNext()) {
        T item = items.next();
        next = CompletableFuture.supplyAsync(() -> make.apply(item));
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public R next() {
      if (next == null) {
        throw new NoSuchElementException("all results have been given");
      }
      R result;
      try {
        result = next.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException own) {
          throw own;
        }
        throw e;
      }
      advance();
      return result;
    }
  }
}
