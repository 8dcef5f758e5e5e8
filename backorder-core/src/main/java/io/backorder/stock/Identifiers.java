package io.backorder.stock;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;

/**
 * The rule that every identifier keeps: 1 to 64 characters, no control character, no lone surrogate,
 * no white space at either end.
 *
 * <p>A character is a Unicode code point, so that a text has one length whatever it is stored in. A
 * control character is one that does something instead of showing something: besides the controls
 * themselves (tab, line feed, NUL, DEL, U+0085) these are the line and the paragraph separator, and
 * the format characters, which are invisible or turn the reading direction (zero-width space and
 * joiner, byte order mark, soft hyphen, U+202E). White space is what Java or Unicode calls so, the
 * no-break space included; inside a text it is allowed.
 *
 * <p>Case matters, and so does every accent: identifiers are compared code point by code point and
 * never trimmed, folded or normalised, so that {@code e} with a combining accent and its composed
 * form are two identifiers, in every store. What else a text says is not looked at: quotes, braces,
 * slashes and percent signs are characters like any other.
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
    if (!isPlain(requireNonNull(text, name))) {
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
    int length = text.codePointCount(0, text.length());
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
      if (!isVisible(text.codePointAt(i))) {
        throw invalid(
            "%s must have no control character or lone surrogate: U+%04X at index %d of \"%s\""
                .formatted(name, text.codePointAt(i), i, shown(text)),
            name,
            text);
      }
    }
  }

  /** Whether a character shows something: a surrogate that is met alone does not. */
  private static boolean isVisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  /**
   * Returns a text as it may stand in a message: cut after 64 characters, and every character that
   * could forge a line or turn the reading direction written as its UTF-16 code, <code>&#92;u000A</code>
   * for a line feed.
   *
   * @param text any text
   * @return the text to show
   */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    int end = text.length() > MAX_LENGTH ? cut(text) : text.length();
    for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      if (isVisible(codePoint)) {
        shown.appendCodePoint(codePoint);
      } else {
        for (char unit : Character.toChars(codePoint)) {
          shown.append("\\u%04X".formatted((int) unit));
        }
      }
    }
    return end < text.length() ? shown.append("...").toString() : shown.toString();
  }

  /** The index behind the last character that is shown. */
  private static int cut(String text) {
    int end = 0;
    for (int shown = 0; shown < MAX_LENGTH && end < text.length(); shown++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static InvalidValueException invalid(String message, String name, String text) {
    return new InvalidValueException(
        ErrorCode.INVALID_IDENTIFIER, message, Facts.of("field", name).and("asked", shown(text)));
  }
}
