package io.backorder.rationing;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.Guard;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The guard that keeps protected units for their groups.
 *
 * <p>What a group takes comes out of its own protection first, so that nobody else's units change by
 * it. Where less is there than is protected, the groups named first have their protection first. A
 * protection ends with its time; who waits is then served by the next document that touches the item.
 *
 * <p>This type is immutable, and thread-safe if the function is.
 */
public final class Protections implements Guard {

  private static final int SHARED = 0;

  private final Function<OrderTerms, Optional<String>> groupOf;
  private final Reach reach;
  private final List<Protection> protections;

  private Protections(
      Function<OrderTerms, Optional<String>> groupOf, Reach reach, List<Protection> protections) {
    this.groupOf = groupOf;
    this.reach = reach;
    this.protections = protections;
  }

  /** Against whom a protection holds. */
  public enum Reach {

    /** Against everybody else. */
    EVERYBODY,

    /** Against the groups named later, and those that are not named; earlier ones may take the units. */
    LESS_IMPORTANT
  }

  /**
   * Returns the guard of protections.
   *
   * @param groupOf the group of an order; a pure function
   * @param reach against whom they hold
   * @param protections the protections, most important group first
   * @return the guard
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if two of one group overlap in time
   */
  public static Protections of(
      Function<OrderTerms, Optional<String>> groupOf, Reach reach, List<Protection> protections) {
    requireNonNull(groupOf, "groupOf");
    requireNonNull(reach, "reach");
    List<Protection> copy = List.copyOf(protections);
    for (int i = 0; i < copy.size(); i++) {
      for (Protection other : copy.subList(0, i)) {
        requireApart(other, copy.get(i));
      }
    }
    return new Protections(groupOf, reach, copy);
  }

  private static void requireApart(Protection one, Protection other) {
    boolean apart = !one.from().isBefore(other.until()) || !other.from().isBefore(one.until());
    if (one.group().equals(other.group()) && !apart) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "protections of %s must not overlap: one until %s, another from %s"
              .formatted(one.group(), one.until(), other.from()),
          Facts.of("group", one.group()).and("asked", other.from()).and("allowed", one.until()));
    }
  }

  @Override
  public Quantity allowed(WaitingLine line, Quantity usable) {
    return usable;
  }

  private List<Protection> at(Instant now) {
    return protections.stream().filter(each -> each.holds(now)).toList();
  }

  private static Tally tally(Protection protection) {
    return new Tally("protection " + protection.group(), protection.from());
  }

  @Override
  public List<Pools> pools(Situation situation) {
    List<Protection> now = at(situation.now());
    if (now.isEmpty()) {
      return List.of();
    }
    long[] units = units(now, situation);
    return List.of(Pools.of(units, terms -> path(now, groupOf.apply(terms))));
  }

  /** What is everybody's, and what is kept under each protection. */
  private static long[] units(List<Protection> now, Situation situation) {
    long[] units = new long[now.size() + 1];
    long left = situation.usable().units();
    for (int i = 0; i < now.size(); i++) {
      Protection each = now.get(i);
      long open = Math.max(0, each.least().units() - situation.taken(tally(each)));
      units[i + 1] = Math.min(open, left);
      left -= units[i + 1];
    }
    units[SHARED] = left;
    return units;
  }

  /** Its own units, what is everybody's, and those of less important groups, the least first. */
  private List<Integer> path(List<Protection> now, Optional<String> group) {
    List<Integer> path = new ArrayList<>(List.of(SHARED));
    for (int i = 0; i < now.size(); i++) {
      if (group.equals(Optional.of(now.get(i).group()))) {
        path.add(0, i + 1);
        for (int later = now.size(); later > i + 1 && reach == Reach.LESS_IMPORTANT; later--) {
          path.add(later);
        }
      }
    }
    return path;
  }

  @Override
  public List<Tally> tallies(Sku sku, OrderTerms terms, Instant now) {
    Optional<String> group = groupOf.apply(terms);
    return at(now).stream()
        .filter(each -> group.equals(Optional.of(each.group())))
        .map(Protections::tally)
        .toList();
  }

  /** The units of every other group that the order may not take, as far as they are there. */
  @Override
  public List<Limit> limits(Situation situation, OrderTerms terms) {
    List<Protection> now = at(situation.now());
    long[] units = units(now, situation);
    List<Integer> mine = path(now, groupOf.apply(terms));
    List<Limit> limits = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      if (units[i + 1] > 0 && !mine.contains(i + 1)) {
        limits.add(new Limit.KeptFor(now.get(i).group(), Quantity.of(units[i + 1])));
      }
    }
    return limits;
  }

  @Override
  public String toString() {
    return "%d protections".formatted(protections.size());
  }
}
