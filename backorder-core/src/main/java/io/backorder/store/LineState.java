package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LineAccounts;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one order line. This type is confined to whoever locked the line's item.
 *
 * <p>A line that waits is two small objects, itself and its first claim: a queue may hold millions of
 * them. What few lines have lies aside.
 */
public final class LineState implements LineAccounts {

  private static final int NO_DAY = Integer.MIN_VALUE;

  private final OrderState order;
  private final ItemState item;
  private final String number;
  private final int dueDay;
  private int promisedDay = NO_DAY;
  private @Nullable LineState next;
  private @Nullable ClaimState first;
  private @Nullable Aside aside;
  private @Nullable Visit visit;

  LineState(OrderState order, OrderLine line, ItemState item) {
    this.order = order;
    this.item = item;
    this.number = line.number();
    this.dueDay =
        line.due().isEmpty() ? NO_DAY : Math.toIntExact(line.due().orElseThrow().toEpochDay());
  }

  /**
   * Returns the order that the line belongs to.
   *
   * @return the order
   */
  public OrderState order() {
    return order;
  }

  /**
   * Returns the line's name.
   *
   * @return the name
   */
  public OrderLineId id() {
    return new OrderLineId(order.id(), number);
  }

  /**
   * Returns the line's number in its order.
   *
   * @return the number
   */
  public String number() {
    return number;
  }

  /**
   * Returns the line's item.
   *
   * @return the item
   */
  public Sku sku() {
    return item.sku();
  }

