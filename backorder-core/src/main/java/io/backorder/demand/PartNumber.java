package io.backorder.demand;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Sku;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of lines, the host's own and those of the parts of a kit. A part has the number of the
 * kit's line, a separator that no identifier may contain, and its place among the parts, so that no
 * number of a host can be taken for one.
 */
final class PartNumber {

  /** The longest number of a line whose item is a kit, in characters. */
  static final int MAX_KIT_LENGTH = Identifiers.MAX_LENGTH - 4;

  private static final char SEPARATOR = '\u001F';
  private static final Pattern PART =
      Pattern.compile("(.+)\u001F([1-9][0-9]{0,2})", Pattern.DOTALL);

  private PartNumber() {}

  /** Returns the number if it is a host's or a part's. */
  static String require(String number) {
    if (isPart(number)) {
      Identifiers.require("line", kit(number));
      return number;
    }
    return Identifiers.require("line", number);
  }

  static boolean isPart(String number) {
    return number.indexOf(SEPARATOR) > 0 && PART.matcher(number).matches();
  }

  static String of(String kit, int part, Sku sku) {
    if (kit.codePointCount(0, kit.length()) > MAX_KIT_LENGTH) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "number of a line for kit %s must have at most %d characters: %s"
              .formatted(sku, MAX_KIT_LENGTH, kit),
          Facts.of("field", "line").and("asked", kit).and("allowed", MAX_KIT_LENGTH));
    }
    return kit + SEPARATOR + part;
  }

  /** The number of the kit's line. */
  static String kit(String part) {
    return part.substring(0, part.lastIndexOf(SEPARATOR));
  }

  static String shown(String number) {
    Matcher matcher = PART.matcher(number);
    return number.indexOf(SEPARATOR) > 0 && matcher.matches()
        ? matcher.group(1) + " part " + matcher.group(2)
        : number;
  }
}
