package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a unit of work reads and changes.
 *
 * <p>The order of calls is: look up the order or hold that a document names, {@link #lock} all its
 * items in one step, {@link #remember} the document, apply entries, {@link #settle}. A store is confined to the thread
 * and the unit of work that it was handed to.
 */
public interface StockStore {

  /**
   * Returns an order. Its lines may be read once their items are locked; which items these are may
   * be read at once.
   *
   * @param id the order
   * @return the order, or empty if it was never placed or is archived
   */
  Optional<OrderState> order(OrderId id);

  /**
   * Tells whether an order was placed, closed and archived, so that it can no longer be named.
   *
   * @param id the order
   * @return true if it is archived
   */
  boolean isArchived(OrderId id);

  /**
   * Returns when an order was placed.
   *
   * @param id an order that {@link #order} gives, one of whose items is locked
   * @return the ledger's time of the document that opened it
   */
  Instant placedAt(OrderId id);

  /**
   * Returns a hold. What it asks for may be read at once, how it ended once its items are locked.
   *
   * @param id the hold
   * @return the hold, or empty if it was never placed
   */
  Optional<HoldState> hold(HoldId id);

  /**
   * Returns the item that a supply brings, which may be read at once. How the supply stands is an account
   * of the item, and may be read there once the item is locked.
   *
   * @param id the supply
   * @return the item, or empty if the supply was never announced
   */
  Optional<Sku> supplied(SupplyId id);

  /**
   * Returns the open holds whose time is over.
   *
   * @param now the ledger's time
   * @return the holds, the one that ended first first
   */
  List<HoldState> holdsOver(Instant now);

  /**
   * Returns items of which a waiting line has a day though a supply should have come. It is asked before
   * anything is locked, and what it answers may have changed since.
   *
   * @param before the moment before which the supply was due
   * @param beyond the item behind which to begin; empty for the first
   * @param most the most items to return, at least 1
   * @return the items, in an order of the store
   */
  List<Sku> awaited(Instant before, Optional<Sku> beyond, int most);

  /**
   * Returns the items that have a ledger record or a claim.
   *
   * @return the items, in order
   */
  List<Sku> skus();

  /**
   * Locks items until the unit of work ends. For a {@link Work} the unit of work calls it; who only
   * reads calls it once, before anything is read from the items. The locks are taken in one order, so
   * that two units of work never wait for each other.
   *
   * @param skus the items, in any order
   */
  void lock(Collection<Sku> skus);

  /**
   * Returns the state of a locked item.
   *
   * @param sku the item
   * @return its state
   */
  ItemState item(Sku sku);

  /**
   * Returns the version of a locked item: the number of its ledger records, with those that this unit of
   * work wrote in documents before.
   *
   * @param sku the item
   * @return the version, zero or more
   */
  long version(Sku sku);

  /**
   * Remembers a document, unless its id is known. A document that places an order is remembered by
   * its order, once that is opened.
   *
   * @param document the document
   * @return what is remembered under its id, or empty if the id was free; an id stays taken when its
   *     document {@linkplain SourceDocument#isArchived is archived}
   */
  Optional<Remembered> remember(SourceDocument document);

  /**
   * Returns the number of documents that are remembered in full in this process, archived ones not
   * counted.
   *
   * @return the number; zero where a database remembers
   */
  long documents();

  /**
   * Opens an order, of which nothing is accounted yet.
   *
   * @param id the order's number
   * @param terms what holds for all its lines
   * @param lines the lines, at least one, with distinct numbers, whose items are locked
   * @return the order, or empty if one of that number was opened before
   */
  Optional<OrderState> open(OrderId id, OrderTerms terms, List<OrderLine> lines);

  /**
   * Adds a hold.
   *
   * @param hold the hold, whose items are locked and whose id was free
   */
  void open(HoldState hold);

  /**
   * Ends a hold.
   *
   * @param hold the hold, whose items are locked
   * @param end how it ends
   */
  void close(HoldState hold, HoldState.End end);

  /**
   * Applies an entry about an order line to the line and its item.
   *
   * @param line the line, whose item is locked
   * @param entry the entry
   * @return the claim whose units it moved
   */
  ClaimState apply(LineState line, LineEntry entry);

  /**
   * Applies an entry about stock to its item.
   *
   * @param entry the entry, whose item is locked
   */
  void apply(StockEntry entry);

  /**
   * Returns the entries that were applied.
   *
   * @return a view of the entries, in order
   */
  List<LedgerEntry> entries();

  /**
   * Returns the records of a locked item. What this unit of work wrote is not among them.
   *
   * @param sku the item
   * @return the records, in the order of their sequence numbers; a store that gives positions out later
   *     may leave them 0
   */
  List<LedgerRecord> records(Sku sku);

  /**
   * Counts which lines that entries were applied to began or ceased to wait or to be open. It is
   * called once, after the last entry.
   *
   * @param then is told the orders of these lines with their progress before and after, before the
   *     unit of work commits
   */
  void settle(Consumer<List<Turned>> then);

  /**
   * An order that was touched, with its progress before and after.
   *
   * @param order the order
   * @param before its progress before
   * @param after its progress after
   */
  record Turned(OrderState order, OrderState.Progress before, OrderState.Progress after) {}

  /**
   * Returns the latest time that was recorded of the locked items, by whichever process.
   *
   * @return the time, or one long ago
   */
  Instant latest();

  /**
   * Sets the ledger's time of this unit of work.
   *
   * @param now the time
   */
  void stamp(Instant now);

  /**
   * Tries out what documents would do. Whatever the trial applies is seen by it alone and is taken back
   * when it ends, however it ends; nothing of it is ever written. The items that it touches must be
   * locked.
   *
   * @param trial applies entries and looks what they do
   * @param <T> the type of its answer
   * @return the answer of the trial
   */
  <T> T tried(Supplier<T> trial);

  /**
   * Has an action run when the unit of work has committed; where the store is in memory, before its
   * items are unlocked.
   *
   * @param action the action, which must not fail
   */
  void onCommit(Runnable action);
}
