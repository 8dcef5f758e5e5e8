package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import io.backorder.stock.Identifiers;

/**
 * A faster way to the goods: another supplier, air freight, a transfer from a shop.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param name what it is called, which keeps the rule of {@link Identifiers}
 * @param delayDays the delay that is left, in days, zero or positive
 * @param premium what it costs more than waiting, for all the units that are meant, zero or positive
 */
public record ExpediteOption(String name, int delayDays, Money premium) {

  /** Rejects a name that breaks the rule, and numbers below zero. */
  public ExpediteOption {
    Identifiers.require("option", requireNonNull(name, "name"));
    Numbers.atLeast("delay", delayDays, 0);
    Money.requireNotNegative("premium", premium);
  }
}
