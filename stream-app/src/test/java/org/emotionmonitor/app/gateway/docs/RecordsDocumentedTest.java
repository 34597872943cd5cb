package org.emotionmonitor.app.gateway.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Acknowledgement;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertAction;
import org.emotionmonitor.app.domain.AlertActionKind;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.AlertWindow;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.CallSummary;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.domain.ConsentRecord;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.Erased;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.LegTotals;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.domain.ResolvedBecause;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

/**
 * Alerts, actions, summaries and the audit are what docs/asyncapi.yaml describes, and come back as
 * written.
 */
class RecordsDocumentedTest {

  private static final Instant AT = Instant.parse("2026-01-31T09:30:12Z");
  private static final LegTotals TOTALS =
      new LegTotals(
          21_000,
          9_000,
          300,
          24,
          5,
          2,
          ms("cheerful", 0, "friendly", 700, "neutral", 9_000, "sad", 1_000, "unfriendly", 10_000),
          List.of(
              ms("neutral", 5_000), ms("sad", 1_000), ms("neutral", 4_000), ms("unfriendly", 9)),
          ms("slow", 0, "medium", 12_000, "fast", 8_700),
          ms("soft", 0, "medium", 12_000, "loud", 8_700),
          Map.of("unfriendly", new LegTotals.Streak(14_500, 26_500, 9_000)),
          1,
          List.of(LegTotals.AlertBrief.of(alert(AlertState.RESOLVED))));

  private final Schemas schemas = new Schemas();

  @Test
  void shouldReadStartsAsDescribed() throws IOException {
    LegKey leg = new LegKey("c1", "customer");
    check("Start", StartRecord.of(leg, Role.CUSTOMER, Encoding.PCMU, 8_000, 20, AT));
    check("ConsentGiven", new ConsentRecord(Consent.GRANTED, AT));
  }

  @Test
  void shouldWriteAlertsAsDescribed() throws IOException {
    for (AlertState state : AlertState.values()) {
      check("Alert", alert(state));
    }
  }

  @Test
  void shouldWriteActionsAsDescribed() throws IOException {
    check("AlertAction", new AlertAction(AlertActionKind.ACKNOWLEDGE, "sam", AT, "calling back"));
    check("AlertAction", new AlertAction(AlertActionKind.ACKNOWLEDGE, "sam", AT, null));
  }

  @Test
  void shouldWriteSummariesAsDescribed() throws IOException {
    StartRecord start =
        StartRecord.of(new LegKey("c1", "customer"), Role.CUSTOMER, Encoding.PCMU, 8_000, 20, AT);
    check("LegSummary", LegSummary.live(start));
    ChunkCounts counts = new ChunkCounts(1_500, 0, 0, 3, 0);
    check("LegSummary", LegSummary.ended(start, AT.plusSeconds(30), 30_000, 29, counts, TOTALS));
    check(
        "CallSummary",
        new CallSummary(
            "c1",
            LegState.LIVE,
            "billing",
            "en",
            AT,
            null,
            List.of(
                new CallSummary.Leg(
                    "customer", Role.CUSTOMER, LegState.LIVE, AT, null, 30_000, TOTALS)),
            new CallSummary.Totals(1, null, null)));
  }

  @Test
  void shouldWriteTheAuditAsDescribed() throws IOException {
    check("Audit", audit(null, null));
    check("Audit", audit("Works agreement 7", "a7"));
    check("Erased", new Erased("c1", "sam", AT, Map.of("calls.summaries", 2)));
  }

  private static AuditRecord audit(String lawfulBasis, String agentId) {
    return new AuditRecord(
        "c1",
        "agent",
        Role.AGENT,
        Consent.UNKNOWN,
        Decision.DROP,
        "role agent is not analysed",
        "eu",
        lawfulBasis,
        AT,
        agentId,
        null);
  }

  private void check(String schema, Object value) throws IOException {
    String text = Json.text(value);
    JsonNode json = Json.mapper().readTree(text);
    assertThat(schemas.check("asyncapi.yaml", schema, json)).as(text).isEmpty();
    assertThat((Object) Json.read(text.getBytes(UTF_8), value.getClass())).isEqualTo(value);
  }

  private static Alert alert(AlertState state) {
    boolean open = state != AlertState.RESOLVED;
    return new Alert(
        "c1/customer/1769851800000/unfriendly-customer/14500",
        "unfriendly-customer",
        AlertSeverity.WARNING,
        state,
        "c1",
        "customer",
        state == AlertState.FIRING ? "c1/stereo" : null,
        Role.CUSTOMER,
        "a7",
        "billing",
        "en",
        EventKind.EMOTION,
        "unfriendly",
        AT,
        open ? null : AT.plusSeconds(9),
        14_500,
        22_500,
        6_200,
        0.81,
        0.9,
        3,
        List.of(new AlertWindow(14_500, 20_500, 0.75), new AlertWindow(15_500, 21_500, 0.9)),
        "Customer of call c1 has sounded unfriendly for 6 s of speech (81 %)",
        false,
        state == AlertState.FIRING ? null : new Acknowledgement("sam", AT, null),
        open ? null : ResolvedBecause.RECOVERED,
        new ModelRef("emotion", "1", "0123456789ab"));
  }

  private static Map<String, Long> ms(Object... pairs) {
    Map<String, Long> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], ((Number) pairs[i + 1]).longValue());
    }
    return map;
  }
}
