package io.backorder.examples.firststeps;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.JoiningUnits;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.Shelf;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.CustomerId;
import io.backorder.stock.Quantity;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A shop's own policy: who earns most is served first, but the last units are kept for regular
 * customers.
 *
 * @param margin what joining units earn, in cents
 * @param regulars the customers for whom units are kept
 * @param floor the units that others leave on the shelf
 */
public record MarginFirst(
    ToLongFunction<JoiningUnits> margin, Set<CustomerId> regulars, Quantity floor)
    implements AllocationPolicy {

  @Override
  public Sequence sequence() {
    return Sequence.highestValueFirst(margin);
  }

  @Override
  public AllocationPlan allocate(Backlog backlog, Shelf shelf) {
    for (WaitingLine line : backlog) {
      boolean regular = line.terms().customer().filter(regulars::contains).isPresent();
      Quantity most = regular ? shelf.usable() : shelf.usable().minusOrZero(floor);
      Quantity units = shelf.admissible(line, shelf.usableBy(line).min(most));
      if (!units.isZero()) {
        shelf.grant(line, units);
      }
    }
    return shelf.plan();
  }
}
