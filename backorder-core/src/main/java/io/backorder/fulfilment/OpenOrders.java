package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.InventoryEvent;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of the orders that are open, as the events of an inventory tell.
 *
 * <p>It is told every event, such as by {@code Inventory.Builder.listener(orders::apply)}, from the first
 * event of an order on. Events tell neither the day that was promised nor the place in line: the host says
 * both where it knows them. Until then a line stands where it was first told of, which is its arrival. Lines
 * of a closed order are forgotten. An event that does not fit what was told before is refused and
 * changes nothing: an event was missed, and the orders are to be read anew.
 *
 * <p>This type keeps state in memory and is thread-safe.
 */
public final class OpenOrders {

  private final Map<OrderId, Map<OrderLineId, LineBook>> orders = new LinkedHashMap<>();
  private long arrivals;

  private OpenOrders() {}

  /**
   * Returns no orders.
   *
   * @return the orders, to be told of events
   */
  public static OpenOrders empty() {
    return new OpenOrders();
  }

  /**
   * Takes what happened to order lines; other events change nothing.
   *
   * @param event the event
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if it is about units of a line that was
   *     never told of
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_QUANTITY} if it is about more
   *     units than were told of
   */
  public synchronized void apply(InventoryEvent event) {
    requireNonNull(event, "event");
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
      reversed(event);
    }
  }

  private void reversed(InventoryEvent event) {
    if (event instanceof InventoryEvent.Released e) {
      known(e.line()).release(e.location(), e.quantity());
    } else if (event instanceof InventoryEvent.LostReservation e) {
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
    return orders.getOrDefault(line.order(), Map.of()).containsKey(line);
  }

  private LineBook book(OrderLineId line, Sku sku) {
    return orders
        .computeIfAbsent(line.order(), key -> new LinkedHashMap<>())
        .computeIfAbsent(line, key -> new LineBook(line, sku, PlaceInLine.of(++arrivals)));
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
    known(line).promisedBy(day);
  }

  /**
   * Says where a line stands, as the policy of the inventory ranks it.
   *
   * @param line the line
   * @param place its place in line
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if the line is not open
   */
  public synchronized void place(OrderLineId line, PlaceInLine place) {
    requireNonNull(place, "place");
    known(line).stands(place);
  }

  private LineBook known(OrderLineId line) {
    LineBook book = orders.getOrDefault(line.order(), Map.of()).get(line);
    if (book == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_LINE,
          "no open order has the line %s".formatted(line),
          Facts.of("order", line.order()).and("line", line.line()));
    }
    return book;
  }

  /**
   * Returns the lines of all open orders.
   *
   * @return the lines, by the order in which each order was first told of
   */
  public synchronized List<FulfilmentLine> lines() {
    return orders.values().stream()
        .flatMap(lines -> lines.values().stream())
        .map(LineBook::line)
        .toList();
  }
}
