package io.backorder.demand;

/** How urgent an order is. Later constants are more urgent, and are served first. */
public enum Priority {

  /** May wait. */
  LOW,

  /** As usual. */
  NORMAL,

  /** Before the usual. */
  HIGH,

  /** Before everything else. */
  URGENT;

  /**
   * Tells whether this priority is served before another.
   *
   * @param other the other priority
   * @return true if this one is more urgent
   */
  public boolean isBefore(Priority other) {
    return compareTo(other) > 0;
  }
}
