package io.backorder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.StreamSupport;

/** The inputs of a reference case, by name. */
record CaseInputs(JsonNode node) {

  boolean has(String name) {
    return node.has(name) && !node.get(name).isNull();
  }

  double number(String name) {
    if (!has(name)) {
      throw new AssertionError("no input " + name + " in " + node);
    }
    return node.get(name).asDouble();
  }

  double number(String name, double other) {
    return has(name) ? number(name) : other;
  }

  int whole(String name) {
    return Math.toIntExact(Math.round(number(name)));
  }

  double[] numbers(String name) {
    return StreamSupport.stream(node.get(name).spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /** Returns a list as it is, or a single number as many times as asked. */
  double[] numbers(String name, int count) {
    if (!has(name)) {
      return new double[count];
    }
    if (node.get(name).isArray()) {
      return numbers(name);
    }
    double[] same = new double[count];
    Arrays.fill(same, number(name));
    return same;
  }
}
