package org.emotionmonitor.app.cli;

import org.emotionmonitor.app.ingest.CallPlan;
import org.emotionmonitor.app.ingest.LegPlan;
import org.emotionmonitor.app.topology.leg.WindowEvents;

/** Shows the scores of files. */
interface ScoreView {

  /** A leg begins; its windows follow. */
  void leg(CallPlan call, LegPlan leg);

  /** A leg that policy does not allow to analyse. */
  void dropped(CallPlan call, LegPlan leg, String reason);

  /** The next window of the leg. */
  void window(WindowEvents events);
}
