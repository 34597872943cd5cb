package org.emotionmonitor.app.gateway.view;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.Judgement;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.board.Question;

/**
 * A call's timeline as EmotionML 1.0 (W3C Recommendation, 2014): one {@code emotion} for each
 * scored window, with the probability of each class as its confidence, placed by its offset in the
 * leg's audio. What was not scored is left out.
 */
public final class EmotionMl {
  private static final String NS = "http://www.w3.org/2009/10/emotionml";

  private EmotionMl() {}

  /** The windows of the legs that {@code viewer} sees. */
  public static String of(Call call, Viewer viewer) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(NS);
      xml.writeStartElement(NS, "emotionml");
      xml.writeDefaultNamespace(NS);
      xml.writeAttribute("version", "1.0");
      xml.writeAttribute("category-set", "#expressed");
      vocabulary(xml);
      for (Leg leg : call.legs()) {
        if (viewer.sees(leg)) {
          for (Point point : leg.points()) {
            emotion(xml, leg, point);
          }
        }
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private static void vocabulary(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement(NS, "vocabulary");
    xml.writeAttribute("type", "category");
    xml.writeAttribute("id", "expressed");
    for (String label : Question.EMOTION.labels()) {
      xml.writeEmptyElement(NS, "item");
      xml.writeAttribute("name", label);
    }
    xml.writeEndElement();
  }

  private static void emotion(XMLStreamWriter xml, Leg leg, Point point) throws XMLStreamException {
    Judgement judgement = point.emotion();
    if (judgement == null || judgement.size() == 0) {
      return;
    }
    xml.writeStartElement(NS, "emotion");
    xml.writeAttribute("expressed-through", "voice");
    xml.writeAttribute(
        "time-ref-uri", "urn:leg:" + part(leg.key().callId()) + "/" + part(leg.key().legId()));
    xml.writeAttribute("offset-to-start", Long.toString(point.span().startMs()));
    xml.writeAttribute("duration", Long.toString(point.span().endMs() - point.span().startMs()));
    for (int i = 0; i < judgement.size(); i++) {
      xml.writeEmptyElement(NS, "category");
      xml.writeAttribute("name", Question.EMOTION.labels().get(i));
      double p = Math.max(0, Math.min(1, Math.round(judgement.probability(i) * 1e4) / 1e4));
      xml.writeAttribute("confidence", Double.toString(p));
    }
    xml.writeEndElement();
  }

  private static String part(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
