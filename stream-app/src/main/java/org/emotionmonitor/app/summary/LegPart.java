package org.emotionmonitor.app.summary;

import java.util.List;
import org.emotionmonitor.app.domain.LegSummary;

/**
 * News of a leg for its call: a record of {@code calls.parts}.
 *
 * @param summary the leg as it is now
 * @param toMs until when {@code spans} tell of its speech, in ms since 1970
 * @param spans its speech since the last part
 */
public record LegPart(LegSummary summary, long toMs, List<Span> spans) {

  public LegPart {
    spans = List.copyOf(spans);
  }
}
