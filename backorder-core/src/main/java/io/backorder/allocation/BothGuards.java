package io.backorder.allocation;

import io.backorder.demand.OrderTerms;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Two guards, of which a line takes what both allow. */
record BothGuards(Guard one, Guard other) implements Guard {

  @Override
  public Quantity allowed(WaitingLine line, Quantity usable) {
    return other.allowed(line, one.allowed(line, usable).min(usable));
  }

  @Override
  public List<Pools> pools(Situation situation) {
    return Stream.of(one, other).flatMap(each -> each.pools(situation).stream()).toList();
  }

  /** Two guards that count the same count it once. */
  @Override
  public List<Tally> tallies(Sku sku, OrderTerms terms, Instant now) {
    return Stream.of(one, other)
        .flatMap(each -> each.tallies(sku, terms, now).stream())
        .distinct()
        .toList();
  }

  @Override
  public List<Limit> limits(Situation situation, OrderTerms terms) {
    return Stream.of(one, other)
        .flatMap(each -> each.limits(situation, terms).stream())
        .toList();
  }

  @Override
  public Guard raised(Limit.Cap cap, Quantity by) {
    return new BothGuards(one.raised(cap, by), other.raised(cap, by));
  }

  @Override
  public String toString() {
    return one + ", and " + other;
  }
}
