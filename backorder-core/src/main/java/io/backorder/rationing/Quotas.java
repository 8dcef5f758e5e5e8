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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The guard that holds groups to their quotas, in stretches of time that follow each other.
 *
 * <p>Units count against the group of the order that they are granted to, in the stretch in which they
 * are granted; units that are released or lost are given back in the stretch in which that happens, at
 * most as many as were granted there. Shipped units stay counted. An order of no group, or of one
 * without a quota, is not capped, nor is anybody outside all stretches. Nothing happens at the beginning
 * or the end of a stretch by itself: who waits is served by the next document that touches the item.
 *
 * <p>This type is immutable, and thread-safe if the function is.
 */
public final class Quotas implements Guard {

  private final Function<OrderTerms, Optional<String>> groupOf;
  private final List<QuotaTree> trees;

  private Quotas(Function<OrderTerms, Optional<String>> groupOf, List<QuotaTree> trees) {
    this.groupOf = groupOf;
    this.trees = trees;
  }

  /**
   * Returns the guard of quotas.
   *
   * @param groupOf the group of an order: its channel, a group or region of its customer; a pure
   *     function
   * @param buckets the quotas of each stretch of time
   * @return the guard
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if two stretches overlap
   */
  public static Quotas of(
      Function<OrderTerms, Optional<String>> groupOf, List<QuotaBucket> buckets) {
    requireNonNull(groupOf, "groupOf");
    List<QuotaBucket> byTime = buckets.stream()
        .sorted(Comparator.comparing((QuotaBucket bucket) -> bucket.time().from()))
        .toList();
    for (int i = 1; i < byTime.size(); i++) {
      QuotaBucket.Time before = byTime.get(i - 1).time();
      QuotaBucket.Time next = byTime.get(i).time();
      if (next.from().isBefore(before.until())) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "buckets must not overlap: one until %s, the next from %s"
                .formatted(before.until(), next.from()),
            Facts.of("asked", next.from()).and("allowed", before.until()));
      }
    }
    return new Quotas(groupOf, byTime.stream().map(QuotaTree::new).toList());
  }

  @Override
  public Quantity allowed(WaitingLine line, Quantity usable) {
    return usable;
  }

  private Optional<QuotaTree> at(Instant now) {
    return trees.stream().filter(tree -> tree.holds(now)).findFirst();
  }

  @Override
  public List<Pools> pools(Situation situation) {
    return at(situation.now()).map(tree -> List.of(pools(tree, situation))).orElse(List.of());
  }

  private Pools pools(QuotaTree tree, Situation situation) {
    long[] left = tree.left(situation);
    long[] units = Arrays.copyOf(left, left.length + 1);
    units[left.length] = Long.MAX_VALUE; // of those whom no quota concerns
    return Pools.of(
        units,
        terms ->
            groupOf.apply(terms).filter(tree::has).map(tree::pathOf).orElse(List.of(left.length)));
  }

  @Override
  public List<Tally> tallies(Sku sku, OrderTerms terms, Instant now) {
    return at(now)
        .flatMap(tree -> groupOf.apply(terms).filter(tree::has).map(tree::tally))
        .map(List::of)
        .orElse(List.of());
  }

  @Override
  public List<Limit> limits(Situation situation, OrderTerms terms) {
    return at(situation.now())
        .flatMap(tree -> groupOf.apply(terms).filter(tree::has).map(tree.capIn(situation)))
        .map(cap -> List.<Limit>of(cap))
        .orElse(List.of());
  }

  @Override
  public Guard raised(Limit.Cap cap, Quantity by) {
    return new Quotas(groupOf, trees.stream().map(tree -> tree.raised(cap, by)).toList());
  }

  @Override
  public String toString() {
    return "quotas in %d buckets".formatted(trees.size());
  }
}
