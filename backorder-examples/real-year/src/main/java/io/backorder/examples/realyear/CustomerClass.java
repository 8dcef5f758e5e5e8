package io.backorder.examples.realyear;

import io.backorder.demand.Priority;

/** Customers by how often they ordered before, which decides the priority of their next order. */
enum CustomerClass {
  REGULAR("regulars", Priority.HIGH),
  RETURNING("returning", Priority.NORMAL),
  NEW("new or unnamed", Priority.LOW);

  /** The earlier orders that make a regular. */
  static final int MANY = 5;

  private final String words;
  private final Priority priority;

  CustomerClass(String words, Priority priority) {
    this.words = words;
    this.priority = priority;
  }

  /** Returns the class of a customer with so many earlier orders. */
  static CustomerClass of(int earlierOrders) {
    if (earlierOrders >= MANY) {
      return REGULAR;
    }
    return earlierOrders > 0 ? RETURNING : NEW;
  }

  /** Returns the priority of its orders. */
  Priority priority() {
    return priority;
  }

  /** Returns what it is called. */
  String words() {
    return words;
  }
}
