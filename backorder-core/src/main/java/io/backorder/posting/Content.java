package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLine;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules that the content of every document keeps. */
final class Content {

  private Content() {}

  /** Returns the lines, copied, if there is one and each has a number of its own and a quantity. */
  static List<OrderLine> requireLines(List<OrderLine> lines) {
    List<OrderLine> copy = copy("lines", lines);
    requireNotEmpty(copy.size());
    if (copy.size() > 1) {
      Set<String> numbers = new HashSet<>();
      for (OrderLine line : copy) {
        if (!numbers.add(line.number())) {
          throw new InvalidValueException(
              ErrorCode.DUPLICATE_LINE,
              "line must stand once in its document: " + line.number(),
              Facts.of("line", line.number()));
        }
      }
    }
    for (OrderLine line : copy) {
      requireHostLine(line);
      if (line.quantity().isZero()) {
        requirePositive("quantity of line " + line.number(), line.quantity());
      }
    }
    return copy;
  }

  /** The lines of a kit's parts are made by the library alone. */
  private static void requireHostLine(OrderLine line) {
    if (line.isPart()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "line must not be a part of a kit's line, which is made with it: " + line,
          Facts.of("line", line.hostNumber()));
    }
  }

  /** Returns a copy of a list, if it is there and so is each of its elements. */
  static <T> List<T> copy(String name, List<T> list) {
    requireNonNull(list, name);
    for (int i = 0; i < list.size(); i++) {
      int index = i;
      requireNonNull(list.get(i), () -> name + "[" + index + "]");
    }
    return List.copyOf(list);
  }

  static void requireNotEmpty(int lines) {
    if (lines == 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "number of lines must be at least 1: " + lines,
          Facts.of("asked", lines));
    }
  }

  /** Requires a moment that every store can keep. */
  static void requireTime(String name, Instant moment) {
    if (!LedgerClock.isKept(requireNonNull(moment, name))) {
      throw new InvalidValueException(
          ErrorCode.INVALID_NUMBER,
          name + " must be in the years 1 to 9899: " + moment,
          Facts.of("field", name).and("asked", moment));
    }
  }

  static Quantity requirePositive(String name, Quantity quantity) {
    if (requireNonNull(quantity, name).isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          name + " must be at least 1: " + quantity,
          Facts.of("field", name).and("asked", quantity));
    }
    return quantity;
  }
}
