package io.backorder.allocation;

import io.backorder.demand.OrderTerms;
import io.backorder.stock.Quantity;
import java.util.List;
import java.util.function.Predicate;

/** Units that stay for who is more important. {@link Guard#criticalLevel} describes it. */
record CriticalLevel(Quantity level, Predicate<OrderTerms> important) implements Guard {

  private static final int ABOVE = 0;
  private static final int BELOW = 1;

  @Override
  public Quantity allowed(WaitingLine line, Quantity usable) {
    return usable;
  }

  @Override
  public List<Pools> pools(Situation situation) {
    long below = Math.min(level.units(), situation.usable().units());
    long[] units = {situation.usable().units() - below, below};
    return List.of(
        Pools.of(units, terms -> important.test(terms) ? List.of(ABOVE, BELOW) : List.of(ABOVE)));
  }

  @Override
  public List<Limit> limits(Situation situation, OrderTerms terms) {
    return level.isZero() || important.test(terms) ? List.of() : List.of(new Limit.Level(level));
  }

  @Override
  public String toString() {
    return "critical level of " + level;
  }
}
