package io.backorder.demand;

/** How urgent an order is. Later constants are more urgent, and are served first. */
public enum Priority {

  /** May wait. */
  LOW(0),

  /** As usual. */
  NORMAL(1),

  /** Before the usual. */
  HIGH(2),

  /** Before everything else. */
  URGENT(3);

  private final int urgency;

  Priority(int urgency) {
    this.urgency = urgency;
  }

  /**
   * Returns how urgent this is, as a number that a store can order by.
   *
   * @return the number, larger for what is served first
   */
  public int urgency() {
    return urgency;
  }

  /**
   * Tells whether this priority is served before another.
   *
   * @param other the other priority
   * @return true if this one is more urgent
   */
  public boolean isBefore(Priority other) {
    return urgency > other.urgency;
  }
}
