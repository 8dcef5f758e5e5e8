package io.backorder.examples.benchmarks;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.OpenLine;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.reallocation.ReallocationSnapshot;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Open lines of many items, of which two thirds of the units are there: who came first has them. Half of
 * the orders are named with a strategy, so that units change hands in every item.
 */
final class PromisedLines {

  private static final Location MAIN = Location.of("MAIN");
  private static final LocationId AT = MAIN.id();
  private static final ConfirmationStrategy[] STRATEGIES = ConfirmationStrategy.values();

  private final ReallocationSnapshot snapshot;
  private final ReallocationRules rules;

  private PromisedLines(ReallocationSnapshot snapshot, ReallocationRules rules) {
    this.snapshot = snapshot;
    this.rules = rules;
  }

  /**
   * A line and its item, as a plain program would sort them.
   *
   * @param sku the item
   * @param line the line
   */
  record Entry(Sku sku, OpenLine line) {

    static final Comparator<Entry> BY_ITEM_AND_PLACE =
        Comparator.comparing(Entry::sku).thenComparing(each -> each.line.place());
  }

  static PromisedLines of(int lines, int items) {
    Random random = new Random(42);
    ReallocationRules.Builder rules = ReallocationRules.builder();
    List<ReallocationSnapshot.Item> all = new ArrayList<>(items);
    int perItem = lines / items;
    for (int item = 0; item < items; item++) {
      List<OpenLine> its = new ArrayList<>(perItem);
      long left = 2L * perItem;
      for (int i = 0; i < perItem; i++) {
        OpenLine line = line(item * perItem + i, i, random);
        long has = Math.min(left, line.open().units());
        left -= has;
        its.add(has == 0 ? line : line.having(Map.of(AT, Quantity.of(has))));
        if (random.nextBoolean()) {
          rules.order(line.id().order(), STRATEGIES[random.nextInt(STRATEGIES.length)]);
        }
      }
      ReallocationSnapshot.Supply supply =
          ReallocationSnapshot.Supply.of(List.of(MAIN), 2L * perItem);
      all.add(new ReallocationSnapshot.Item(Sku.of("SKU-" + item), 1, supply, its));
    }
    return new PromisedLines(new ReallocationSnapshot(Instant.EPOCH, all), rules.build());
  }

  private static OpenLine line(int number, int place, Random random) {
    OrderLineId id = new OrderLineId(OrderId.of("O-" + number), "1");
    return OpenLine.of(
        id, PlaceInLine.ranked(place + 1L, random.nextInt(4)), Quantity.of(1 + random.nextInt(5)));
  }

  ReallocationSnapshot snapshot() {
    return snapshot;
  }

  ReallocationRules rules() {
    return rules;
  }

  /** The lines in no order. */
  Entry[] shuffled() {
    List<Entry> entries = new ArrayList<>();
    for (ReallocationSnapshot.Item item : snapshot.items()) {
      item.lines().forEach(line -> entries.add(new Entry(item.sku(), line)));
    }
    Collections.shuffle(entries, new Random(7));
    return entries.toArray(Entry[]::new);
  }
}
