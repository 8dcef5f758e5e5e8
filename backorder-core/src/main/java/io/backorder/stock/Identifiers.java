package io.backorder.stock;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;

/**
 * The rule that every identifier keeps: 1 to 64 characters, no control, format or separator
 * character, no lone surrogate, no white space at either end. Case matters, and so does every
 * accent: identifiers are compared code point by code point and never normalised.
 */
public final class Identifiers {

  /** The longest identifier, in characters (code points). */
  public static final int MAX_LENGTH = 64;

  private Identifiers() {}

  /**
   * Returns the text if it keeps the rule.
   *
   * @param name what the text identifies, for the message
   * @param text the text
   * @return the text
   * @throws InvalidValueException with {@code INVALID_IDENTIFIER} if it breaks the rule
   */
  public static String require(String name, String text) {
    if (!isPlain(text)) {
      requireUnusual(name, text);
    }
    return text;
  }

  /** Most identifiers are short and printable ASCII: one loop over their characters decides. */
  private static boolean isPlain(String text) {
    int length = text.length();
    if (length == 0 || length > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static void requireUnusual(String name, String text) {
    if (text.isEmpty()) {
      throw invalid("%s must not be empty: \"\"".formatted(name), name, text);
    }
    // a text of more UTF-16 units than this is too long whatever its surrogates make of it
    int length =
        text.length() > 2 * MAX_LENGTH ? text.length() : text.codePointCount(0, text.length());
    if (length > MAX_LENGTH) {
      throw invalid(
          "%s must have at most %d characters: %d, \"%s\""
              .formatted(name, MAX_LENGTH, length, shown(text)),
          name,
          text);
    }
    requireCharacters(name, text);
    if (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()))) {
      throw invalid(
          "%s must not begin or end with white space: \"%s\"".formatted(name, shown(text)),
          name,
          text);
    }
  }

  private static void requireCharacters(String name, String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int type = Character.getType(text.codePointAt(i));
      if (type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR
          || type == Character.SURROGATE) {
        throw invalid(
            "%s must have no control character or lone surrogate: U+%04X at index %d of \"%s\""
                .formatted(name, text.codePointAt(i), i, shown(text)),
            name,
            text);
      }
    }
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  /**
   * Returns a text as it may stand in a message: cut at 64 characters, and every character that
   * could forge a line or turn the reading direction written as its code.
   *
   * @param text any text
   * @return the text to show
   */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean visible = type != Character.CONTROL
          && type != Character.FORMAT
          && type != Character.LINE_SEPARATOR
          && type != Character.PARAGRAPH_SEPARATOR
          && !(Character.isSurrogate(c) && !isPaired(text, i));
      shown.append(visible ? String.valueOf(c) : "\\u%04X".formatted((int) c));
    }
    return text.length() > MAX_LENGTH ? shown.append("...").toString() : shown.toString();
  }

  private static boolean isPaired(String text, int index) {
    char c = text.charAt(index);
    return Character.isHighSurrogate(c)
        ? index + 1 < Math.min(text.length(), MAX_LENGTH)
            && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }

  private static InvalidValueException invalid(String message, String name, String text) {
    return new InvalidValueException(
        ErrorCode.INVALID_IDENTIFIER, message, Facts.of("field", name).and("asked", shown(text)));
  }
}
