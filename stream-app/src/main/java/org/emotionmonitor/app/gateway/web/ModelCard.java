package org.emotionmonitor.app.gateway.web;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The model card, which is Markdown, as a page. */
final class ModelCard {
  private static final String PLACE = "<!-- card -->";
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private ModelCard() {}

  /**
   * The page.
   *
   * @param template HTML with a comment where the card belongs
   * @param card Markdown; HTML in it is shown as text
   */
  static String page(String template, String card) {
    Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    HtmlRenderer renderer =
        HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true).build();
    return template.replace(PLACE, renderer.render(parser.parse(card)));
  }
}
