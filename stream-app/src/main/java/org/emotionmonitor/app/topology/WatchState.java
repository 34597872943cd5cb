package org.emotionmonitor.app.topology;

import org.emotionmonitor.app.alerts.LegAlerts;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.summary.Talk;
import org.emotionmonitor.app.summary.Tally;

/**
 * What is kept of a leg for its alerts and totals.
 *
 * @param alerts where the rules are
 * @param tally the totals
 * @param talk when it spoke, since its call was last told
 * @param publishedMs audio of the leg when its summary was last published
 * @param consent what the party said last
 */
record WatchState(LegAlerts alerts, Tally tally, Talk talk, long publishedMs, Consent consent) {

  static WatchState begin(long startedMs, Consent consent) {
    return new WatchState(LegAlerts.NONE, Tally.NONE, Talk.from(startedMs), 0, consent);
  }

  WatchState with(LegAlerts next) {
    return new WatchState(next, tally, talk, publishedMs, consent);
  }

  WatchState with(Tally next) {
    return new WatchState(alerts, next, talk, publishedMs, consent);
  }

  WatchState with(Talk next) {
    return new WatchState(alerts, tally, next, publishedMs, consent);
  }

  WatchState with(Consent next) {
    return new WatchState(alerts, tally, talk, publishedMs, next);
  }

  /** After its summary was published and its call was told. */
  WatchState published(long audioMs) {
    return new WatchState(alerts, tally, talk.told(), audioMs, consent);
  }
}
