package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.counting.ShortCount;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists that are being picked, in step with the ledger.
 *
 * <p>For each order line at each location it keeps {@code reserved = unlisted + open + picked + missing}: a
 * reserved unit is on one list or on none, and no list asks for more than is reserved. Units that leave the
 * house leave their list. A line that loses units gives up first those found missing, then those on no
 * list, then open ones, and last units that were picked: these lie in a tote and go back to the shelf, see
 * {@link #toPutBack}. Open units that somebody may have in hand by then are {@link #recalled}.
 *
 * <p>{@link #of(Ledger)} reads what is reserved from the ledger, at any time and on any node, and reads on
 * by {@link #catchUp}; a listener such as {@code inventory.listeners().add(floor::apply)} has it do so after
 * each document. Where an inventory joins the host's transactions, it reads in one of them. A floor that is
 * told events alone, such as by {@code Inventory.Builder.listener(floor::apply)}, never hears of the parts of
 * kits, which are what is picked of a kit: who sells kits reads the ledger. One instance is told events or
 * records, never both.
 *
 * <p>This type keeps state in memory and is thread-safe. After a restart it is made anew; lists that were
 * being picked are issued again, or given back by {@link #resume} where the host has stored them.
 */
public final class PickFloor {

  private final FloorBook book = new FloorBook();
  private final @Nullable Ledger ledger;
  private long position;

  private PickFloor(@Nullable Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Returns a floor without lists, to be told of events or of records.
   *
   * @param reserved the units that are reserved now, an order line once a location
   * @return the floor
   */
  public static PickFloor of(List<ReservedUnits> reserved) {
    PickFloor floor = new PickFloor(null);
    reserved.forEach(each -> floor.book.reserve(each.line(), each.units()));
    return floor;
  }

  /**
   * Returns a floor without lists, on which everything is that is reserved by a ledger.
   *
   * @param ledger the ledger, which is read from its start, and on as it grows
   * @return the floor
   */
  public static PickFloor of(Ledger ledger) {
    PickFloor floor = new PickFloor(requireNonNull(ledger, "ledger"));
    floor.catchUp();
    return floor;
  }

  /**
   * Reads what its ledger has had since; without a ledger it does nothing.
   *
   * @throws InvalidValueException as {@link #apply(LedgerRecord)}
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
   * Takes a record of the ledger; one that was taken before, or moves no reserved unit, changes nothing.
   *
   * @param record the record; records are told in the order of their positions
   * @throws InvalidValueException with {@code NOT_RESERVED} if a line gives up more units than this floor
   *     was told of: it has missed a record and is to be made anew
   */
  public synchronized void apply(LedgerRecord record) {
    if (record.position() > position) {
      if (record.entry() instanceof LineEntry entry) {
        FloorAccounts.take(book, entry);
      }
      position = record.position();
    }
  }

  /**
   * Takes what happened to reserved units; other events change nothing. Where a ledger is read, an event is
   * but the word that there is more to read.
   *
   * @param event the event
   * @throws InvalidValueException with {@code NOT_RESERVED} if a line gives up more units than this floor
   *     was told of: it has missed an event and is to be made anew
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
      book.reserve(e.line(), StockUnits.of(e.sku(), e.location(), e.quantity()));
    } else if (event instanceof InventoryEvent.BackorderFilled e) {
      book.reserve(e.line(), StockUnits.of(e.sku(), e.location(), e.quantity()));
    } else if (event instanceof InventoryEvent.Released e) {
      book.lose(new Slot(e.line(), e.location()), e.quantity());
    } else if (event instanceof InventoryEvent.LostReservation e) {
      book.lose(new Slot(e.line(), e.location()), e.quantity());
    } else if (event instanceof InventoryEvent.Reallocated e) {
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
    give(plan.lists());
  }

  /**
   * Takes up the lists that were being picked when the host stopped, as far as they had come.
   *
   * @param lists the lists, in the order in which they were given out, as {@link #lists} had told them
   * @param toPutBack the units that were to go back to the shelf, as {@link #toPutBack} had told them
   * @throws InvalidValueException with {@code DUPLICATE_LINE} if a list of that number is being picked,
   *     with {@code NOT_RESERVED} if the lists ask for more than is reserved and on no list, since some was
   *     shipped or given up in between; then nothing is taken up
   */
  public synchronized void resume(List<PickList> lists, List<ReservedUnits> toPutBack) {
    List<ReservedUnits> back = List.copyOf(toPutBack);
    give(List.copyOf(lists));
    back.forEach(book::addSurplus);
  }

  private void give(List<PickList> lists) {
    Set<String> given = new HashSet<>();
    Map<Slot, Long> asked = new HashMap<>();
    for (PickList list : lists) {
      requireNew(list.id(), given);
      for (PickLine line : list.lines()) {
        asked.merge(Slot.of(line.asked()), line.asked().quantity().units(), Math::addExact);
      }
    }
    asked.forEach(this::requireUnlisted);
    lists.forEach(book::give);
  }

  private void requireNew(String id, Set<String> given) {
    if (book.has(id) || !given.add(id)) {
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
   * Takes units for a line. Units that the list asks for no more since the line gave them up meanwhile, and
   * that were taken all the same, are booked as {@linkplain #toPutBack surplus}.
   *
   * @param id the list's number
   * @param line the order line
   * @param units the units taken, at most those that are open and those that are {@link #recalled}
   * @return the list as it is now, or empty if it asks for nothing any more
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are more
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if there is no such list or line
   */
  public synchronized Optional<PickList> confirm(String id, OrderLineId line, Quantity units) {
    book.take(id, line, units);
    return book.find(id);
  }

  /**
   * Takes what was found for a line, and says what is gone. The units found missing stay on the list until
   * the count is posted; those that are reserved after that are picked again by {@link #repick}.
   *
   * @param id the list's number
   * @param line the order line
   * @param found the units taken, as in {@link #confirm}
   * @param elsewhere the units of those not found that are in the house all the same: damaged ones in the
   *     bin, those that are seen in reserve; mostly zero
   * @return what follows
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if more were taken
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if there is no such list or line
   */
  public synchronized ShortPick shortPick(
      String id, OrderLineId line, Quantity found, Quantity elsewhere) {
    requireNonNull(elsewhere, "elsewhere");
    Shelf shelf = book.shelf(id, line);
    book.take(id, line, found);
    Quantity missing = book.miss(id, line);
    Quantity gone = missing.minusOrZero(elsewhere);
    Optional<ShortCount> count =
        gone.isZero() ? Optional.empty() : Optional.of(new ShortCount(shelf, gone, id));
    return new ShortPick(book.find(id), line, missing, count);
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
    return book.off(id, PickShare.MISSING);
  }

  /**
   * Returns the units that a list asks for no more and that whoever picks it may have taken by now: since
   * the list was given out their line gave them up. It ends when it is said what was taken for the line, or
   * with {@link #withdraw}.
   *
   * @param id the list's number, also of a list that asks for nothing any more
   * @return the units, by order and line
   */
  public synchronized List<ReservedUnits> recalled(String id) {
    return book.recalled(requireNonNull(id, "id"));
  }

  /**
   * Takes the open units off a list: whoever picked it stops here, and has nothing in hand that is not
   * said.
   *
   * @param id the list's number
   * @return the units, which are on no list now
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if there is no such list
   */
  public synchronized List<ReservedUnits> withdraw(String id) {
    return book.stop(id);
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
   * @return the lists, in the order in which they were given out
   */
  public synchronized List<PickList> lists() {
    return book.lists();
  }

  /**
   * Returns how far each order has come: what lies at the packing bench of a location, and what is to come
   * from its zones. What an order waits for or has at another location does not count here.
   *
   * @return the orders with reserved units, by order and location
   */
  public synchronized List<AtBench> bench() {
    return book.bench();
  }

  /**
   * How far an order has come at a location.
   *
   * @param order the order
   * @param location the location
   * @param units what is reserved for it there
   */
  public record AtBench(OrderId order, LocationId location, Units units) {

    /** Rejects missing parts. */
    public AtBench {
      requireNonNull(order, "order");
      requireNonNull(location, "location");
      requireNonNull(units, "units");
    }

    /**
     * Tells whether all that is reserved for the order there was picked, so that it can be packed.
     *
     * @return true if nothing of it is open, missing or on no list
     */
    public boolean isComplete() {
      return units.open.isZero() && units.missing.isZero() && units.unlisted.isZero();
    }
  }

  /**
   * Reserved units, by how far they have come.
   *
   * @param picked the units that were taken
   * @param open the units that somebody is to take
   * @param missing the units that were not there
   * @param unlisted the units that are on no list
   */
  public record Units(Quantity picked, Quantity open, Quantity missing, Quantity unlisted) {

    /** Rejects missing parts. */
    public Units {
      requireNonNull(picked, "picked");
      requireNonNull(open, "open");
      requireNonNull(missing, "missing");
      requireNonNull(unlisted, "unlisted");
    }

    static Units unlisted(Quantity units) {
      return new Units(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, units);
    }

    static Units of(PickLine line) {
      return new Units(line.picked(), line.open(), line.missing(), Quantity.ZERO);
    }

    Units plus(Units other) {
      return new Units(
          picked.plus(other.picked),
          open.plus(other.open),
          missing.plus(other.missing),
          unlisted.plus(other.unlisted));
    }
  }
}
