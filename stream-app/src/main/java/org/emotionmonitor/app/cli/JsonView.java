package org.emotionmonitor.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.WindowEvent;
import org.emotionmonitor.app.ingest.CallPlan;
import org.emotionmonitor.app.ingest.LegPlan;
import org.emotionmonitor.app.topology.leg.WindowEvents;

/** A JSON line for each event, as on the topics, with its kind in front. */
final class JsonView implements ScoreView {

  private final PrintWriter out;
  private final PrintWriter err;

  JsonView(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void leg(CallPlan call, LegPlan leg) {}

  @Override
  public void dropped(CallPlan call, LegPlan leg, String reason) {
    err.printf("%s: %s is not scored: %s%n", call.file(), leg.key().legId(), reason);
    err.flush();
  }

  @Override
  public void window(WindowEvents events) {
    print(events.emotion());
    print(events.rate());
    print(events.volume());
    out.flush();
  }

  private void print(WindowEvent event) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("kind", event.kind().label());
    line.setAll((ObjectNode) Json.mapper().valueToTree(event));
    out.println(Json.text(line));
  }
}
