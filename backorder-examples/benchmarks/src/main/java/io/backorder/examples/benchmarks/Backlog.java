package io.backorder.examples.benchmarks;

/** What the third workload asks of a queue of one item, which begins without stock. */
interface Backlog {

  /** Places the order at an index of the book. */
  void place(int order);

  /** Takes units in, which serve who is first, and returns the units that went to those who wait. */
  long receive(String receipt, int quantity);

  /** Cancels the order at an index of the book, which is waiting. */
  void cancel(String cancellation, int order);

  /** Returns the units that wait. */
  long waiting();
}
