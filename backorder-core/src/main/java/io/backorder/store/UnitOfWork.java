package io.backorder.store;

import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs work against a store so that it commits whole or not at all.
 *
 * <p>Whatever the work throws reaches the caller, and everything is as it was before. Implementations
 * are thread-safe.
 */
public interface UnitOfWork {

  /**
   * Returns this unit of work for an inventory at given locations.
   *
   * @param where the locations of the inventory
   * @return the unit of work
   */
  UnitOfWork at(Locations where);

  /**
   * Runs one work: locks its items, decides, and keeps what it did.
   *
   * @param work the work; it uses the store on the calling thread or on one that works for it, and not
   *     after it returned
   * @param <T> the type of its answer
   * @return what the work answered, once that is kept: after the commit, or in the host's transaction
   */
  <T> T run(Work<T> work);

  /**
   * Runs several works in order, as far as possible in one transaction. One that is refused leaves no
   * trace and does not sink the others.
   *
   * @param works the works
   * @param <T> the type of their answers
   * @return how each ended, in order
   */
  <T> List<Attempt<T>> runAll(List<? extends Work<T>> works);

  /**
   * Reads at one moment. Nothing may be changed.
   *
   * @param question the question; where it locks items, no document stands half done on them
   * @param <T> the type of its answer
   * @return the answer
   */
  <T> T read(Function<StockStore, T> question);

  /**
   * Applies the records of another ledger, which become this one's. Nothing may have been posted.
   *
   * @param history the records of a whole ledger, or what follows an import, in the order of their
   *     positions
   */
  void replay(List<LedgerRecord> history);

  /**
   * Runs an action after the commit of what this thread ran last, with no lock held: at once, or by the
   * host's hook where the host commits.
   *
   * @param action the action
   */
  void afterCommit(Runnable action);

  /**
   * Returns what has been committed.
   *
   * @return the ledger
   */
  Ledger ledger();

  /**
   * Takes over what another store exported. Nothing may have been posted.
   *
   * @param in an export, which is read to its end and stays open
   * @throws IOException if it cannot be read
   * @throws io.backorder.refusal.InvalidValueException with {@code IMPORT_INVALID} or {@code
   *     UNKNOWN_EVENT} if it is not what was exported; this store is of no use then
   */
  void importing(InputStream in) throws IOException;

  /**
   * Returns the time before which no record will be written, where one process knows it.
   *
   * @return the latest time that was recorded, or empty if there is none, or if each item keeps its own
   */
  Optional<Instant> latest();

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
