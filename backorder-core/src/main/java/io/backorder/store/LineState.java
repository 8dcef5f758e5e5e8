package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LineAccounts;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one order line. This type is confined to whoever locked the line's item.
 */
public final class LineState implements LineAccounts {

  private final OrderState order;
  private final OrderLineId id;
  private final OrderLine line;
  private final ItemState item;
  private long waiting;
  private List<ClaimState> claims = List.of();
  private @Nullable Departed departed;
  private @Nullable Claim first;
  private Touch touch = Touch.NONE;

  LineState(OrderState order, OrderLine line, ItemState item) {
    this.order = order;
    this.id = new OrderLineId(order.id(), line.number());
    this.line = line;
    this.item = item;
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
    return id;
  }

  /**
   * Returns the line as it was first ordered.
   *
   * @return the line
   */
  public OrderLine line() {
    return line;
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
    return claims;
  }

  /**
   * Returns the units in the queue: those that wait, and those that joined in this unit of work and
   * are not decided yet.
   *
   * @return the number of units, zero or more
   */
  public long queued() {
    long units = 0;
    for (ClaimState claim : claims) {
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
    return waiting;
  }

  /**
   * Returns the units reserved over all locations.
   *
   * @return the number of units, zero or more
   */
  public long reserved() {
    long units = 0;
    for (ClaimState claim : claims) {
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
    long units = 0;
    for (ClaimState claim : claims) {
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
    return departed == null ? 0 : departed.of(account);
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
    for (ClaimState claim : claims) {
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
        id,
        line.sku(),
        new LineStatus.Units(Quantity.of(reserved()), Quantity.of(waiting), gone),
        reservedAt);
  }

  @Override
  public void queued(Claim claim, long units) {
    ClaimState state = claimState(claim);
    long before = state.queued();
    state.moveQueued(units);
    if (before == 0) {
      item.queueOf(order.terms()).add(state);
    } else if (state.queued() == 0) {
      item.queueOf(order.terms()).remove(state);
    }
    dropIfClosed(state);
  }

  @Override
  public void waiting(long units) {
    if (units == 0) {
      return;
    }
    long after = exact(waiting, units);
    item.moveWaiting(units);
    waiting = after;
  }

  private long exact(long before, long units) {
    long after = before + units;
    if (((before ^ after) & (units ^ after)) < 0) {
      throw new InvalidValueException(
          ErrorCode.QUANTITY_OVERFLOW,
          "backordered units of line %s must be at most %d: %d + %d"
              .formatted(id, Long.MAX_VALUE, before, units),
          Facts.of("line", id).and("asked", units).and("allowed", Long.MAX_VALUE - before));
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
    if (departed == null) {
      departed = new Departed();
    }
    departed.move(account, units);
  }

  /**
   * Returns the claim with which the line joined the queue first.
   *
   * @return the claim
   */
  public Claim firstClaim() {
    return requireNonNull(first, "first claim");
  }

  /** Notes how the line stands before a unit of work first touches it; false if it did before. */
  boolean touch() {
    if (touch != Touch.NONE) {
      return false;
    }
    touch = Touch.of(waiting > 0, open() > 0);
    return true;
  }

  /** Returns 1, 0 or -1: the line began, went on or ceased to wait. */
  int waitingSinceTouch() {
    return (waiting > 0 ? 1 : 0) - (touch == Touch.WAITING ? 1 : 0);
  }

  /** Returns 1, 0 or -1: the line became open, stayed as it was, or closed. */
  int openSinceTouch() {
    return (open() > 0 ? 1 : 0) - (touch == Touch.CLOSED ? 0 : 1);
  }

  void untouch() {
    touch = Touch.NONE;
  }

  private enum Touch {
    NONE,
    CLOSED,
    OPEN,
    WAITING;

    static Touch of(boolean waiting, boolean open) {
      return waiting ? WAITING : open ? OPEN : CLOSED;
    }
  }

  private ClaimState claimState(Claim claim) {
    for (ClaimState each : claims) {
      if (each.place().equals(claim.place())) {
        return each;
      }
    }
    ClaimState joined = new ClaimState(claim, this);
    first = first == null ? claim : first;
    if (claims.isEmpty()) {
      claims = List.of(joined);
      return joined;
    }
    List<ClaimState> more = new ArrayList<>(claims);
    int index = more.size();
    while (index > 0 && more.get(index - 1).place().arrival() > claim.place().arrival()) {
      index--;
    }
    more.add(index, joined);
    claims = List.copyOf(more);
    return joined;
  }

  private void dropIfClosed(ClaimState state) {
    if (state.isClosed()) {
      claims = claims.size() == 1
          ? List.of()
          : claims.stream().filter(each -> each != state).toList();
    }
  }

  @Override
  public String toString() {
    return "%s %s: %d queued, %d reserved".formatted(id, line.sku(), queued(), reserved());
  }

  /** Most lines of a busy queue have none of these units. */
  private static final class Departed {
    private long shipped;
    private long cancelled;
    private long refused;
    private long returned;

    long of(Departure account) {
      return switch (account) {
        case SHIPPED -> shipped;
        case CANCELLED -> cancelled;
        case REFUSED -> refused;
        case RETURNED -> returned;
      };
    }

    void move(Departure account, long units) {
      switch (account) {
        case SHIPPED -> shipped += units;
        case CANCELLED -> cancelled += units;
        case REFUSED -> refused += units;
        case RETURNED -> returned += units;
      }
    }
  }
}
