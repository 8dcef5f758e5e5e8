package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the orders that are open, as the ledger or the events of an inventory tell.
 *
 * <p>{@link #of} reads the ledger: everything that was ordered, places in line, promised days, terms, and
 * the parts of kits. It may be made at any time, so after a restart and on a second node too. It reads on
 * by {@link #catchUp}; a listener such as {@code inventory.listeners().add(orders::apply)} has it do so after
 * each document. Where an inventory joins the host's transactions, it reads in one of them. A host that
 * follows the ledger itself hands each record to {@link #apply(LedgerRecord)}.
 *
 * <p>{@link #empty} without a ledger is told events alone, by {@code Inventory.Builder.listener(orders::apply)},
 * from the first event of an order on. Events name neither places in line nor terms, which the host may say
 * where it knows them; until then a line stands where it was first told of. They do not name the parts of
 * kits either, so that a kit cannot be picked: who sells kits reads the ledger.
 *
 * <p>Lines of a closed order are forgotten. An event or a record that does not fit what was told before is
 * refused and changes nothing: something was missed, and the orders are to be read anew. One instance is told
 * events or records, never both. This type keeps state in memory and is thread-safe.
 */
public final class OpenOrders {

  private final Map<OrderId, OrderBook> orders = new LinkedHashMap<>();
  private final Set<OrderId> touched = new LinkedHashSet<>();
  private final @Nullable Ledger ledger;
  private @Nullable DocumentId document;
  private long arrivals;
  private long position;

  private OpenOrders(@Nullable Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Returns no orders.
   *
   * @return the orders, to be told of events or of records
   */
  public static OpenOrders empty() {
    return new OpenOrders(null);
  }

  /**
   * Returns the orders that are open by a ledger.
   *
   * @param ledger the ledger, which is read from its start, and on as it grows
   * @return the orders
   */
  public static OpenOrders of(Ledger ledger) {
    OpenOrders orders = new OpenOrders(requireNonNull(ledger, "ledger"));
    orders.catchUp();
    return orders;
  }

  /**
   * Reads what its ledger has had since; without a ledger it does nothing.
   *
   * @throws UnknownReferenceException as {@link #apply(LedgerRecord)}
   * @throws io.backorder.refusal.InvalidValueException as {@link #apply(LedgerRecord)}
   */
  public synchronized void catchUp() {
    if (ledger != null) {
      ledger.forEachAfter(position, this::apply);
    }
  }

  /**
   * Returns how far the ledger was read.
   *
   * @return the position of the latest record, 0 if none was
   */
  public synchronized long position() {
    return position;
  }

  /**
   * Takes a record of the ledger; one that was taken before, or is not about an order line, changes nothing.
   *
   * @param record the record; records are told in the order of their positions
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if it is about units of a line that was
   *     never told of
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_QUANTITY} if it is about more
   *     units than were told of
   */
  public synchronized void apply(LedgerRecord record) {
    if (record.position() > position) {
      if (!record.document().equals(document)) {
        forgetClosed(); // not before: an order may look closed until its document is told whole
        document = record.document();
      }
      if (record.entry() instanceof LineEntry entry) {
        take(entry, record.position());
      }
      position = record.position();
    }
  }

  private void forgetClosed() {
    for (OrderId order : touched) {
      OrderBook book = orders.get(order);
      if (book != null && !book.stands()) {
        orders.remove(order);
      }
    }
    touched.clear();
  }

  private void take(LineEntry entry, long at) {
    OrderLineId id = entry.claim().line();
    if (entry instanceof LedgerEntry.Ordered ordered) {
      order(id).under(ordered.terms());
      book(id, entry.sku());
    }
    if (entry instanceof LedgerEntry.Returned && !isOpen(id)) {
      return;
    }
    LineBook book = known(id).copy();
    book.joinsAt(at);
    entry.move(book, 1);
    if (entry instanceof LedgerEntry.BackorderFilled filled) {
      book.hadWaited(filled.quantity());
    }
    order(id).put(book);
    touched.add(id.order());
  }

  /**
   * Takes what happened to order lines; other events change nothing. Where a ledger is read, an event is
   * but the word that there is more to read.
   *
   * @param event the event
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if it is about units of a line that was
   *     never told of
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_QUANTITY} if it is about more
   *     units than were told of
   */
  public synchronized void apply(InventoryEvent event) {
    requireNonNull(event, "event");
    if (ledger == null) {
      told(event);
    } else {
      catchUp();
    }
  }

  private void told(InventoryEvent event) {
    if (event instanceof InventoryEvent.Reserved e) {
      book(e.line(), e.sku()).reserve(e.location(), e.quantity());
    } else if (event instanceof InventoryEvent.Backordered e) {
      book(e.line(), e.sku()).backorder(e.quantity());
    } else if (event instanceof InventoryEvent.BackorderFilled e) {
      known(e.line()).fill(e.location(), e.quantity());
    } else if (event instanceof InventoryEvent.Refused e) {
      book(e.line(), e.sku()).refuse(e.quantity());
    } else if (event instanceof InventoryEvent.Shipped e) {
      known(e.line()).ship(e.location(), e.quantity());
    } else if (event instanceof InventoryEvent.OrderClosed e) {
      orders.remove(e.order());
    } else {
      toldOfPromise(event);
    }
  }

  private void toldOfPromise(InventoryEvent event) {
    if (event instanceof InventoryEvent.PromiseMade e) {
      known(e.line()).promised(Optional.of(e.day()));
    } else if (event instanceof InventoryEvent.PromiseRevised e) {
      known(e.line()).promised(e.to());
    } else {
      reversed(event);
    }
  }

  private void reversed(InventoryEvent event) {
    if (event instanceof InventoryEvent.Released e) {
      known(e.line()).release(e.location(), e.quantity());
    } else if (event instanceof InventoryEvent.LostReservation e) {
      known(e.line()).lose(e.location(), e.quantity());
    } else if (event instanceof InventoryEvent.Reallocated e) {
      known(e.line()).lose(e.location(), e.quantity());
    } else if (event instanceof InventoryEvent.Cancelled e) {
      known(e.line()).cancel(e.quantity());
    } else if (event instanceof InventoryEvent.Changed e && e.to().compareTo(e.from()) < 0) {
      known(e.line()).leave(e.from().minus(e.to()));
    } else if (event instanceof InventoryEvent.Returned e && isOpen(e.line())) {
      known(e.line()).comeBack(e.units().quantity());
    }
  }

  private boolean isOpen(OrderLineId line) {
    return find(line).isPresent();
  }

  private Optional<LineBook> find(OrderLineId line) {
    return Optional.ofNullable(orders.get(line.order())).flatMap(order -> order.line(line));
  }

  private OrderBook order(OrderLineId line) {
    return orders.computeIfAbsent(line.order(), key -> new OrderBook());
  }

  private LineBook book(OrderLineId line, Sku sku) {
    return order(line).lineOrNew(line, sku, PlaceInLine.of(++arrivals));
  }

  /**
   * Says by which day a line was promised to leave the house.
   *
   * @param line the line
   * @param day the day
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if the line is not open
   */
  public synchronized void promise(OrderLineId line, LocalDate day) {
    requireNonNull(day, "day");
    known(line).promised(Optional.of(day));
  }

  /**
   * Says where a line stands, as the policy of the inventory ranks it. Where the ledger is read, the next
   * record of the line says it anew.
   *
   * @param line the line
   * @param place its place in line
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if the line is not open
   */
  public synchronized void place(OrderLineId line, PlaceInLine place) {
    requireNonNull(place, "place");
    known(line).stands(place);
  }

  /**
   * Says what holds for all lines of an order, such as whether it may be delivered in part.
   *
   * @param order the order
   * @param terms its terms
   * @throws UnknownReferenceException with {@code UNKNOWN_ORDER} if the order is not open
   */
  public synchronized void terms(OrderId order, OrderTerms terms) {
    requireNonNull(order, "order");
    requireNonNull(terms, "terms");
    OrderBook book = orders.get(order);
    if (book == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_ORDER,
          "no open order has the number %s".formatted(order),
          Facts.of("order", order));
    }
    book.under(terms);
  }

  private LineBook known(OrderLineId line) {
    return find(line)
        .orElseThrow(() -> new UnknownReferenceException(
            ErrorCode.UNKNOWN_LINE,
            "no open order has the line %s".formatted(line),
            Facts.of("order", line.order()).and("line", line.line())));
  }

  /**
   * Returns the lines of all open orders, a line for a kit with its parts.
   *
   * @return the lines, by the order in which each order was first told of
   */
  public synchronized List<FulfilmentLine> lines() {
    return orders.values().stream()
        .filter(each -> position == 0 || each.stands())
        .flatMap(each -> each.lines().stream())
        .toList();
  }
}
