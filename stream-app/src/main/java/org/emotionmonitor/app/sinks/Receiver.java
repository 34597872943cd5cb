package org.emotionmonitor.app.sinks;

/** Where alerts are taken. Thread-safe: changes of different alerts come side by side. */
public interface Receiver {

  /** Short name, for metrics and dead letters. */
  String name();

  /**
   * Delivers one change; returns within the request's time-out.
   *
   * @throws InterruptedException when the sink is being closed
   */
  Answer deliver(Outgoing alert) throws InterruptedException;

  /**
   * What became of a delivery.
   *
   * @param kind whether to try again
   * @param detail for people; empty if it was delivered
   */
  record Answer(Kind kind, String detail) {

    /** What to do next. */
    public enum Kind {
      DELIVERED,
      /** It may work later. */
      FAILED,
      /** It will never work. */
      REFUSED
    }

    static Answer delivered() {
      return new Answer(Kind.DELIVERED, "");
    }

    static Answer failed(String detail) {
      return new Answer(Kind.FAILED, detail);
    }

    /** By the status of an HTTP response. */
    static Answer of(int status) {
      if (status >= 200 && status < 300) {
        return delivered();
      }
      // Those below 500 blame the request, but for time-out, too early and too many requests.
      boolean final4xx = status >= 400 && status < 500;
      boolean later = status == 408 || status == 425 || status == 429;
      return new Answer(final4xx && !later ? Kind.REFUSED : Kind.FAILED, "HTTP " + status);
    }
  }
}
