package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.proof.Checkpoint;
import io.backorder.proof.ConsistencyProof;
import io.backorder.proof.InclusionProof;
import io.backorder.stock.Sku;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads what happened, oldest first. Records are never changed and never removed.
 *
 * <p>The records of an item are a chain ({@link HashChain}), so that an edited, removed, added, swapped
 * or repeated record shows. A chain cannot show that the end of a history was cut off, nor that all of
 * it was written anew with fresh chain values. A {@link #checkpoint} can, if it was stored where
 * whoever writes the ledger cannot write: on paper, with the customer, with the auditor.
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
   * Hands on all records behind a position, one after the other, and holds no more than a page of them. What
   * is recorded meanwhile is handed on too.
   *
   * @param position the position after which to read; 0 reads from the start
   * @param reader takes each record, in the order of their positions; what it throws ends the reading
   */
  default void forEachAfter(long position, Consumer<LedgerRecord> reader) {
    requireNonNull(reader, "reader");
    List<LedgerRecord> page = after(position, History.PAGE);
    while (!page.isEmpty()) {
      page.forEach(reader);
      page = after(page.get(page.size() - 1).position(), History.PAGE);
    }
  }

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

  /**
   * Returns what the ledger is now: its size and the Merkle root over the {@linkplain
   * LedgerRecord#canonical canonical forms} of its records, in the order of their positions. Every
   * record is read.
   *
   * @return the checkpoint, to be stored elsewhere
   */
  default Checkpoint checkpoint() {
    return History.of(this).checkpoint();
  }

  /**
   * Requires that the ledger still begins with the history of a checkpoint, and returns what it is now.
   * Every record is read.
   *
   * @param earlier a checkpoint that was stored elsewhere
   * @return the checkpoint of now
   * @throws io.backorder.refusal.InvalidValueException with {@code HISTORY_TRUNCATED} if the ledger is
   *     shorter, with {@code CHECKPOINT_MISMATCH} if it begins with another history
   */
  default Checkpoint verify(Checkpoint earlier) {
    return History.of(this).verify(earlier);
  }

  /**
   * Returns the proof that a record is part of the history of a checkpoint, for somebody who has no
   * access to the ledger: with {@code record.canonical()} and the checkpoint it can be checked alone.
   * Every record up to the checkpoint is read.
   *
   * @param position the position of the record, from 1 to the size of the checkpoint
   * @param checkpoint a checkpoint of this ledger
   * @return the proof
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_QUANTITY} if the position is
   *     not in the history, and as {@link #verify} if the checkpoint is not one of this ledger
   */
  default InclusionProof inclusion(long position, Checkpoint checkpoint) {
    return History.of(this).inclusion(position, checkpoint);
  }

  /**
   * Returns the proof that the history of one checkpoint begins with that of another, for somebody who
   * has no access to the ledger. Every record up to the later checkpoint is read.
   *
   * @param earlier a checkpoint of this ledger
   * @param later another that is not shorter
   * @return the proof
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_QUANTITY} if the earlier
   *     history is longer, and as {@link #verify} if a checkpoint is not one of this ledger
   */
  default ConsistencyProof consistency(Checkpoint earlier, Checkpoint later) {
    return History.of(this).consistency(earlier, later);
  }
}
