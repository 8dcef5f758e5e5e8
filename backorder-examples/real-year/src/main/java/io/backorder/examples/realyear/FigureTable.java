package io.backorder.examples.realyear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Figures in rows and columns, as text. The first column says what a row is.
 *
 * @param title what the table shows
 * @param header the names of the columns
 * @param rows the rows, each as long as the header
 */
record FigureTable(String title, List<String> header, List<List<String>> rows) {

  /** Copies the rows; rejects one that is longer or shorter than the header. */
  FigureTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "row must have %d columns: %s".formatted(header.size(), row));
      }
    }
  }

  /** Returns the lines of the table for a terminal: names to the left, figures to the right. */
  List<String> lines() {
    int[] widths = new int[header.size()];
    List<List<String>> all = new ArrayList<>(rows);
    all.add(0, header);
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    all.forEach(row -> lines.add(line(row, widths)));
    lines.add(1, "-".repeat(Arrays.stream(widths).sum() + 2 * (widths.length - 1)));
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(pad(row.get(0), widths[0]));
    for (int i = 1; i < widths.length; i++) {
      line.append("  ").append(" ".repeat(widths[i] - row.get(i).length())).append(row.get(i));
    }
    return line.toString().stripTrailing();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
