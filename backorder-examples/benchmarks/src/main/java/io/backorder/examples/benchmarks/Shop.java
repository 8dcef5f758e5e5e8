package io.backorder.examples.benchmarks;

/** What the first workload asks of a shop. The same order twice is placed once. */
interface Shop {

  /** Places an order of one line and returns the units reserved; the others wait. */
  long place(String order, String sku, int quantity);

  /** Takes goods in, which serve who waits first come first served. */
  void receive(String receipt, String sku, int quantity);

  /** Returns the units of an item. */
  Levels levels(String sku);

  /** Units of one item. */
  record Levels(long onHand, long reserved, long backordered) {}

  /** What the second workload asks besides. */
  interface WithAfterSales extends Shop {

    /** Cancels all that is open of an order. */
    void cancel(String cancellation, String order);

    /** Ships all that is reserved for an order. */
    void ship(String shipment, String order);
  }
}
