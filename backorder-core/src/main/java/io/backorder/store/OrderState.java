package io.backorder.store;

import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * An order: its lines, and whether something of it is open.
 *
 * <p>Each line is confined to whoever locked its item. The order's own counters are guarded by the
 * order, since its items may be locked by different threads.
 */
public final class OrderState {

  private final OrderId id;
  private final OrderTerms terms;
  private final LineState[] lines;
  private int linesWaiting;
  private int linesOpen;
  private Progress progress = Progress.NEW;

  /**
   * Makes the state of an order of which nothing is accounted yet.
   *
   * @param id the order
   * @param terms what holds for all its lines
   * @param lines the lines, with distinct numbers
   * @param items gives the state of an item
   */
  public OrderState(
      OrderId id, OrderTerms terms, List<OrderLine> lines, Function<Sku, ItemState> items) {
    this.id = id;
    this.terms = terms;
    this.lines = new LineState[lines.size()];
    for (int i = 0; i < this.lines.length; i++) {
      OrderLine line = lines.get(i);
      this.lines[i] = new LineState(this, line, items.apply(line.sku()));
    }
  }

  /**
   * Returns the order's number.
   *
   * @return the number
   */
  public OrderId id() {
    return id;
  }

  /**
   * Returns what holds for all lines.
   *
   * @return the terms
   */
  public OrderTerms terms() {
    return terms;
  }

  /**
   * Returns the lines.
   *
   * @return the lines, as they were placed
   */
  public List<LineState> lines() {
    return Arrays.asList(lines);
  }

  /**
   * Returns the items of the lines.
   *
   * @return the items, each once
   */
  public List<Sku> skus() {
    if (lines.length == 1) {
      return List.of(lines[0].line().sku());
    }
    return Arrays.stream(lines).map(line -> line.line().sku()).distinct().toList();
  }

  /**
   * Returns one line.
   *
   * @param number the line's number
   * @return the line
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if the order has no such line
   */
  public LineState line(String number) {
    for (LineState line : lines) {
      if (line.id().line().equals(number)) {
        return line;
      }
    }
    throw new UnknownReferenceException(
        ErrorCode.UNKNOWN_LINE,
        "line must be one of the %d lines of order %s: %s".formatted(lines.length, id, number),
        Facts.of("order", id).and("line", number));
  }

  /**
   * Tells whether nothing of the order is open. The items of all its lines must be locked.
   *
   * @return true if no unit waits or is reserved
   */
  public boolean isClosed() {
    for (LineState line : lines) {
      if (line.open() > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Counts lines that began or ceased to wait or to be open.
   *
   * @param waiting the lines that began to wait, less those that ceased
   * @param open the lines that became open, less those that closed
   * @return the progress before and after
   */
  synchronized StockStore.Turned settle(int waiting, int open) {
    Progress before = progress;
    linesWaiting += waiting;
    linesOpen += open;
    progress = counted();
    return new StockStore.Turned(id, before, progress);
  }

  private Progress counted() {
    if (linesOpen == 0) {
      return Progress.CLOSED;
    }
    return linesWaiting == 0 ? Progress.READY : Progress.WAITING;
  }

  /**
   * Returns the order as a reader sees it. The items of all its lines must be locked.
   *
   * @return the order
   */
  public Order view() {
    List<LineStatus> statuses = new ArrayList<>(lines.length);
    boolean shipped = false;
    boolean waiting = false;
    for (LineState line : lines) {
      statuses.add(line.status());
      shipped |= line.departed(Departure.SHIPPED) > 0;
      waiting |= line.waiting() > 0;
    }
    return new Order(id, terms, status(shipped, waiting), statuses);
  }

  private Order.Status status(boolean shipped, boolean waiting) {
    if (isClosed()) {
      return shipped ? Order.Status.SHIPPED : Order.Status.CANCELLED;
    }
    return waiting ? Order.Status.OPEN : Order.Status.READY;
  }

  @Override
  public String toString() {
    return "%s of %d lines".formatted(id, lines.length);
  }

  /** How far an order is. */
  public enum Progress {

    /** It is being placed. */
    NEW,

    /** Nothing is open. */
    CLOSED,

    /** A unit waits. */
    WAITING,

    /** All that is open is reserved. */
    READY
  }
}
