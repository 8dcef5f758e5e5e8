package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Adds movements of money up to the sums of a currency at several instants. They may come in any order, so that
 * {@link RevenueJournal#read} can tell it of a year that does not fit into memory.
 *
 * <p>This type is mutable and not thread-safe.
 */
public final class RevenueCurve implements Consumer<RevenueEntry> {

  private final NavigableMap<Instant, RevenueAccount> moved;
  private final RevenueAccount empty;

  private RevenueCurve(NavigableMap<Instant, RevenueAccount> moved, RevenueAccount empty) {
    this.moved = moved;
    this.empty = empty;
  }

  /**
   * Returns a curve of nothing yet.
   *
   * @param currency the currency
   * @param instants the instants of its points, in any order
   * @return the curve
   */
  public static RevenueCurve of(Currency currency, Iterable<Instant> instants) {
    RevenueAccount empty = RevenueAccount.empty(requireNonNull(currency, "currency"));
    NavigableMap<Instant, RevenueAccount> moved = new TreeMap<>();
    requireNonNull(instants, "instants").forEach(instant -> moved.put(instant, empty));
    return new RevenueCurve(moved, empty);
  }

  void requireNotAfter(Instant last) {
    if (!moved.isEmpty() && moved.lastKey().isAfter(last)) {
      throw Numbers.refused("instant", "not be after " + last, moved.lastKey());
    }
  }

  /**
   * Takes a movement; one in another currency, or after the last instant, changes nothing.
   *
   * @param entry the movement
   */
  @Override
  public void accept(RevenueEntry entry) {
    Instant point = moved.ceilingKey(requireNonNull(entry, "entry").cause().at());
    if (point != null && entry.amount().currency().equals(empty.paid().currency())) {
      moved.computeIfPresent(point, (at, account) -> account.after(entry));
    }
  }

  /**
   * Returns the sums.
   *
   * @return the sum of all movements up to each instant, in order of time
   */
  public Map<Instant, RevenueAccount> points() {
    TreeMap<Instant, RevenueAccount> points = new TreeMap<>();
    RevenueAccount sum = empty;
    for (Map.Entry<Instant, RevenueAccount> each : moved.entrySet()) {
      sum = sum.plus(each.getValue());
      points.put(each.getKey(), sum);
    }
    return points;
  }
}
