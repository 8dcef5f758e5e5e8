package io.backorder.model;

import io.backorder.model.Books.Claim;
import io.backorder.model.Books.Line;
import io.backorder.model.Books.Sale;
import io.backorder.model.Floor.Spot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The one step that gives free units to who waits. Items come in the order of the document, which
 * the text leaves open. An order that is filled whole is decided where it stands in the queue of the
 * item that is being served: whether all its units are there, and elsewhere those that the lines before
 * it leave; it is tried out on a copy of the books. In the end the items are gone through again until
 * nobody gets anything.
 */
record Allocation(Floor floor, Diary diary) {

  /** Units at a place for a claim. */
  private record Gift(String line, long arrival, String location, long units) {}

  void allocate(Collection<String> skus) {
    Set<String> touched = new LinkedHashSet<>(skus);
    for (String sku : skus) {
      serve(sku, touched);
    }
    boolean whole = floor.books().sales.stream().anyMatch(Sale::isWhole);
    for (boolean more = whole; more; ) {
      more = false;
      for (String sku : List.copyOf(touched)) {
        more |= serve(sku, touched);
      }
    }
  }

  private boolean serve(String sku, Set<String> touched) {
    Set<String> out = new HashSet<>();
    for (Sale sale : floor.books().sales) {
      if (sale.isWhole() && !sale.waiting(sku).isEmpty() && !fits(sale, sku)) {
        out.add(sale.id);
      }
    }
    List<Gift> gifts = gifts(floor, sku, spot -> !out.contains(spot.line().sale.id));
    for (String late = firstNotWhole(sku, gifts); late != null; late = firstNotWhole(sku, gifts)) {
      out.add(late);
      gifts = gifts(floor, sku, spot -> !out.contains(spot.line().sale.id));
    }
    Set<String> done = new HashSet<>();
    for (Gift gift : gifts) {
      Sale sale = line(floor, gift.line).sale;
      if (!sale.isWhole()) {
        hand(floor, diary, gift);
      } else if (done.add(sale.id)) {
        fillWhole(sale, sku, gifts, touched);
      }
    }
    return !gifts.isEmpty();
  }

  private void fillWhole(Sale sale, String sku, List<Gift> gifts, Set<String> touched) {
    List<Gift> all = new ArrayList<>(gifts);
    for (String other : elsewhere(sale, sku)) {
      List<Gift> before = gifts(floor, other, spot -> isBefore(spot, sale));
      before.forEach(gift -> hand(floor, diary, gift));
      if (holdIsOver(other)) {
        touched.add(other);
      }
      all.addAll(gifts(floor, other, spot -> spot.line().sale == sale));
    }
    for (Line line : sale.lines) {
      all.stream()
          .filter(gift -> gift.line.equals(line.id()))
          .forEach(gift -> hand(floor, diary, gift));
    }
  }

  /** What holds have left, and nobody has touched since, goes to who waits. */
  private boolean holdIsOver(String sku) {
    return floor.books().carts.stream()
        .filter(cart -> cart.state == Books.CartState.OPEN && !cart.isLive(floor.books().now))
        .flatMap(cart -> cart.baskets.stream())
        .anyMatch(basket -> basket.ask().sku().equals(sku) && basket.units() > 0);
  }

  private static Set<String> elsewhere(Sale sale, String sku) {
    Set<String> others = new LinkedHashSet<>();
    sale.lines.forEach(line -> others.add(line.sku()));
    others.removeIf(other -> other.equals(sku) || sale.waiting(other).isEmpty());
    return others;
  }

  private Floor copy() {
    return new Floor(floor.shop(), floor.books().copy());
  }

  private boolean fits(Sale sale, String sku) {
    Floor tried = copy();
    Sale twin = tried.sale(sale.id);
    return takesAll(tried, twin, sku) && takesElsewhere(tried, twin, sku);
  }

  private static boolean takesElsewhere(Floor tried, Sale twin, String sku) {
    for (String other : elsewhere(twin, sku)) {
      gifts(tried, other, spot -> isBefore(spot, twin))
          .forEach(gift -> hand(tried, new Diary(), gift));
      if (!takesAll(tried, twin, other)) {
        return false;
      }
    }
    return true;
  }

