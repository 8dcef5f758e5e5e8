package io.backorder.store;

import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.Changed;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.StockEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one document has written so far: entries that are applied as they are decided, and taken back in
 * reverse when the document fails.
 *
 * <p>This type is confined to the thread of its unit of work. The items that it moves units of must be
 * locked.
 */
public final class Journal {

  private final List<LedgerEntry> entries = new ArrayList<>(4);
  private final List<Object> subjects = new ArrayList<>(4);
  private final List<LineState> touched = new ArrayList<>(1);

  /** Makes a journal without entries. */
  public Journal() {}

  /**
   * Applies an entry about an order line to the line and its item.
   *
   * @param line the line
   * @param entry the entry
   * @return the claim whose units it moved
   */
  public ClaimState apply(LineState line, LineEntry entry) {
    if (line.touch()) {
      touched.add(line);
    }
    entry.move(line, 1);
    ClaimState claim = line.claimState(entry.claim());
    entries.add(entry);
    subjects.add(claim);
    return claim;
  }

  /**
   * Applies an entry about stock to its item.
   *
   * @param item the item
   * @param entry the entry
   */
  public void apply(ItemState item, StockEntry entry) {
    entry.move(item, 1);
    entries.add(entry);
    subjects.add(item);
  }

  /**
   * Returns the entries.
   *
   * @return a view of the entries, in order
   */
  public List<LedgerEntry> entries() {
    return entries;
  }

  /**
   * Returns whose units an entry moved.
   *
   * @param index the entry's index
   * @return the {@link ClaimState}, or the {@link ItemState} where no line claims the units
   */
  public Object subject(int index) {
    return subjects.get(index);
  }

  /**
   * Returns which lines began or ceased to wait or to be open, added up by order.
   *
   * @return the changes, in the order in which the orders were first touched
   */
  public List<Change> changes() {
    if (touched.size() == 1) {
      return List.of(change(touched.get(0).order(), touched));
    }
    Map<OrderState, List<LineState>> byOrder = new LinkedHashMap<>();
    touched.forEach(
        line -> byOrder.computeIfAbsent(line.order(), key -> new ArrayList<>(1)).add(line));
    List<Change> changes = new ArrayList<>(byOrder.size());
    byOrder.forEach((order, its) -> changes.add(change(order, its)));
    return changes;
  }

  private static Change change(OrderState order, List<LineState> its) {
    int waiting = 0;
    int open = 0;
    for (LineState line : its) {
      waiting += line.waitingSinceTouch();
      open += line.openSinceTouch();
    }
    return new Change(order, waiting, open);
  }

  /** Closes the journal when the document is done. */
  public void close() {
    for (LineState line : touched) {
      line.untouch();
    }
  }

  /** Takes everything back, last first. */
  public void undo() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      LedgerEntry entry = entries.get(i);
      if (entry instanceof LineEntry about && subjects.get(i) instanceof ClaimState claim) {
        about.move(claim.line(), -1);
        takeBackArrival(about, claim);
      } else if (entry instanceof StockEntry stock && subjects.get(i) instanceof ItemState item) {
        stock.move(item, -1);
      }
    }
    close();
  }

  /** A refused document leaves no gap in the numbers of arrivals. */
  private static void takeBackArrival(LineEntry entry, ClaimState claim) {
    boolean joined = entry instanceof Ordered
        || (entry instanceof Changed changed && changed.to().compareTo(changed.from()) > 0);
    if (joined) {
      claim.line().item().takeBack(claim.arrival());
    }
  }

  /**
   * Lines of one order that began or ceased to wait or to be open.
   *
   * @param order the order
   * @param waiting the lines that began to wait, less those that ceased
   * @param open the lines that became open, less those that closed
   */
  public record Change(OrderState order, int waiting, int open) {

    /**
     * Counts the lines of the order.
     *
     * @return the order's progress before and after
     */
    public StockStore.Turned count() {
      return order.settle(waiting, open);
    }
  }
}
