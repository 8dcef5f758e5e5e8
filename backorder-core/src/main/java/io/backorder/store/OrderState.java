package io.backorder.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.ledger.SourceDocument;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order: its lines, and whether something of it is open.
 *
 * <p>Each line is confined to whoever locked its item. The order's own counters are guarded by the
 * order, since its items may be locked by different threads.
 */
public final class OrderState extends Posted {

  private final byte[] number; // half the size of a String; there may be millions of orders
  private final OrderTerms terms;
  private final LineState first;
  private int linesWaiting;
  private int linesOpen;
  private boolean settled;
  private volatile boolean dropped;

  /**
   * Makes the state of an order of which nothing is accounted yet.
   *
   * @param id the order
   * @param terms what holds for all its lines
   * @param lines the lines, at least one, with distinct numbers
   * @param items gives the state of an item
   */
  public OrderState(
      OrderId id, OrderTerms terms, List<OrderLine> lines, Function<Sku, ItemState> items) {
    this.number = id.value().getBytes(UTF_8);
    this.terms = terms;
    this.first = new LineState(this, lines.get(0), items.apply(lines.get(0).sku()));
    LineState last = first;
    for (int i = 1; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      LineState behind = new LineState(this, line, items.apply(line.sku()));
      behind.follow(last);
      last = behind;
    }
  }

  @Override
  boolean isKnownAs(DocumentKind kind, String other) {
    return kind == DocumentKind.PLACE && new String(number, UTF_8).equals(other);
  }

  @Override
  SourceDocument document(MemoryLedger ledger) {
    return isArchived()
        ? new SourceDocument.Archived(new DocumentId(DocumentKind.PLACE, id().value()))
        : new PlacedOrder(ledger, this);
  }

  /** Takes the order, which is closed, out of what is read and named. */
  void drop() {
    dropped = true;
  }

  boolean isDropped() {
    return dropped;
  }

  /**
   * Returns the order's number.
   *
   * @return the number
   */
  public OrderId id() {
    return OrderId.of(new String(number, UTF_8));
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
    if (first.next() == null) {
      return List.of(first);
    }
    List<LineState> lines = new ArrayList<>();
    for (LineState line = first; line != null; line = line.next()) {
      lines.add(line);
    }
    return lines;
  }

  /**
   * Returns the items of the lines.
   *
   * @return the items, each once
   */
  public List<Sku> skus() {
    return first.next() == null
        ? List.of(first.sku())
        : lines().stream().map(LineState::sku).distinct().toList();
  }

  /**
   * Returns one line.
   *
   * @param wanted the line's number
   * @return the line
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if the order has no such line
   */
  public LineState line(String wanted) {
    LineState found = OrderLineId.isPart(wanted) ? null : find(wanted);
    if (found != null) {
      return found;
    }
    throw new UnknownReferenceException(
        ErrorCode.UNKNOWN_LINE,
        "line must be one of the %d lines of order %s: %s"
            .formatted(hostLines(), id(), Identifiers.shown(wanted)),
        Facts.of("order", id()).and("line", Identifiers.shown(wanted)));
  }

  private long hostLines() {
    return lines().stream().filter(line -> !line.isPart()).count();
  }

  private @Nullable LineState find(String number) {
    for (LineState line = first; line != null; line = line.next()) {
      if (line.number().equals(number)) {
        return line;
      }
    }
    return null;
  }

  /**
   * Returns one line, which may be a component of a kit's.
   *
   * @param wanted the number of the line or part
   * @return the line
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if the order has no such line
   */
  public LineState lineOrPart(String wanted) {
    LineState found = find(wanted);
    return found == null ? line(wanted) : found;
  }

  /**
   * Tells whether nothing of the order is open. The items of all its lines must be locked.
   *
   * @return true if no unit waits or is reserved
   */
  public boolean isClosed() {
    for (LineState line = first; line != null; line = line.next()) {
      if (line.open() > 0) {
        return false;
      }
    }
    return true;
  }

  /** Takes over the order's counters from a database. */
  synchronized void restore(int waiting, int open) {
    linesWaiting = waiting;
    linesOpen = open;
    settled = true;
  }

  /** Adds a line that a database has read alone, without the others of the order. */
  LineState restore(OrderLine line, ItemState item) {
    LineState last = first;
    for (LineState next = last.next(); next != null; next = last.next()) {
      last = next;
    }
    LineState behind = new LineState(this, line, item);
    behind.follow(last);
    return behind;
  }

  /**
   * Returns the lines of which units wait.
   *
   * @return the number, zero or more
   */
  public synchronized int linesWaiting() {
    return linesWaiting;
  }

  /**
   * Returns the lines that are open.
   *
   * @return the number, zero or more
   */
  public synchronized int linesOpen() {
    return linesOpen;
  }

  /**
   * Counts lines that began or ceased to wait or to be open.
   *
   * @param waiting the lines that began to wait, less those that ceased
   * @param open the lines that became open, less those that closed
   * @return the progress before and after
   */
  synchronized StockStore.Turned settle(int waiting, int open) {
    Progress before = settled ? counted() : Progress.NEW;
    linesWaiting += waiting;
    linesOpen += open;
    settled = true;
    return new StockStore.Turned(this, before, counted());
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
    List<LineStatus> statuses = new ArrayList<>();
    boolean shipped = false;
    boolean waiting = false;
    for (LineState line : lines()) {
      if (!line.isPart()) {
        statuses.add(line.status());
      }
      shipped |= line.departed(Departure.SHIPPED) > 0;
      waiting |= line.waiting() > 0;
    }
    return new Order(id(), terms, status(shipped, waiting), statuses);
  }

  private Order.Status status(boolean shipped, boolean waiting) {
    if (isClosed()) {
      return shipped ? Order.Status.SHIPPED : Order.Status.CANCELLED;
    }
    return waiting ? Order.Status.OPEN : Order.Status.READY;
  }

  @Override
  public String toString() {
    return "%s of %d lines".formatted(id(), lines().size());
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
