package io.backorder.store;

import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
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
   * @param history the records of a whole ledger, in the order of their positions
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
}