  /** Takes for each line of an order all that it waits for, unless it is not there. */
  private static boolean takesAll(Floor tried, Sale sale, String sku) {
    for (Line line : sale.waiting(sku)) {
      long wanted = line.waiting();
      if (tried.reachable(sku, sale.terms.channel()) < wanted) {
        return false;
      }
      for (Floor.Source source : tried.sources(sku, sale.terms.channel(), wanted)) {
        long left = source.units();
        for (Claim claim : line.claims) {
          long taken = Math.min(left, claim.waiting);
          left -= taken;
          hand(tried, new Diary(), new Gift(line.id(), claim.arrival, source.location(), taken));
        }
      }
    }
    return true;
  }

  /** Who stands before the best place of an order, and is filled without regard to other items. */
  private static boolean isBefore(Spot spot, Sale sale) {
    return !spot.line().sale.isWhole()
        && sale.waiting(spot.line().sku()).stream()
            .flatMap(line -> line.claims.stream())
            .filter(claim -> claim.waiting > 0)
            .noneMatch(claim ->
                spot.claims().stream().noneMatch(each -> Floor.BY_PLACE.compare(each, claim) < 0));
  }

  @org.jspecify.annotations.Nullable
  private String firstNotWhole(String sku, List<Gift> gifts) {
    Floor tried = copy();
    Set<String> seen = new HashSet<>();
    for (Gift gift : gifts) {
      Sale twin = line(tried, gift.line).sale;
      if (twin.isWhole() && seen.add(twin.id)) {
        long given = gifts.stream()
            .filter(each -> line(tried, each.line).sale == twin)
            .mapToLong(each -> each.units)
            .sum();
        long needed = twin.waiting(sku).stream().mapToLong(Line::waiting).sum();
        if (given < needed || !takesElsewhere(tried, twin, sku)) {
          return twin.id;
        }
      }
    }
    return null;
  }

  private static Line line(Floor where, String id) {
    return where.books().sales.stream()
        .flatMap(sale -> sale.lines.stream())
        .filter(line -> line.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What the policy gives to some of who waits, found on a copy of the books. */
  private static List<Gift> gifts(Floor where, String sku, Predicate<Spot> some) {
    Floor tried = new Floor(where.shop(), where.books().copy());
    List<Spot> real = where.queue(sku);
    List<Spot> twins = tried.queue(sku);
    List<Spot> queue = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      if (some.test(real.get(i))) {
        queue.add(twins.get(i));
      }
    }
    List<Gift> gifts = new ArrayList<>();
    if (where.shop().policy().isSharing()) {
      share(tried, sku, queue, gifts);
    } else {
      for (Spot spot : queue) {
        give(tried, spot, sources(tried, spot, tried.admissible(spot)), gifts);
      }
    }
    return gifts;
  }

  private static void share(Floor tried, String sku, List<Spot> queue, List<Gift> gifts) {
    for (Sharing.Give give : new Sharing(tried, sku, queue).gives()) {
      List<Floor.Source> finds = new ArrayList<>();
      give.finds().forEach((place, units) -> finds.add(new Floor.Source(place, units)));
      give(
          tried,
          give.spot(),
          finds.isEmpty() ? sources(tried, give.spot(), give.units()) : finds,
          gifts);
    }
  }

  private static List<Floor.Source> sources(Floor tried, Spot spot, long units) {
    return tried.sources(spot.line().sku(), spot.line().sale.terms.channel(), units);
  }

  private static void give(Floor tried, Spot spot, List<Floor.Source> sources, List<Gift> gifts) {
    for (Floor.Source source : sources) {
      long left = source.units();
      for (Claim claim : spot.claims()) {
        long taken = Math.min(left, claim.waiting);
        left -= taken;
        Gift gift = new Gift(spot.line().id(), claim.arrival, source.location(), taken);
        hand(tried, new Diary(), gift);
        if (taken > 0) {
          gifts.add(gift);
        }
      }
    }
  }

  private static void hand(Floor where, Diary diary, Gift gift) {
    Line line = line(where, gift.line);
    for (Claim claim : line.claims) {
      if (claim.arrival == gift.arrival && gift.units > 0) {
        claim.waiting -= gift.units;
        claim.reserved.merge(gift.location, gift.units, Long::sum);
        diary.granted(line, claim, gift.location, gift.units);
      }
    }
  }
}
