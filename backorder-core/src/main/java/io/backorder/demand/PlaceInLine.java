package io.backorder.demand;

import java.util.Arrays;

/**
 * Where units stand in the queue for an item: the moment at which they joined, behind the keys by
 * which the policy ranks them.
 *
 * <p>The keys are fixed when the units join, so that a database can keep them in columns and order
 * by them. Smaller keys come first; units of equal keys are served as they arrived. A place is kept
 * through partial fills, moves and losses. This type is immutable and thread-safe.
 */
public final class PlaceInLine implements Comparable<PlaceInLine> {

  private static final long[] NO_KEYS = {};

  private final long arrival;
  private final long[] keys;

  private PlaceInLine(long arrival, long[] keys) {
    this.arrival = arrival;
    this.keys = keys;
  }

  /**
   * Returns the place of units that are ranked by arrival alone.
   *
   * @param arrival the number of the arrival at this item, growing with time
   * @return the place
   */
  public static PlaceInLine of(long arrival) {
    return new PlaceInLine(arrival, NO_KEYS);
  }

  /**
   * Returns the place of units that are ranked by keys, then by arrival.
   *
   * @param arrival the number of the arrival at this item, growing with time
   * @param keys the keys, most important first, smaller first
   * @return the place
   */
  public static PlaceInLine ranked(long arrival, long... keys) {
    return new PlaceInLine(arrival, keys.clone());
  }

  /**
   * Returns the place that ranks by these keys, then by those of another place of the same arrival.
   *
   * @param next the place whose keys decide where these are equal
   * @return the place with the keys of both
   */
  public PlaceInLine then(PlaceInLine next) {
    long[] both = Arrays.copyOf(keys, keys.length + next.keys.length);
    System.arraycopy(next.keys, 0, both, keys.length, next.keys.length);
    return new PlaceInLine(arrival, both);
  }

  /**
   * Returns the number of the arrival.
   *
   * @return the number, growing with time within one item
   */
  public long arrival() {
    return arrival;
  }

  /**
   * Returns the keys, most important first.
   *
   * @return a copy of the keys
   */
  public long[] keys() {
    return keys.clone();
  }

  /**
   * Tells whether the units are ranked by arrival alone.
   *
   * @return true if there is no key
   */
  public boolean isByArrival() {
    return keys.length == 0;
  }

  @Override
  public int compareTo(PlaceInLine other) {
    int byKeys = keys == other.keys ? 0 : Arrays.compare(keys, other.keys);
    return byKeys != 0 ? byKeys : Long.compare(arrival, other.arrival);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlaceInLine that
        && arrival == that.arrival
        && Arrays.equals(keys, that.keys);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(arrival) * 31 + Arrays.hashCode(keys);
  }

  @Override
  public String toString() {
    return keys.length == 0 ? "#" + arrival : "#" + arrival + Arrays.toString(keys);
  }
}
