package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The content of a document, field by field, and the rules that every content keeps. */
final class Content {

  private final Map<String, String> fields = new LinkedHashMap<>();

  static Content of(String field, Object value) {
    return new Content().and(field, value);
  }

  Content and(String field, Object value) {
    fields.put(field, value.toString());
    return this;
  }

  /** The two parts of a line's name stay apart: together, A/B of C would read as A of B/C. */
  Content and(OrderLineId line) {
    return and("order", line.order()).and("line", line.line());
  }

  Content and(OrderTerms terms) {
    and("channel", terms.channel().map(Object::toString).orElse(""));
    and("customer", terms.customer().map(Object::toString).orElse(""));
    and("priority", terms.priority());
    return and("delivery", terms.delivery()).and("shortage", terms.shortage());
  }

  Content andLines(List<OrderLine> lines) {
    and("lines", lines.size());
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      String field = "line " + (i + 1);
      and(field + " number", line.number());
      and(field + " sku", line.sku());
      and(field + " quantity", line.quantity());
      and(field + " due", line.due().map(Object::toString).orElse(""));
    }
    return this;
  }

  Content andUnits(List<StockUnits> lines) {
    and("lines", lines.size());
    for (int i = 0; i < lines.size(); i++) {
      and("line " + (i + 1) + " sku", lines.get(i).sku());
      and("line " + (i + 1) + " location", lines.get(i).location());
      and("line " + (i + 1) + " quantity", lines.get(i).quantity());
    }
    return this;
  }

  Map<String, String> asMap() {
    return Collections.unmodifiableMap(fields);
  }

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
      requirePositive("quantity of line " + line.number(), line.quantity());
    }
    return copy;
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
