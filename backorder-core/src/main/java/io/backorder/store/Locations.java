package io.backorder.store;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import java.util.List;
import java.util.Optional;

/**
 * The locations of an inventory, in their rank order.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Locations {

  private final List<Location> byRank;

  private Locations(List<Location> byRank) {
    this.byRank = byRank;
  }

  /**
   * Returns the given locations.
   *
   * @param byRank the locations, best first, with distinct names, at least one
   * @return the locations
   * @throws InvalidValueException with {@code INVALID_IDENTIFIER} if there is none, or one name twice
   */
  public static Locations of(List<Location> byRank) {
    long names = byRank.stream().map(Location::id).distinct().count();
    if (byRank.isEmpty() || names < byRank.size()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "locations must be at least one, with distinct names: " + byRank,
          Facts.of("asked", byRank.size()).and("allowed", names));
    }
    return new Locations(List.copyOf(byRank));
  }

  /**
   * Returns the locations, best first.
   *
   * @return the locations
   */
  public List<Location> all() {
    return byRank;
  }

  /**
   * Returns the number of locations.
   *
   * @return the number, at least 1
   */
  public int count() {
    return byRank.size();
  }

  /**
   * Returns the rank of a location.
   *
   * @param id the location
   * @return its index in rank order
   * @throws UnknownReferenceException with {@code UNKNOWN_LOCATION} if there is no such location
   */
  public int rankOf(LocationId id) {
    for (int rank = 0; rank < byRank.size(); rank++) {
      if (byRank.get(rank).id().equals(id)) {
        return rank;
      }
    }
    throw new UnknownReferenceException(
        ErrorCode.UNKNOWN_LOCATION,
        "location must be one of %d known ones: %s".formatted(byRank.size(), id),
        Facts.of("location", id));
  }

  /**
   * Returns the location of a rank.
   *
   * @param rank the index in rank order
   * @return the location
   */
  public Location at(int rank) {
    return byRank.get(rank);
  }

  /**
   * Tells whether a location may serve an order.
   *
   * @param rank the location's index in rank order
   * @param channel the order's channel, or empty
   * @return true if it may
   */
  public boolean serves(int rank, Optional<ChannelId> channel) {
    return byRank.get(rank).serves(channel);
  }
}
