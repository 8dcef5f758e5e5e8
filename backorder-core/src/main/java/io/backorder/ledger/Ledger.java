package io.backorder.ledger;

import io.backorder.demand.OrderId;
import io.backorder.stock.Sku;
import java.util.List;

/**
 * Reads what happened, oldest first. Records are never changed and never removed.
 *
 * <p>Implementations are thread-safe.
 */
public interface Ledger {

  /**
   * Returns the records behind a position: a feed for durable consumers, without gaps. A consumer
   * stores the position of the last record that it has dealt with and asks for what comes after it.
   *
   * @param position the position after which to read; 0 reads from the start
   * @param limit the most records to return, at least 1
   * @return the records, in the order of their positions; empty at the end
   */
  List<LedgerRecord> after(long position, int limit);

  /**
   * Returns the records of one item.
   *
   * @param sku the item
   * @return the records, in the order of their sequence numbers
   */
  List<LedgerRecord> of(Sku sku);

  /**
   * Returns the records of one order.
   *
   * @param order the order
   * @return the records, in the order of their positions
   */
  List<LedgerRecord> of(OrderId order);

  /**
   * Returns the number of records.
   *
   * @return the position of the last record, 0 if there is none
   */
  long size();
}
