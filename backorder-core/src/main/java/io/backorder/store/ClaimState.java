package io.backorder.store;

import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.Claim;
import io.backorder.stock.LocationId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open units of one claim: those in the queue, and those reserved at locations.
 *
 * <p>This type is confined to whoever locked the item. It changes through {@link LineState} alone.
 */
public final class ClaimState {

  private static final long[] NO_KEYS = {};

  private final LineState line;
  private final long arrival;
  private long[] keys;
  private long queued;
  private @Nullable Holding holdings;

  ClaimState(LineState line, PlaceInLine place) {
    this.line = line;
    this.arrival = place.arrival();
    this.keys = place.isByArrival() ? NO_KEYS : place.keys();
  }

  /**
   * Returns the claim.
   *
   * @return the claim
   */
  public Claim claim() {
    return new Claim(line.id(), line.sku(), place());
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
    return keys.length == 0 ? PlaceInLine.of(arrival) : PlaceInLine.ranked(arrival, keys);
  }

  /**
   * Returns the number of the claim's arrival at its item.
   *
   * @return the number, growing with time within one item
   */
  public long arrival() {
    return arrival;
  }

  /**
   * Tells whether the units stand before those of another claim for the same item.
   *
   * @param other the other claim
   * @return true if they are served first
   */
  public boolean standsBefore(ClaimState other) {
    int byKeys = keys == other.keys ? 0 : Arrays.compare(keys, other.keys);
    return byKeys < 0 || (byKeys == 0 && arrival < other.arrival);
  }

  /** Claims of equal rank stand next to each other in the queue and share one array of keys. */
  void shareKeysOf(ClaimState neighbour) {
    if (Arrays.equals(keys, neighbour.keys)) {
      keys = neighbour.keys;
    }
  }

  /**
   * Returns the units in the queue.
   *
   * @return the number of units, zero or more
   */
  public long queued() {
    return queued;
  }

  /** The units in the queue that may come bit by bit. */
  long bitByBit() {
    return line.isBitByBit() ? queued : 0;
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

  boolean isOpen() {
    return queued > 0 || holdings != null;
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
    return "%s %s: %d queued, %d reserved".formatted(line.id(), place(), queued, reserved());
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
