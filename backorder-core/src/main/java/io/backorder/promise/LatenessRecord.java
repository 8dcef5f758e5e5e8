package io.backorder.promise;

import io.backorder.empirical.Empirical;
import io.backorder.promise.PromisePolicy.Lateness;
import io.backorder.supply.SupplierScorecard;
import java.util.Optional;
import java.util.OptionalDouble;

/** What past deliveries say of the next one: their lateness in days. */
final class LatenessRecord {

  private final Empirical days;
  private final int size;

  private LatenessRecord(double... days) {
    this.days = Empirical.of(days);
    this.size = days.length;
  }

  /** Returns the record of a card, or empty if nothing on it was ever delivered. */
  static Optional<LatenessRecord> of(SupplierScorecard card) {
    double[] days = card.latenessDays();
    return days.length == 0 ? Optional.empty() : Optional.of(new LatenessRecord(days));
  }

  Lateness quantile(double p) {
    double latest = days.quantile(p);
    return new Lateness(
        days.quantile(Math.min(p, 1 - p)),
        days.quantile(Math.min(p, 0.5)),
        latest,
        OptionalDouble.of(p));
  }

  Optional<Lateness> calibrated(double p) {
    OptionalDouble latest = days.nextBelow(p);
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    int rank = (int) Math.ceil((size + 1) * p * (1 - 1e-12));
    return Optional.of(new Lateness(
        days.quantile((size + 1.0 - rank) / size),
        days.nextBelow(0.5).orElseThrow(),
        latest.getAsDouble(),
        OptionalDouble.of(p)));
  }
}
