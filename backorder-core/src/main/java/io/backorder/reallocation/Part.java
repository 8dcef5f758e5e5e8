package io.backorder.reallocation;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line while a run serves it: what it asks for, what it had, and what it has got so far. */
final class Part {

  private final OpenLine line;
  private final long request;
  private final long confirmed;
  private long most = Long.MAX_VALUE;
  private long granted;
  private long own;
  private long ownTaken;
  private boolean isInPlace;
  private boolean givesUp;
  private long reach;
  private long rationed;
  private @Nullable OrderLineId lacking;
  private long unlimited = -1;

  Part(OpenLine line) {
    this.line = line;
    this.request = line.open().units();
    this.confirmed = Math.min(request, line.confirmed().units());
  }

  OpenLine line() {
    return line;
  }

  long request() {
    return request;
  }

  /** What the line had, as far as it still asks for it. */
  long confirmed() {
    return confirmed;
  }

  long granted() {
    return granted;
  }

  /** How much of what the line has is its own, whoever else is served. */
  void own(long units) {
    own = units;
  }

  /** Takes own units, and returns how many there were. */
  long takeOwn(long most) {
    long units = Math.min(most, own - ownTaken);
    ownTaken += units;
    return units;
  }

  boolean hasOwnLeft() {
    return ownTaken < own;
  }

  void giveOwnBack(long units) {
    ownTaken -= units;
  }

  /** The own units that the line has taken. */
  long ownTaken() {
    return ownTaken;
  }

  /** Has the line keep all it has where it has it. */
  void keepInPlace() {
    isInPlace = true;
  }

  boolean isInPlace() {
    return isInPlace;
  }

  /** Leaves to others what the line has at locations that do not serve it any more. */
  void giveUp() {
    givesUp = true;
  }

  boolean isGivingUp() {
    return givesUp;
  }

  /** Begins anew. */
  void clear() {
    granted = 0;
    ownTaken = 0;
    reach = 0;
    rationed = 0;
    lacking = null;
  }

  void grant(long units) {
    granted = units;
  }

  /** The most that the line may have, whatever its strategy says. */
  long most() {
    return most;
  }

  void limit(long units) {
    most = units;
  }

  /** Takes note of the units that were there for the line and that a guard did not let it take. */
  void rationed(long units) {
    rationed = units;
  }

  /** The units that a guard keeps from the line. */
  long rationed() {
    return most < request ? request - Math.max(granted, most) : rationed;
  }

  /** Takes note of the units that the line could have had in all when it was last refused some. */
  void reached(long units) {
    reach = units;
  }

  /** The units that were left for the line when it was last refused some. */
  long left() {
    return Math.max(0, reach - granted);
  }

  /** Takes note of the line of its order that lacked units. */
  void lacked(OrderLineId other) {
    lacking = other;
  }

  @Nullable
  OrderLineId lacking() {
    return lacking;
  }

  /** Takes note of what the line would have if promises could become worse without limit. */
  void rememberUnlimited() {
    unlimited = granted;
  }

  /** The units that the budget has cost the line. */
  long lostToBudget() {
    return Math.max(0, unlimited - granted);
  }

  boolean isWorse() {
    return granted < confirmed;
  }

  /** The largest number of units that the line may have, up to a given one. */
  long admissible(long units, long lot) {
    if (units >= confirmed) {
      return confirmed + gain(Math.min(units, request) - confirmed, lot);
    }
    return isWhole() ? 0 : units - units % lot;
  }

  private long gain(long units, long lot) {
    long inLots = units - units % lot;
    return inLots < step(lot) ? 0 : inLots;
  }

  /** The fewest units that the line gains at once: a lot, its least quantity, or all of them. */
  long step(long lot) {
    long waiting = request - confirmed;
    if (isWhole()) {
      return waiting;
    }
    long least = Math.min(waiting, Math.max(lot, line.terms().atLeast().units()));
    long part = least % lot;
    if (part == 0) {
      return least;
    }
    return waiting - (least - part) < lot ? waiting : least - part + lot;
  }

  /** The fewest units that the line would gain at once on top of what it has got. */
  long nextStep(long lot) {
    long missing = request - granted;
    return granted < confirmed
        ? Math.min(missing, isWhole() ? confirmed - granted : lot)
        : step(lot);
  }

  private boolean isWhole() {
    return line.terms().delivery() != DeliveryRule.PARTIAL;
  }

  long confirmedAt(LocationId location) {
    return ReallocationPlan.units(line.confirmedAt(), location);
  }

  Map<LocationId, Quantity> confirmedAt() {
    return line.confirmedAt();
  }

  /** The units that wait, as a guard sees them. */
  WaitingLine waiting(Sku sku) {
    return new Waiting(line, sku, Quantity.of(request - confirmed), Quantity.of(confirmed));
  }

  private record Waiting(OpenLine line, Sku sku, Quantity waiting, Quantity granted)
      implements WaitingLine {

    @Override
    public OrderLineId id() {
      return line.id();
    }

    @Override
    public PlaceInLine place() {
      return line.place();
    }

    @Override
    public OrderTerms terms() {
      return line.terms();
    }

    @Override
    public Optional<LocalDate> due() {
      return line.due();
    }
  }

  @Override
  public String toString() {
    return "%s: %d of %d, had %d".formatted(line.id(), granted, request, confirmed);
  }
}
