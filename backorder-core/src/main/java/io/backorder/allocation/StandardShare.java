package io.backorder.allocation;

import io.backorder.stock.Quantity;

/** The standard share rules. {@link ShareRule} describes each. */
enum StandardShare implements ShareRule {
  ONE_AFTER_THE_OTHER("one after the other", StandardShare::inTurn),
  EQUAL_AWARDS("equal awards", new FairShare(Measure.UNITS_GOT)),
  EQUAL_LOSSES("equal losses", new FairShare(Measure.UNITS_MISSING)),
  PROPORTIONAL("proportional", new FairShare(Measure.DIVISOR));

  private final String name;
  private final ShareRule rule;

  StandardShare(String name, ShareRule rule) {
    this.name = name;
    this.rule = rule;
  }

  private static void inTurn(Backlog backlog, Guard guard, Shelf shelf) {
    for (WaitingLine line : backlog) {
      if (shelf.isEmpty()) {
        return;
      }
      Quantity usable = shelf.usableBy(line);
      Quantity allowed = shelf.admissible(line, guard.allowed(line, usable).min(usable));
      if (!allowed.isZero()) {
        shelf.grant(line, allowed);
      }
    }
  }

  @Override
  public void share(Backlog backlog, Guard guard, Shelf shelf) {
    rule.share(backlog, guard, shelf);
  }

  @Override
  public String toString() {
    return name;
  }
}
