package io.backorder.stock;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A place where units lie, and whom it serves.
 *
 * <p>An active location without channels serves every order. A location with channels serves the
 * orders of those channels alone. An inactive location serves nobody: units there are on hand and
 * can be counted, adjusted and moved, and are available to no order. This type is immutable and
 * thread-safe.
 */
public final class Location {

  private final LocationId id;
  private final Set<ChannelId> channels;
  private final boolean active;

  private Location(LocationId id, Set<ChannelId> channels, boolean active) {
    this.id = id;
    this.channels = channels;
    this.active = active;
  }

  /**
   * Returns an active location that serves every order.
   *
   * @param id the name, which keeps the rule of {@link Identifiers}
   * @return the location
   */
  public static Location of(String id) {
    return new Location(LocationId.of(id), Set.of(), true);
  }

  /**
   * Returns this location, serving the given channels alone.
   *
   * @param served the channels; none means every channel
   * @return the location
   */
  public Location serving(ChannelId... served) {
    Set<ChannelId> kept = new LinkedHashSet<>(); // keeps the order given, for whoever reads it
    for (ChannelId channel : requireNonNull(served, "served")) {
      kept.add(requireNonNull(channel, "channel"));
    }
    return new Location(id, Collections.unmodifiableSet(kept), active);
  }

  /**
   * Returns this location, serving nobody.
   *
   * @return the location
   */
  public Location inactive() {
    return new Location(id, channels, false);
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public LocationId id() {
    return id;
  }

  /**
   * Returns the channels that this location is kept for.
   *
   * @return the channels; empty if it serves every channel
   */
  public Set<ChannelId> channels() {
    return channels;
  }

  /**
   * Tells whether units here may be sold.
   *
   * @return true unless the location is inactive
   */
  public boolean isActive() {
    return active;
  }

  /**
   * Tells whether an order of the given channel may draw on this location.
   *
   * @param channel the order's channel; empty for an order without one, which any active location
   *     serves
   * @return true if it may
   */
  public boolean serves(Optional<ChannelId> channel) {
    requireNonNull(channel, "channel");
    return active
        && (channels.isEmpty() || channel.isEmpty() || channels.contains(channel.orElseThrow()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Location that
        && id.equals(that.id)
        && channels.equals(that.channels)
        && active == that.active;
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, channels, active);
  }

  @Override
  public String toString() {
    return id + (active ? "" : " (inactive)") + (channels.isEmpty() ? "" : " for " + channels);
  }
}
