package io.backorder.allocation;

import io.backorder.stock.Quantity;

/** A share rule with a name. {@link ShareRule} describes the standard ones. */
record StandardShare(String name, ShareRule rule) implements ShareRule {

  static final ShareRule ONE_AFTER_THE_OTHER =
      new StandardShare("one after the other", StandardShare::inTurn);

  static final ShareRule EQUAL_AWARDS =
      new StandardShare("equal awards", new FairShare(Measure.UNITS_GOT));

  static final ShareRule EQUAL_LOSSES =
      new StandardShare("equal losses", new FairShare(Measure.UNITS_MISSING));

  static final ShareRule PROPORTIONAL =
      new StandardShare("proportional", new FairShare(Measure.DIVISOR));

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
