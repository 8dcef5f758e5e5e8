package io.backorder.fulfilment;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LineAccounts;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the units of one line are, as the ledger or as events tell. */
final class LineBook implements LineAccounts {

  private final OrderLineId id;
  private final Sku sku;
  private final Map<LocationId, Quantity> reserved = new TreeMap<>();
  private final Map<Departure, Quantity> departed = new EnumMap<>(Departure.class);
  private final Standings standings;
  private PlaceInLine place;
  private @Nullable LocalDate promised;
  private Quantity waiting = Quantity.ZERO;
  private Quantity filled = Quantity.ZERO;

  /** Units given up whose cancellation or change is yet to be told. */
  private Quantity released = Quantity.ZERO;

  LineBook(OrderLineId id, Sku sku, PlaceInLine place) {
    this.id = id;
    this.sku = sku;
    this.place = place;
    this.standings = new Standings();
  }

  private LineBook(LineBook other) {
    this.id = other.id;
    this.sku = other.sku;
    this.place = other.place;
    this.standings = new Standings(other.standings);
    this.reserved.putAll(other.reserved);
    this.departed.putAll(other.departed);
    this.promised = other.promised;
    this.waiting = other.waiting;
    this.filled = other.filled;
    this.released = other.released;
  }

  /** A copy, which an entry may change without harm if it does not fit. */
  LineBook copy() {
    return new LineBook(this);
  }

  OrderLineId id() {
    return id;
  }

  void stands(PlaceInLine at) {
    place = at;
  }

  // what the ledger tells

  /** Units that join from now on join at a position of the ledger. */
  void joinsAt(long position) {
    standings.joinAt(position);
  }

  @Override
  public void queued(Claim claim, long units) {
    standings.move(claim.place(), units);
    place = standings.best().orElse(place);
  }

  @Override
  public void waiting(long units) {
    waiting = moved(waiting, units);
  }

  @Override
  public void reserved(Claim claim, LocationId location, long units) {
    moveReserved(location, units);
    standings.move(claim.place(), units);
    place = standings.best().orElse(place);
  }

  @Override
  public void onHand(LocationId location, long units) {
    // of the house, not of the line
  }

  @Override
  public void departed(Departure account, long units) {
    departed.put(account, moved(departed(account), units));
  }

  @Override
  public void promised(Optional<LocalDate> day) {
    promised = day.orElse(null);
  }

  /** Of units that were reserved just now, these had waited. */
  void hadWaited(Quantity units) {
    filled = filled.plus(units);
  }

  /** Whether a unit is reserved or in the queue, by the ledger. */
  boolean stands() {
    return standings.best().isPresent();
  }

  private static Quantity moved(Quantity before, long units) {
    return units < 0 ? before.minus(Quantity.of(-units)) : before.plus(Quantity.of(units));
  }

  private Quantity departed(Departure account) {
    return departed.getOrDefault(account, Quantity.ZERO);
  }

  private void moveReserved(LocationId location, long units) {
    Quantity left = moved(reserved.getOrDefault(location, Quantity.ZERO), units);
    if (left.isZero()) {
      reserved.remove(location);
    } else {
      reserved.put(location, left);
    }
    filled = filled.min(reserved());
  }

  // what events tell

  void reserve(LocationId location, Quantity units) {
    moveReserved(location, units.units());
  }

  void fill(LocationId location, Quantity units) {
    waiting = waiting.minus(units); // first, because only this can fail
    reserve(location, units);
    hadWaited(units);
  }

  /** Whoever gave units up and waits again has them back in the queue. */
  void backorder(Quantity units) {
    waiting = waiting.plus(units);
    released = released.minusOrZero(units);
  }

  void refuse(Quantity units) {
    departed(Departure.REFUSED, units.units());
  }

  void release(LocationId location, Quantity units) {
    moveReserved(location, -units.units());
    released = released.plus(units);
  }

  void lose(LocationId location, Quantity units) {
    moveReserved(location, -units.units());
    waiting = waiting.plus(units);
  }

  void ship(LocationId location, Quantity units) {
    moveReserved(location, -units.units());
    departed(Departure.SHIPPED, units.units());
  }

  void cancel(Quantity units) {
    leave(units);
    departed(Departure.CANCELLED, units.units());
  }

  /** Of units that leave the queue, those that were not released just before had been waiting. */
  void leave(Quantity units) {
    waiting = waiting.minus(units.minusOrZero(released));
    released = released.minusOrZero(units);
  }

  void comeBack(Quantity units) {
    departed(Departure.RETURNED, units.units());
  }

  private Quantity reserved() {
    return reserved.values().stream().reduce(Quantity.ZERO, Quantity::plus);
  }

  LineStatus status() {
    LineStatus.Departed gone = new LineStatus.Departed(
        departed(Departure.SHIPPED),
        departed(Departure.CANCELLED),
        departed(Departure.REFUSED),
        departed(Departure.RETURNED));
    return new LineStatus(id, sku, new LineStatus.Units(reserved(), waiting, gone), reserved);
  }

  FulfilmentLine line() {
    FulfilmentLine line = FulfilmentLine.of(status(), place).withFilled(filled);
    return promised == null ? line : line.promisedBy(promised);
  }
}
