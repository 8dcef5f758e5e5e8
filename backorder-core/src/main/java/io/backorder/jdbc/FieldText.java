package io.backorder.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;

/** The content of a document as one text: each name and value behind its length, so that none is mistaken. */
final class FieldText {

  private FieldText() {}

  static String of(Map<String, String> content) {
    StringBuilder text = new StringBuilder();
    content.forEach((name, value) -> {
      append(text, name);
      append(text, value);
    });
    return text.toString();
  }

  private static void append(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part);
  }

  static Map<String, String> read(String text) {
    try {
      return parsed(text);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw Failures.ofRow(e);
    }
  }

  private static Map<String, String> parsed(String text) {
    Map<String, String> content = new LinkedHashMap<>();
    int from = 0;
    while (from < text.length()) {
      int nameAt = text.indexOf(':', from) + 1;
      int nameEnd = nameAt + Integer.parseInt(text, from, nameAt - 1, 10);
      int valueAt = text.indexOf(':', nameEnd) + 1;
      from = valueAt + Integer.parseInt(text, nameEnd, valueAt - 1, 10);
      content.put(text.substring(nameAt, nameEnd), text.substring(valueAt, from));
    }
    return content;
  }
}
