package org.emotionmonitor.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A call's timeline in the formats of others, read by parsers of others. */
class TimelineFormatsTest {
  private static final String EMOTIONML = "http://www.w3.org/2009/10/emotionml";
  private static final LegKey LEG = Sample.leg("=cmd, \"x\"", "customer");
  private static final String PATH = "/v1/calls/%3Dcmd%2C%20%22x%22/timeline?format=";

  private final ManualFeed feed = new ManualFeed();
  private final GatewayService service =
      new GatewayService(GatewayOptions.loopback(0), feed, Clock.systemUTC());
  private int port;

  @BeforeEach
  void start() {
    port = service.start();
    feed.push(Sample.scored(LEG, System.currentTimeMillis(), 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    feed.push(Sample.abstained(LEG, System.currentTimeMillis(), 7000));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void shouldGiveTheTimelineAsCsvThatIsNoFormula() throws Exception {
    HttpResponse<String> answer = get("csv");

    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(answer.body()))
            .getRecords();
    assertThat(rows).hasSize(2);
    CSVRecord scored = rows.get(0);
    assertThat(scored.get("callId")).isEqualTo("'=cmd, \"x\"");
    assertThat(scored.get("endMs")).isEqualTo("6000");
    assertThat(scored.get("emotion")).isEqualTo("sad");
    assertThat(scored.get("emotion.sad")).isEqualTo("0.6");
    assertThat(scored.get("rate")).isEqualTo("medium");
    assertThat(rows.get(1).get("abstained")).isEqualTo("no_speech");
    assertThat(rows.get(1).get("emotion.sad")).isEmpty();
  }

  @Test
  void shouldGiveTheTimelineAsEmotionMl() throws Exception {
    HttpResponse<String> answer = get("emotionml");

    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/emotionml+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document xml =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    Element root = xml.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo(EMOTIONML);
    assertThat(root.getLocalName()).isEqualTo("emotionml");
    assertThat(root.getAttribute("version")).isEqualTo("1.0");
    Element vocabulary = elements(root, "vocabulary").get(0);
    assertThat(root.getAttribute("category-set")).isEqualTo("#" + vocabulary.getAttribute("id"));
    List<String> names =
        elements(vocabulary, "item").stream().map(i -> i.getAttribute("name")).toList();
    assertThat(names).containsExactly("cheerful", "friendly", "neutral", "sad", "unfriendly");
    // What was not scored expresses nothing.
    List<Element> emotions = elements(root, "emotion");
    assertThat(emotions).hasSize(1);
    assertThat(emotions.get(0).getAttribute("expressed-through")).isEqualTo("voice");
    assertThat(URI.create(emotions.get(0).getAttribute("time-ref-uri")).getScheme())
        .isEqualTo("urn");
    List<Element> categories = elements(emotions.get(0), "category");
    assertThat(categories.stream().map(c -> c.getAttribute("name")).toList()).isEqualTo(names);
    assertThat(
            categories.stream()
                .mapToDouble(c -> Double.parseDouble(c.getAttribute("confidence")))
                .sum())
        .isCloseTo(1, within(0.001));
  }

  private static List<Element> elements(Element in, String name) {
    NodeList nodes = in.getElementsByTagNameNS(EMOTIONML, name);
    return java.util.stream.IntStream.range(0, nodes.getLength())
        .mapToObj(i -> (Element) nodes.item(i))
        .toList();
  }

  private HttpResponse<String> get(String format) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH + format)).build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
