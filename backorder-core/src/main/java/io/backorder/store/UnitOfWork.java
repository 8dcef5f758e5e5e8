package io.backorder.store;

import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord.Cause;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/**
 * Runs work against a store so that it commits whole or not at all.
 *
 * <p>Whatever the work throws reaches the caller, and everything is as it was before. Implementations
 * are thread-safe.
 */
public interface UnitOfWork {

  /**
   * Runs work.
   *
   * @param work the work; it uses the store on the calling thread only, and not after it returned
   * @param <T> the type of its answer
   * @return what the work answered, after it was committed
   */
  <T> T run(Function<StockStore, T> work);

  /**
   * Returns what has been committed.
   *
   * @return the ledger
   */
  Ledger ledger();

  /**
   * Returns the remembered documents that wrote no record, which the ledger does not tell of. Sweeps of
   * ended holds are not among them.
   *
   * @return the documents, each with the time at which it was posted, in any order
   */
  List<Cause> silent();

  /**
   * Forgets what is older than a horizon. It may be called while others post, and again: a horizon
   * that lies before an earlier one changes nothing.
   *
   * <ul>
   *   <li>A document posted before {@code horizon.documents()} loses its content; its key stays taken,
   *       and its {@link Remembered} tells that {@linkplain
   *       io.backorder.ledger.SourceDocument#isArchived it is archived}.
   *   <li>An order that is closed, and of which the last record was written before {@code
   *       horizon.orders()}, is no longer found, and {@link StockStore#isArchived} tells why.
   *   <li>Entries, sequence numbers, times, keys of documents, chain values and balances stay what
   *       they are. No later record is earlier than the horizon.
   * </ul>
   *
   * @param horizon what is still remembered
   * @return how much was archived by this call
   */
  Retention.Archived archive(Retention.Horizon horizon);

  /**
   * Returns the latest horizon.
   *
   * @return the horizon, {@link Retention.Horizon#NONE} if nothing was archived
   */
  Retention.Horizon horizon();

  /**
   * Writes everything that has been committed: remembered documents, records and the values by which
   * they can be verified. The same history gives the same bytes, whatever store it lies in.
   *
   * @param out where to write; it is flushed and stays open
   * @throws IOException if it cannot be written
   */
  default void export(OutputStream out) throws IOException {
    new ExportWriter(out).write(this);
  }
}
