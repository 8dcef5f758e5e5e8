package io.backorder.model;

import java.util.List;

/** The given of a history: places, items, and who comes first. */
public record Shop(Policy policy, Sourcing sourcing, List<Place> places, List<Item> items) {

  public enum Policy {
    FIFO,
    PRIORITY,
    DUE_DATE,
    SMALLEST_FIRST,
    COMPLETE_LINES,
    FAIR_SHARE,
    EQUAL_LOSSES,
    PROPORTIONAL;

    /** Whether units are shared out one by one, instead of one line after the other. */
    public boolean isSharing() {
      return this == FAIR_SHARE || this == EQUAL_LOSSES || this == PROPORTIONAL;
    }
  }

  public enum Sourcing {
    RANK,
    MOST_FREE,
    FEWEST_PARCELS
  }

  /** A location; one without channels serves every channel. */
  public record Place(String id, Trade trade, List<String> channels) {

    public static Place open(String id, String... channels) {
      return new Place(id, Trade.ACTIVE, List.of(channels));
    }

    /** An order without a channel may draw on every active location. */
    boolean serves(String channel) {
      return trade == Trade.ACTIVE
          && (channels.isEmpty() || channel.isEmpty() || channels.contains(channel));
    }
  }

  public enum Trade {
    ACTIVE,
    INACTIVE
  }

  /** The terms of an item; the limit counts for {@code LIMITED} alone. */
  public record Item(String sku, Allowance allowance, long limit, Keeping keeping) {

    public static Item standard(String sku) {
      return new Item(sku, Allowance.UNLIMITED, 0, new Keeping(Stock.TRACKED, 0, 1));
    }

    public Item refused() {
      return new Item(sku, Allowance.REFUSED, 0, keeping);
    }

    public Item limited(long most) {
      return new Item(sku, Allowance.LIMITED, most, keeping);
    }

    public Item asAnnounced() {
      return new Item(sku, Allowance.INBOUND, 0, keeping);
    }

    public Item buffered(long buffer) {
      return new Item(sku, allowance, limit, new Keeping(keeping.stock, buffer, keeping.lot));
    }

    public Item inLotsOf(long lot) {
      return new Item(sku, allowance, limit, new Keeping(keeping.stock, keeping.buffer, lot));
    }

    public Item untracked() {
      Keeping untracked = new Keeping(Stock.UNTRACKED, keeping.buffer, keeping.lot);
      return new Item(sku, allowance, limit, untracked);
    }

    boolean isTracked() {
      return keeping.stock == Stock.TRACKED;
    }
  }

  public enum Allowance {
    UNLIMITED,
    REFUSED,
    LIMITED,
    INBOUND
  }

  public enum Stock {
    TRACKED,
    UNTRACKED
  }

  public record Keeping(Stock stock, long buffer, long lot) {}

  /** Returns this shop with another policy. */
  public Shop under(Policy other) {
    return new Shop(other, sourcing, places, items);
  }

  Item item(String sku) {
    return items.stream()
        .filter(item -> item.sku.equals(sku))
        .findFirst()
        .orElse(Item.standard(sku));
  }

  boolean has(String location) {
    return places.stream().anyMatch(place -> place.id.equals(location));
  }
}
