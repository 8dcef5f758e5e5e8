package io.backorder.store;

import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.Claim;
import io.backorder.stock.LocationId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open units of one claim: those in the queue, and those reserved at locations.
 *
 * <p>This type is confined to whoever locked the item. It changes through {@link LineState} alone.
 */
public final class ClaimState {

  private final Claim claim;
  private final LineState line;
  private long queued;
  private @Nullable Holding holdings;

  ClaimState(Claim claim, LineState line) {
    this.claim = claim;
    this.line = line;
  }

  /**
   * Returns the claim.
   *
   * @return the claim
   */
  public Claim claim() {
    return claim;
  }

  /**
   * Returns the line that claims.
   *
   * @return the line
   */
  public LineState line() {
    return line;
  }

  /**
   * Returns where the units stand in the queue.
   *
   * @return the place
   */
  public PlaceInLine place() {
    return claim.place();
  }

  /**
   * Returns the units in the queue.
   *
   * @return the number of units, zero or more
   */
  public long queued() {
    return queued;
  }

  /**
   * Returns the units reserved over all locations.
   *
   * @return the number of units, zero or more
   */
  public long reserved() {
    long units = 0;
    for (Holding each = holdings; each != null; each = each.next) {
      units += each.units;
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
    for (Holding each = holdings; each != null; each = each.next) {
      if (each.location.equals(location)) {
        return each.units;
      }
    }
    return 0;
  }

  /**
   * Returns the locations at which units are reserved.
   *
   * @return the locations, in no particular order
   */
  public List<LocationId> locations() {
    List<LocationId> found = new ArrayList<>(1);
    for (Holding each = holdings; each != null; each = each.next) {
      found.add(each.location);
    }
    return found;
  }

  boolean isClosed() {
    return queued == 0 && holdings == null;
  }

  void moveQueued(long units) {
    queued += units;
  }

  /** Moves reserved units and returns how many there are at the location afterwards. */
  long moveReserved(LocationId location, long units) {
    Holding previous = null;
    for (Holding each = holdings; each != null; each = each.next) {
      if (each.location.equals(location)) {
        each.units += units;
        if (each.units == 0) {
          unlink(previous, each);
        }
        return each.units;
      }
      previous = each;
    }
    holdings = new Holding(location, units, holdings);
    return units;
  }

  private void unlink(@Nullable Holding previous, Holding emptied) {
    if (previous == null) {
      holdings = emptied.next;
    } else {
      previous.next = emptied.next;
    }
  }

  @Override
  public String toString() {
    return "%s %s: %d queued, %d reserved"
        .formatted(claim.line(), claim.place(), queued, reserved());
  }

  /** Units of a claim at one location; nearly every claim has one. */
  private static final class Holding {

    private final LocationId location;
    private long units;
    private @Nullable Holding next;

    Holding(LocationId location, long units, @Nullable Holding next) {
      this.location = location;
      this.units = units;
      this.next = next;
    }
  }
}
