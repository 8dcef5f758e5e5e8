package io.backorder.reallocation;

import io.backorder.allocation.Guard;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.rationing.Quota;
import io.backorder.rationing.QuotaBucket;
import io.backorder.rationing.Quotas;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small worlds for runs: few lines that want the same units, so that every rule has to decide. */
final class Worlds {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  /** The units of each item that lines may gain together where they are guarded. */
  static final long QUOTA = 4;

  /** The units that a line may gain where it is guarded. */
  static final long MOST_AT_ONCE = 3;

  private static final Guard GUARD = Quotas.of(
          terms -> Optional.of("all"),
          List.of(new QuotaBucket(
              QuotaBucket.Time.of(NOON, NOON.plusSeconds(9)),
              QuotaBucket.Spill.NONE,
              List.of(Quota.of("all", Quantity.of(QUOTA))))))
      .and((line, usable) -> usable.min(Quantity.of(MOST_AT_ONCE)));

  private static final ConfirmationStrategy[] STRATEGIES = ConfirmationStrategy.values();
  private static final List<String> CHANNELS = List.of("web", "shop");

  private final Random random;
  private final Kind kind;
  private final List<Location> locations = new ArrayList<>();
  private final Set<OrderId> orders = new LinkedHashSet<>();
  private int arrivals;

  private Worlds(Random random, Kind kind) {
    this.random = random;
    this.kind = kind;
  }

  /** What worlds hold. */
  enum Kind {

    /** One location, one item, lines delivered in part. */
    PLAIN,

    /** One item with everything. */
    ONE_ITEM,

    /** One item, sold singly, of which more may be confirmed than is there. */
    OVERCONFIRMED,

    /** One item whose lot was changed since lines were ordered. */
    LOT_CHANGED,

    /** Two items, with orders that are delivered complete over both. */
    TWO_ITEMS,

    /** The same, under a quota and a guard that limits each line. */
    GUARDED
  }

  /** A snapshot and what is to be done with it. */
  record World(ReallocationSnapshot snapshot, ReallocationRules rules) {

    ReallocationPlan plan() {
      return Reallocation.run(snapshot, rules);
    }

    /** The world in full, for whoever looks for a mistake. */
    String shown() {
      StringBuilder text = new StringBuilder(rules.orders() + " frozen " + rules.frozen());
      for (ReallocationSnapshot.Item item : snapshot.items()) {
        text.append("\n")
            .append(item.sku())
            .append(" lot ")
            .append(item.supply().lot());
        text.append(" buffer ").append(item.supply().buffer());
        for (int rank = 0; rank < item.supply().locations().size(); rank++) {
          text.append(" ").append(item.supply().locations().get(rank));
          text.append(":").append(item.supply().units(rank));
        }
        for (OpenLine line : item.lines()) {
          text.append("\n  ").append(line).append(line.confirmedAt()).append(line.terms());
        }
      }
      return text.toString();
    }
  }

  static Arbitrary<World> of(Kind kind) {
    return Arbitraries.randomValue(random -> new Worlds(random, kind).world());
  }

  private World world() {
    int places = kind == Kind.PLAIN ? 1 : 1 + random.nextInt(3);
    for (int i = 0; i < places; i++) {
      locations.add(location("L" + i));
    }
    List<ReallocationSnapshot.Item> items = new ArrayList<>();
    items.add(item("A"));
    if (kind == Kind.TWO_ITEMS || kind == Kind.GUARDED) {
      items.add(item("B"));
    }
    return new World(new ReallocationSnapshot(NOON, items), rules(items));
  }

  private Location location(String name) {
    Location location = Location.of(name);
    if (kind == Kind.PLAIN) {
      return location;
    }
    int choice = random.nextInt(8);
    Location serving = choice < 2 ? location.serving(ChannelId.of(CHANNELS.get(choice))) : location;
    return choice == 7 ? serving.inactive() : serving;
  }

