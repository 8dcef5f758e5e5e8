package io.backorder.examples.benchmarks;

import java.util.Arrays;

/**
 * A normal day: one thread's orders, cancellations, shipments and receipts over many items, some far
 * more wanted than others. Of the thread's last 1,024 orders a random one is cancelled or shipped; one
 * that was cancelled or shipped before, or of which nothing was reserved when it was to be shipped,
 * gives way to the next.
 */
final class LongTail {

  static final int STOCK = 20;
  private static final int RECENT = 1024;
  private static final double EXPONENT = 1.1;

  private final String[] skus;
  private final Kind[] kinds;
  private final int[] items;
  private final int[] numbers;
  private final String[] documents;
  private final String[] recent = new String[RECENT];
  private final boolean[] closed = new boolean[RECENT];
  private final long[] reserved = new long[RECENT];
  private int placed;

  private LongTail(String[] skus, int operations) {
    this.skus = skus;
    this.kinds = new Kind[operations];
    this.items = new int[operations];
    this.numbers = new int[operations];
    this.documents = new String[operations];
  }

  static String[] skus(int count) {
    String[] skus = new String[count];
    Arrays.setAll(skus, i -> "SKU-" + (1_000_000 + i));
    return skus;
  }

  static Generator.Zipf demand(int skus) {
    return Generator.Zipf.of(skus, EXPONENT);
  }

  static LongTail of(String[] skus, Generator.Zipf demand, int thread, int operations) {
    LongTail day = new LongTail(skus, operations);
    Generator generator = new Generator(1000 + thread);
    Generator texts = new Generator(9 + thread);
    for (int i = 0; i < operations; i++) {
      Kind kind = Kind.of(generator.below(10));
      day.kinds[i] = kind;
      day.items[i] = demand.draw(generator);
      day.numbers[i] = generator.below(kind.bound);
      day.documents[i] = texts.text();
    }
    return day;
  }

  /** Takes the opening stock of every item in. */
  static void open(Shop shop, String[] skus) {
    for (String sku : skus) {
      shop.receive("opening " + sku, sku, STOCK);
    }
  }

  /** Does what the day brings and returns the units reserved at once. */
  long live(Shop.WithAfterSales shop) {
    long units = 0;
    for (int i = 0; i < kinds.length; i++) {
      units += kinds[i].step(this, shop, i);
    }
    return units;
  }

  private long place(Shop shop, int i) {
    long units = shop.place(documents[i], skus[items[i]], 1 + numbers[i]);
    int slot = placed++ % RECENT;
    recent[slot] = documents[i];
    closed[slot] = false;
    reserved[slot] = units;
    return units;
  }

  /** The first slot from a random one on whose order is still open, and holds enough, or -1. */
  private int find(int start, long atLeast) {
    int filled = Math.min(placed, RECENT);
    for (int i = 0; i < filled; i++) {
      int slot = (start + i) % filled;
      if (!closed[slot] && reserved[slot] >= atLeast) {
        return slot;
      }
    }
    return -1;
  }

  private void cancel(Shop.WithAfterSales shop, int i) {
    int slot = find(numbers[i], 0);
    if (slot >= 0) {
      closed[slot] = true;
      shop.cancel(documents[i], recent[slot]);
    }
  }

  private void ship(Shop.WithAfterSales shop, int i) {
    int slot = find(numbers[i], 1);
    if (slot >= 0) {
      closed[slot] = true;
      shop.ship(documents[i], recent[slot]);
    }
  }

  int size() {
    return kinds.length;
  }

  /** What is done: six times in ten an order, once a cancellation, twice a shipment, once a receipt. */
  private enum Kind {
    PLACE(5) {
      @Override
      long step(LongTail day, Shop.WithAfterSales shop, int i) {
        return day.place(shop, i);
      }
    },
    CANCEL(RECENT) {
      @Override
      long step(LongTail day, Shop.WithAfterSales shop, int i) {
        day.cancel(shop, i);
        return 0;
      }
    },
    SHIP(RECENT) {
      @Override
      long step(LongTail day, Shop.WithAfterSales shop, int i) {
        day.ship(shop, i);
        return 0;
      }
    },
    RECEIVE(29) {
      @Override
      long step(LongTail day, Shop.WithAfterSales shop, int i) {
        shop.receive(day.documents[i], day.skus[day.items[i]], 1 + day.numbers[i]);
        return 0;
      }
    };

    private final int bound;

    Kind(int bound) {
      this.bound = bound;
    }

    abstract long step(LongTail day, Shop.WithAfterSales shop, int i);

    static Kind of(int tenth) {
      if (tenth < 6) {
        return PLACE;
      } else if (tenth < 7) {
        return CANCEL;
      }
      return tenth < 9 ? SHIP : RECEIVE;
    }
  }
}
