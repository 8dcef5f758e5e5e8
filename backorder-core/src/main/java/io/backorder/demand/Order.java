package io.backorder.demand;

import java.util.List;
import java.util.Optional;

/**
 * An order as it stood at one moment.
 *
 * @param id the order
 * @param terms what holds for all its lines
 * @param status whether something of it is open
 * @param lines its lines, as they were placed
 */
public record Order(OrderId id, OrderTerms terms, Status status, List<LineStatus> lines) {

  /** Copies the lines. */
  public Order {
    lines = List.copyOf(lines);
  }

  /**
   * Returns one line.
   *
   * @param number the line's number
   * @return the line, or empty if the order has no such line
   */
  public Optional<LineStatus> line(String number) {
    return lines.stream().filter(line -> line.id().line().equals(number)).findFirst();
  }

  /** Whether something of an order is open. */
  public enum Status {

    /** A unit waits. */
    OPEN,

    /** All that is left to ship may ship now. */
    READY,

    /** Nothing is open, and something was shipped. */
    SHIPPED,

    /** Nothing is open, and nothing was shipped. */
    CANCELLED
  }
}
