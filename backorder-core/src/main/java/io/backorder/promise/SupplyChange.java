package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;

/**
 * Something that might happen to a supply.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface SupplyChange {

  /**
   * Returns the supply that it happens to.
   *
   * @return the supply
   */
  SupplyId supply();

  /**
   * Returns the supply as it would be.
   *
   * @param inbound that supply as it is
   * @return the supply afterwards
   */
  Inbound appliedTo(Inbound inbound);

  /**
   * The supply comes later, or earlier: what would follow if it were rescheduled to the same time of day so
   * many days later, by the {@link PromiseRules} that it is promised by.
   *
   * @param supply the supply
   * @param days how many days later, working days or not, negative for earlier, within 100 years
   */
  record Slip(SupplyId supply, int days) implements SupplyChange {

    private static final int MOST_DAYS = 36_525;

    /** Rejects a missing supply, and a slip of more than 100 years. */
    public Slip {
      requireNonNull(supply, "supply");
      if (days < -MOST_DAYS || days > MOST_DAYS) {
        throw Numbers.refused(
            "slip in days", "be in [-%d, %d]".formatted(MOST_DAYS, MOST_DAYS), days);
      }
    }

    @Override
    public Inbound appliedTo(Inbound inbound) {
      return inbound.later(days);
    }
  }

  /**
   * The supply comes short.
   *
   * @param supply the supply
   * @param percent the part of what is still to come that never comes, in per cent, in [0, 100]; a part of a
   *     unit that is lost counts as a lost unit
   */
  record Shortage(SupplyId supply, int percent) implements SupplyChange {

    private static final int ALL = 100;

    /** Rejects a missing supply, and a part out of range. */
    public Shortage {
      requireNonNull(supply, "supply");
      if (percent < 0 || percent > ALL) {
        throw Numbers.refused("shortage in per cent", "be in [0, 100]", percent);
      }
    }

    @Override
    public Inbound appliedTo(Inbound inbound) {
      long units = inbound.open().units();
      int kept = ALL - percent;
      Quantity rest = Quantity.of(units / ALL * kept + units % ALL * kept / ALL);
      return inbound.withOpen(rest);
    }
  }
}