  private ReallocationSnapshot.Item item(String name) {
    boolean isSingle = kind == Kind.PLAIN || kind == Kind.OVERCONFIRMED;
    long lot = isSingle || random.nextInt(3) > 0 ? 1 : 2;
    List<OpenLine> lines = new ArrayList<>();
    long[] units = new long[locations.size()];
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      OpenLine line = line(name, i, kind == Kind.LOT_CHANGED ? 1 : lot);
      for (int rank = 0; rank < units.length; rank++) {
        units[rank] +=
            ReallocationPlan.units(line.confirmedAt(), locations.get(rank).id());
      }
      lines.add(line);
    }
    for (int rank = 0; rank < units.length; rank++) {
      long lost = kind == Kind.OVERCONFIRMED ? random.nextInt(6) : 0;
      units[rank] = Math.max(0, units[rank] + random.nextInt(6) - lost);
    }
    ReallocationSnapshot.Supply supply = ReallocationSnapshot.Supply.of(locations, units)
        .inLotsOf(Quantity.of(lot))
        .withholding(Quantity.of(random.nextInt(3) == 0 ? random.nextInt(4) : 0))
        .guardedBy(kind == Kind.GUARDED ? GUARD : Guard.none(), Map.of());
    return new ReallocationSnapshot.Item(Sku.of(name), 7, supply, lines);
  }

  private OpenLine line(String item, int number, long lot) {
    long request = lot * (1 + random.nextInt(6));
    OrderTerms terms = kind == Kind.PLAIN ? OrderTerms.standard() : terms();
    boolean isWholeOrder = terms.delivery() == DeliveryRule.COMPLETE_ORDER;
    OrderLineId id = OrderLineId.of(isWholeOrder ? "WHOLE" : item + number, item + number);
    orders.add(id.order());
    OpenLine line = OpenLine.of(
            id, PlaceInLine.ranked(++arrivals, random.nextInt(2)), Quantity.of(request))
        .on(terms)
        .having(confirmed(terms, request, lot));
    return random.nextInt(3) == 0 ? line.dueBy(TODAY.plusDays(random.nextInt(4) - 1)) : line;
  }

  private OrderTerms terms() {
    OrderTerms terms = OrderTerms.standard();
    int choice = random.nextInt(6);
    if (choice == 0) {
      return terms.withDelivery(DeliveryRule.COMPLETE_ORDER);
    } else if (choice == 1) {
      terms = terms.withDelivery(DeliveryRule.COMPLETE_LINE);
    } else if (choice == 2) {
      terms = terms.shippingAtLeast(Quantity.of(1 + random.nextInt(4)));
    }
    int channel = random.nextInt(4);
    return channel < 2 ? terms.through(ChannelId.of(CHANNELS.get(channel))) : terms;
  }

  private Map<LocationId, Quantity> confirmed(OrderTerms terms, long request, long lot) {
    long units = switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> request;
      default -> lot * random.nextInt((int) (request / lot) + 1);
    };
    Map<LocationId, Quantity> at = new TreeMap<>();
    while (units > 0) {
      Location location = locations.get(random.nextInt(locations.size()));
      // now and then units lie where the line is not served any more
      boolean mayBeElsewhere = terms.delivery() == DeliveryRule.PARTIAL;
      if (location.serves(terms.channel()) || (mayBeElsewhere && random.nextInt(4) == 0)) {
        long here = random.nextBoolean() ? units : lot;
        at.merge(location.id(), Quantity.of(here), Quantity::plus);
        units -= here;
      } else if (random.nextInt(4) == 0) {
        return at;
      }
    }
    return at;
  }

  private ReallocationRules rules(List<ReallocationSnapshot.Item> items) {
    ReallocationRules.Builder rules = ReallocationRules.builder();
    for (OrderId order : orders) {
      if (random.nextInt(6) > 0) {
        rules.order(order, STRATEGIES[random.nextInt(STRATEGIES.length)]);
      }
    }
    for (ReallocationSnapshot.Item item : items) {
      for (OpenLine line : item.lines()) {
        if (random.nextInt(10) == 0) {
          rules.frozen(line.id());
        }
      }
    }
    return rules.build();
  }
}