  /**
   * Returns the day by which the customer asked for the units.
   *
   * @return the day, or empty if none was asked for
   */
  public Optional<LocalDate> due() {
    return dueDay == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(dueDay));
  }

  /**
   * Returns an order line of some of the line's units.
   *
   * @param units the units
   * @return the order line
   */
  public OrderLine of(Quantity units) {
    OrderLine line = OrderLine.of(number, sku(), units);
    return dueDay == NO_DAY ? line : line.dueBy(LocalDate.ofEpochDay(dueDay));
  }

  /**
   * Tells whether this is a component of the line of a kit.
   *
   * @return true if it is no line that the host has named
   */
  public boolean isPart() {
    return OrderLineId.isPart(number);
  }

  /**
   * Tells whether this is the line of a kit, which goes in step with the lines of its parts.
   *
   * @return true if parts follow it
   */
  public boolean isKit() {
    LineState behind = next;
    return behind != null && behind.isPart() && !isPart();
  }

  /**
   * Returns the lines of the components of a kit.
   *
   * @return the parts; none for a line that is not for a kit
   */
  public List<LineState> parts() {
    if (!isKit()) {
      return List.of();
    }
    List<LineState> parts = new ArrayList<>(2);
    for (LineState line = next; line != null && line.isPart(); line = line.next) {
      parts.add(line);
    }
    return parts;
  }

  /**
   * Tells whether the units may come bit by bit: they are neither filled whole nor of a kit.
   *
   * @return true if each of them may be promised for a day of its own
   */
  public boolean isBitByBit() {
    return order.terms().delivery() == DeliveryRule.PARTIAL && !isPart() && !isKit();
  }

  @Nullable
  LineState next() {
    return next;
  }

  void follow(LineState behind) {
    behind.next = this;
  }

  /**
   * Returns the state of the line's item.
   *
   * @return the item
   */
  public ItemState item() {
    return item;
  }

  /**
   * Returns the line's open claims.
   *
   * @return the claims, in the order in which they joined the queue
   */
  public List<ClaimState> claims() {
    ClaimState own = first;
    boolean open = own != null && own.isOpen();
    if (aside == null || aside.raised().isEmpty()) {
      return own != null && open ? List.of(own) : List.of();
    }
    List<ClaimState> claims = new ArrayList<>(aside.raised().size() + 1);
    if (own != null && open) {
      claims.add(own);
    }
    claims.addAll(aside.raised());
    return claims;
  }

  private List<ClaimState> raised() {
    return aside == null ? List.of() : aside.raised();
  }

  /**
   * Returns the units in the queue: those that wait, and those that joined in this unit of work and
   * are not decided yet.
   *
   * @return the number of units, zero or more
   */
  public long queued() {
    long units = first == null ? 0 : first.queued();
    for (ClaimState claim : raised()) {
      units += claim.queued();
    }
    return units;
  }

  /**
   * Returns the units that wait.
   *
   * @return the number of units, zero or more
   */
  public long waiting() {
    return visit == null ? queued() : visit.waiting;
  }

  /**
   * Returns the units reserved over all locations.
   *
   * @return the number of units, zero or more
   */
  public long reserved() {
    long units = first == null ? 0 : first.reserved();
    for (ClaimState claim : raised()) {
      units += claim.reserved();
    }
    return units;
  }

  /**
   * Returns the units reserved at one location.
   *
   * @param location the location
   * @return the number of units, zero or more
   */
  public long reservedAt(LocationId location) {
    long units = first == null ? 0 : first.reservedAt(location);
    for (ClaimState claim : raised()) {
      units += claim.reservedAt(location);
    }
    return units;
  }

  /**
   * Returns the units that are neither shipped nor cancelled nor refused.
   *
   * @return the number of units, zero or more
   */
  public long open() {
    return queued() + reserved();
  }

  /**
   * Returns the units of an account that is not open.
   *
   * @param account the account
   * @return the number of units, zero or more
   */
  public long departed(Departure account) {
    return aside == null ? 0 : aside.of(account);
  }

  /**
   * Returns the units ordered: the open ones and those shipped, cancelled and refused.
   *
   * @return the number of units, zero or more
   */
  public long ordered() {
    return open() + closed();
  }

  /**
   * Returns the units shipped, cancelled and refused.
   *
   * @return the number of units, zero or more
   */
  public long closed() {
    return departed(Departure.SHIPPED)
        + departed(Departure.CANCELLED)
        + departed(Departure.REFUSED);
  }

  /**
   * Returns where the line's units are.
   *
   * @return the status
   */
  public LineStatus status() {
    Map<LocationId, Quantity> reservedAt = new TreeMap<>();
    for (ClaimState claim : claims()) {
      for (LocationId location : claim.locations()) {
        reservedAt.merge(location, Quantity.of(claim.reservedAt(location)), Quantity::plus);
      }
    }
    LineStatus.Departed gone = new LineStatus.Departed(
        Quantity.of(departed(Departure.SHIPPED)),
        Quantity.of(departed(Departure.CANCELLED)),
        Quantity.of(departed(Departure.REFUSED)),
        Quantity.of(departed(Departure.RETURNED)));
    return new LineStatus(
        id(),
        sku(),
        new LineStatus.Units(Quantity.of(reserved()), Quantity.of(waiting()), gone),
        reservedAt);
  }

  @Override
  public void queued(Claim claim, long units) {
    ClaimState state = claimState(claim);
    state.moveQueued(units);
    item.queueOf(order.terms()).moved(state, units);
    dropIfClosed(state);
  }

  @Override
  public void waiting(long units) {
    if (units == 0) {
      return;
    }
    Visit now = requireNonNull(visit, "visit");
    long before = now.waiting;
    long after = exact(before, units);
    item.moveWaiting(units);
    now.waiting = after;
    if (promisedDay != NO_DAY && (before > 0) != (after > 0)) {
      movePromised(after > 0 ? 1 : -1);
    }
  }

  @Override
  public void promised(Optional<LocalDate> day) {
    int after = day.map(LineState::epochDay).orElse(NO_DAY);
    if (waiting() > 0 && (promisedDay == NO_DAY) != (after == NO_DAY)) {
      movePromised(after == NO_DAY ? -1 : 1);
    }
    promisedDay = after;
  }

  private void movePromised(int lines) {
    item.movePromised(lines);
    if (!isBitByBit()) {
      item.movePromisedInStep(lines);
    }
  }

  private static int epochDay(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  /**
   * Returns the day for which the line's waiting units were last promised.
   *
   * @return the day, or empty if nobody could say
   */
  public Optional<LocalDate> promised() {
    return promisedDay == NO_DAY
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(promisedDay));
  }

  /** Takes over the day for which a database has the line promised. */
  void restorePromised(LocalDate day) {
    promisedDay = epochDay(day);
  }

  private long exact(long before, long units) {
    long after = before + units;
    if (((before ^ after) & (units ^ after)) < 0) {
      throw new InvalidValueException(
          ErrorCode.QUANTITY_OVERFLOW,
          "backordered units of line %s must be at most %d: %d + %d"
              .formatted(id(), Long.MAX_VALUE, before, units),
          Facts.of("line", id()).and("asked", units).and("allowed", Long.MAX_VALUE - before));
    }
    return after;
  }

  @Override
  public void reserved(Claim claim, LocationId location, long units) {
    ClaimState state = claimState(claim);
    long after = state.moveReserved(location, units);
    if (!location.equals(LocationId.NOWHERE)) {
      item.at(location).moveReserved(state, after, units);
    }
    dropIfClosed(state);
  }

  @Override
  public void onHand(LocationId location, long units) {
    if (!location.equals(LocationId.NOWHERE)) {
      item.onHand(location, units);
    }
  }

  @Override
  public void departed(Departure account, long units) {
    aside().move(account, units);
  }

  private Aside aside() {
    if (aside == null) {
      aside = new Aside();
    }
    return aside;
  }

  /**
   * Returns the claim with which the line joined the queue first.
   *
   * @return the claim
   */
  public Claim firstClaim() {
    return requireNonNull(first, "first claim").claim();
  }

  /**
   * Returns the state of the claim with which the line joined the queue first.
   *
   * @return the claim, open or not
   */
  public ClaimState ownClaim() {
    return requireNonNull(first, "first claim");
  }

  /**
   * Notes how the line stands before a unit of work first touches it.
   *
   * @return false if it was touched before
   */
  public boolean touch() {
    if (visit != null) {
      return false;
    }
    visit = new Visit(queued(), open() > 0);
    return true;
  }

  /** Returns 1, 0 or -1: the line began, went on or ceased to wait. */
  int waitingSinceTouch() {
    Visit now = requireNonNull(visit, "visit");
    return (now.waiting > 0 ? 1 : 0) - (now.waited ? 1 : 0);
  }

  /** Returns 1, 0 or -1: the line became open, stayed as it was, or closed. */
  int openSinceTouch() {
    return (open() > 0 ? 1 : 0) - (requireNonNull(visit, "visit").wasOpen ? 1 : 0);
  }

  void untouch() {
    visit = null;
  }

  /** The state of a claim; units that join with a place of their own open a new one. */
  ClaimState claimState(Claim claim) {
    long arrival = claim.place().arrival();
    if (first == null) {
      first = new ClaimState(this, claim.place());
      item.arrived(arrival);
    }
    if (first.arrival() == arrival) {
      return first;
    }
    for (ClaimState each : raised()) {
      if (each.arrival() == arrival) {
        return each;
      }
    }
    ClaimState joined = new ClaimState(this, claim.place());
    item.arrived(arrival);
    aside().raise(joined);
    return joined;
  }

  /** Takes over a claim that a database keeps; the first one that is read is the line's own. */
  ClaimState restore(PlaceInLine place, long queued) {
    ClaimState claim = new ClaimState(this, place);
    claim.moveQueued(queued);
    if (first == null) {
      first = claim;
    } else {
      aside().raise(claim);
    }
    if (queued > 0) {
      item.queueOf(order.terms()).restore(claim);
    }
    return claim;
  }

  /** Takes over units reserved for a claim. */
  void restore(ClaimState claim, LocationId location, long units) {
    claim.moveReserved(location, units);
    if (!location.equals(LocationId.NOWHERE)) {
      item.at(location).restore(claim);
    }
  }

  private void dropIfClosed(ClaimState state) {
    if (state != first && !state.isOpen()) {
      aside().drop(state);
    }
  }

  @Override
  public String toString() {
    return "%s %s: %d queued, %d reserved".formatted(id(), sku(), queued(), reserved());
  }

  /** How the line stood when a unit of work first touched it, and what waits now. */
  private static final class Visit {

    private final boolean waited;
    private final boolean wasOpen;
    private long waiting;

    Visit(long waiting, boolean wasOpen) {
      this.waiting = waiting;
      this.waited = waiting > 0;
      this.wasOpen = wasOpen;
    }
  }
}
