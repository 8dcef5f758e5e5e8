package io.backorder;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The inputs of a reference case, by name. What is null is not given. Nothing is guessed: a number that is
 * none, a fraction where whole units are asked for, and a value that is missing fail.
 */
record CaseInputs(JsonNode node) {

  /** Beyond this a double has no unit digit. */
  private static final double MOST_WHOLE = 1L << 53;

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Returns a value as it stands. */
  JsonNode get(String name) {
    if (!has(name)) {
      throw new AssertionError("no input " + name + " in " + node);
    }
    return requireNonNull(node.get(name));
  }

  String text(String name) {
    return get(name).asText();
  }

  double number(String name) {
    return number(get(name));
  }

  double number(String name, double other) {
    return has(name) ? number(name) : other;
  }

  static double number(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return switch (node.asText()) {
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> throw new AssertionError("must be a number: " + node);
    };
  }

  int whole(String name) {
    return Math.toIntExact(units(get(name)));
  }

  int whole(String name, int other) {
    return has(name) ? whole(name) : other;
  }

  long units(String name) {
    return units(get(name));
  }

  /** A whole number; the library cannot be asked about a part of one. */
  static long units(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    double number = number(node);
    if (number != Math.rint(number) || !(Math.abs(number) <= MOST_WHOLE)) {
      throw new AssertionError("must be a whole number: " + node);
    }
    return (long) number;
  }

  /** Returns a list, or the one number that stands for a list of it, or a part of a real series. */
  double[] numbers(String name) {
    return numbers(get(name));
  }

  private static double[] numbers(JsonNode node) {
    if (node.isObject()) {
      return RealSeries.slice(new CaseInputs(node));
    }
    return node.isArray()
        ? stream(node).mapToDouble(CaseInputs::number).toArray()
        : new double[] {number(node)};
  }

  /** Returns a list as it is, or a single number as many times as asked; zeros if it is not given. */
  double[] numbers(String name, int count) {
    double[] same = new double[count];
    if (!has(name)) {
      return same;
    }
    if (get(name).isNumber()) {
      Arrays.fill(same, number(name));
      return same;
    }
    return numbers(name);
  }

  /** Returns a list, of one number for each entry of another. */
  double[] numbersFor(String name, int count) {
    double[] list = numbers(name, count);
    if (list.length != count) {
      throw new AssertionError("%s must have %d numbers: %s".formatted(name, count, get(name)));
    }
    return list;
  }

  /** Returns the entries of a list. */
  List<JsonNode> list(String name) {
    return stream(get(name)).toList();
  }

  /** Returns the entries of a list, each with inputs of its own. */
  List<CaseInputs> each(String name) {
    return stream(get(name)).map(CaseInputs::new).toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
