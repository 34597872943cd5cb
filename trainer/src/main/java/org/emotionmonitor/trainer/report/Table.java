package org.emotionmonitor.trainer.report;

import java.util.List;

/** A table in Markdown, built row by row. */
public final class Table {

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  public Table(String... header) {
    columns = header.length;
    row((Object[]) header);
    text.append('|').append("---|".repeat(columns)).append('\n');
  }

  /** Adds a row of as many cells as the header has. */
  public Table row(Object... cells) {
    return row(List.of(cells));
  }

  /** The same. */
  public Table row(List<?> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "%d cells in a table of %d columns".formatted(cells.size(), columns));
    }
    cells.forEach(cell -> text.append("| ").append(cell).append(' '));
    text.append("|\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
