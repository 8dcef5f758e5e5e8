package io.backorder.assortment;

import io.backorder.forecast.DemandHistory;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * For how long the stock of an item lasts at the rate of its latest demand.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param onHand the units on the shelf
 * @param periods how many of the latest periods the rate was taken over
 * @param demand the units asked for in them
 */
public record StockCover(Quantity onHand, int periods, double demand) {

  /** Rejects figures out of range. */
  public StockCover {
    Numbers.atLeast("periods", periods, 1);
    Numbers.finite("demand", demand);
  }

  /**
   * Returns the cover by the latest periods of a history.
   *
   * @param onHand the units on the shelf
   * @param history the history
   * @param latest how many of the latest periods to take the rate over, at most those there are
   * @return the cover
   * @throws InvalidValueException if there are fewer periods, or less than 1 is asked for
   */
  public static StockCover of(Quantity onHand, DemandHistory history, int latest) {
    Numbers.atLeast("latest", latest, 1);
    DemandHistory seen = history.requirePeriods(latest).last(latest);
    return new StockCover(onHand, latest, seen.mean() * latest);
  }

  /**
   * Returns for how many periods the stock lasts.
   *
   * @return the periods; empty if nothing was asked for on balance, so that it lasts for ever
   */
  public OptionalDouble periodsOfCover() {
    double cover = onHand.units() / (demand / periods);
    return demand > 0 && Double.isFinite(cover) ? OptionalDouble.of(cover) : OptionalDouble.empty();
  }

  /**
   * Tells whether the item is a slow mover: it is in stock, and the stock lasts longer than a bound.
   *
   * @param most the most periods for which stock may last, above 0
   * @return true if it lasts longer
   * @throws InvalidValueException if the bound is not above 0
   */
  public boolean isSlowMover(double most) {
    Numbers.positive("most", most);
    return !onHand.isZero() && periodsOfCover().orElse(Double.POSITIVE_INFINITY) > most;
  }

  /**
   * Returns the items that are slow movers.
   *
   * @param covers the cover of each item
   * @param most the most periods for which stock may last, above 0
   * @return the items, those whose stock lasts longest first, among equals the larger stock, then by name
   * @throws InvalidValueException if the bound is not above 0
   */
  public static List<Sku> slowMovers(Map<Sku, StockCover> covers, double most) {
    Numbers.positive("most", most);
    Comparator<StockCover> slowest = Comparator.comparingDouble(
            (StockCover cover) -> cover.periodsOfCover().orElse(Double.POSITIVE_INFINITY))
        .thenComparing(StockCover::onHand)
        .reversed();
    return covers.entrySet().stream()
        .filter(each -> each.getValue().isSlowMover(most))
        .sorted(
            Map.Entry.<Sku, StockCover>comparingByValue(slowest).thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
