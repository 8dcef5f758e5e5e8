package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.counting.ConfirmedCount;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lists that are being picked, in step with the ledger.
 *
 * <p>It is told every event of an inventory, such as by {@code Inventory.Builder.listener(floor::apply)}.
 * For each order line at each location it keeps {@code reserved = unlisted + open + picked + missing}: a
 * reserved unit is on one list or on none, and no list asks for more than is reserved. Units that leave the
 * house leave their list. A line that loses units gives up first those found missing, then those on no
 * list, then open ones, and last units that were picked: these lie in a tote and go back to the shelf, see
 * {@link #toPutBack}.
 *
 * <p>This type keeps state in memory and is thread-safe. After a restart it is made anew from what is
 * reserved; lists that were being picked are issued again.
 */
public final class PickFloor {

  private final FloorBook book = new FloorBook();

  private PickFloor() {}

  /**
   * Returns a floor without lists.
   *
   * @param reserved the units that are reserved now, an order line once a location
   * @return the floor
   */
  public static PickFloor of(List<ReservedUnits> reserved) {
    PickFloor floor = new PickFloor();
    reserved.forEach(each -> floor.book.reserve(each.line(), each.units()));
    return floor;
  }

  /**
   * Takes what happened to reserved units; other events change nothing.
   *
   * @param event the event
   * @throws InvalidValueException with {@code NOT_RESERVED} if a line gives up more units than this floor
   *     was told of: it has missed an event and is to be made anew
   */
  public synchronized void apply(InventoryEvent event) {
    requireNonNull(event, "event");
    if (event instanceof InventoryEvent.Reserved e) {
      book.reserve(e.line(), StockUnits.of(e.sku(), e.location(), e.quantity()));
    } else if (event instanceof InventoryEvent.BackorderFilled e) {
      book.reserve(e.line(), StockUnits.of(e.sku(), e.location(), e.quantity()));
    } else if (event instanceof InventoryEvent.Released e) {
      book.lose(new Slot(e.line(), e.location()), e.quantity());
    } else if (event instanceof InventoryEvent.LostReservation e) {
      book.lose(new Slot(e.line(), e.location()), e.quantity());
    } else if (event instanceof InventoryEvent.Shipped e) {
      book.ship(new Slot(e.line(), e.location()), e.quantity());
    }
  }

  /**
   * Returns the reserved units that are on no list.
   *
   * @return the units, by order, line and location
   */
  public synchronized List<ReservedUnits> unlisted() {
    return book.allUnlisted();
  }

  /**
   * Returns the picked units that are no longer their line's and go back to the shelf.
   *
   * @return the units, by the order, line and location for which they were picked
   */
  public synchronized List<ReservedUnits> toPutBack() {
    return book.surplus();
  }

  /**
   * Gives out lists.
   *
   * @param plan the lists
   * @throws InvalidValueException with {@code DUPLICATE_LINE} if a list of that number is being picked,
   *     with {@code NOT_RESERVED} if the lists ask for more than is reserved and on no list; then none is
   *     given out
   */
  public synchronized void issue(PickPlan plan) {
    Map<Slot, Long> asked = new HashMap<>();
    for (PickList list : plan.lists()) {
      requireNew(list.id());
      for (PickLine line : list.lines()) {
        asked.merge(Slot.of(line.asked()), line.asked().quantity().units(), Math::addExact);
      }
    }
    asked.forEach(this::requireUnlisted);
    plan.lists().forEach(book::give);
  }

  private void requireNew(String id) {
    if (book.has(id)) {
      throw new InvalidValueException(
          ErrorCode.DUPLICATE_LINE,
          "list must have a number that is not being picked: %s".formatted(id),
          Facts.of("list", id));
    }
  }

  private void requireUnlisted(Slot slot, long asked) {
    long allowed = book.unlisted(slot);
    if (asked > allowed) {
      throw new InvalidValueException(
          ErrorCode.NOT_RESERVED,
          "lists must ask for at most the %d units of line %s at %s that are reserved and on no list: %d"
              .formatted(allowed, slot.line(), slot.location(), asked),
          slot.facts().and("asked", asked).and("allowed", allowed));
    }
  }

  /**
   * Takes units for a line.
   *
   * @param id the list's number
   * @param line the order line
   * @param units the units taken, at most those that are open
   * @return the list as it is now
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are more
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if there is no such list or line
   */
  public synchronized PickList confirm(String id, OrderLineId line, Quantity units) {
    PickList changed = list(id).confirm(line, units);
    book.put(changed);
    return changed;
  }

  /**
   * Takes what was found for a line, and says what the house holds. The units found missing stay on the
   * list until the count is posted; those that are reserved after that are picked again by {@link #repick}.
   *
   * @param id the list's number
   * @param line the order line
   * @param found the units taken, at most those that are open
   * @param left the units that lie in the bin and cannot be taken, as damaged ones; mostly zero
   * @return what follows
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if more were taken
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if there is no such list or line
   */
  public synchronized ShortPick shortPick(
      String id, OrderLineId line, Quantity found, Quantity left) {
    PickLine before = list(id).line(line);
    PickList changed = list(id).shortPick(line, found);
    book.put(changed);
    Shelf shelf = before.asked().shelf();
    Quantity missing = changed.line(line).missing().minus(before.missing());
    ConfirmedCount count = new ConfirmedCount(shelf, picked(shelf).plus(left), id);
    return new ShortPick(changed, line, missing, count);
  }

  /**
   * Takes the units found missing off a list: they are reserved still, since the count took none of this
   * line or the goods were found, and may be listed again.
   *
   * @param id the list's number
   * @return the units, which are on no list now
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if there is no such list
   */
  public synchronized List<ReservedUnits> repick(String id) {
    return book.off(id, FloorBook::missing, FloorBook::lessMissing);
  }

  /**
   * Takes the open units off a list: whoever picked it stops here.
   *
   * @param id the list's number
   * @return the units, which are on no list now
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if there is no such list
   */
  public synchronized List<ReservedUnits> withdraw(String id) {
    return book.off(id, FloorBook::open, FloorBook::lessOpen);
  }

  /**
   * Puts units back on the shelf that were picked and are no longer their line's.
   *
   * @param units the units, at most those of {@link #toPutBack} for that line and location
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are more
   */
  public synchronized void putBack(ReservedUnits units) {
    book.putBack(Slot.of(units), units.quantity());
  }

  /**
   * Returns the units that were taken from a shelf and have not left the house, put back or not. A sensor
   * under the shelf does not see them; the ledger has them on hand.
   *
   * @param shelf the item, and the location
   * @return the units
   */
  public synchronized Quantity picked(Shelf shelf) {
    return book.picked(shelf);
  }

  /**
   * Returns a list.
   *
   * @param id its number
   * @return the list as it is now, without what has left the house
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if no such list is being picked
   */
  public synchronized PickList list(String id) {
    return book.list(id);
  }

  /**
   * Returns the lists that are being picked.
   *
   * @return the lists, by number as a text
   */
  public synchronized List<PickList> lists() {
    return book.lists();
  }
}
