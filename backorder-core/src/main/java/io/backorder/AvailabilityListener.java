package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;

/** Hears what a channel may list, whenever that changes; an {@link AvailabilityFeed} tells it. */
@FunctionalInterface
public interface AvailabilityListener {

  /**
   * Called once for each change of what a channel may list.
   *
   * @param listing what the channel may list from now on
   */
  void onChange(Listing listing);

  /**
   * What a channel may list of an item: what a new order through it would get from the shelf, once
   * everybody who waits has been served.
   *
   * @param sku the item
   * @param channel the channel
   * @param quantity the units, or whole kits
   * @param version the item's version when it was read, by which a receiver tells old from new
   */
  record Listing(Sku sku, ChannelId channel, Quantity quantity, long version) {

    /** Rejects missing parts. */
    public Listing {
      requireNonNull(sku, "sku");
      requireNonNull(channel, "channel");
      requireNonNull(quantity, "quantity");
    }

    @Override
    public String toString() {
      return "%s may list %s of %s".formatted(channel, quantity, sku);
    }
  }
}
