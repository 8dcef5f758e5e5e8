package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.finance.Money;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One way to ship: what leaves on which day, and what that comes to.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param dispatches what leaves, by day, and on a day by location
 * @param cost what it costs, rounded once, half-even
 * @param co2eGrams what it emits, in grams of CO2 equivalent, exactly
 */
public record ShipmentOption(List<Dispatch> dispatches, Money cost, BigDecimal co2eGrams) {

  /** Copies the dispatches. */
  public ShipmentOption {
    dispatches = List.copyOf(dispatches);
    requireNonNull(cost, "cost");
    requireNonNull(co2eGrams, "co2eGrams");
  }

  /**
   * What leaves on one day from one location.
   *
   * @param day the day
   * @param parts the units
   * @param parcels the number of parcels
   */
  public record Dispatch(LocalDate day, List<ShipmentPart> parts, long parcels) {

    /** Copies the parts. */
    public Dispatch {
      requireNonNull(day, "day");
      parts = List.copyOf(parts);
    }

    /**
     * Returns the location from which it leaves, which is that of all its parts.
     *
     * @return the location, or empty if it is not named
     */
    public Optional<LocationId> location() {
      return parts.stream().findFirst().flatMap(ShipmentPart::location);
    }

    private long after(LocalDate other) {
      return Math.max(0, ChronoUnit.DAYS.between(other, day));
    }

    private long late(ShipmentPart part) {
      return after(part.promised().orElse(day));
    }

    /** Days beyond the promise, and beyond the day on which the units are there if that is later. */
    private long lateByChoice(ShipmentPart part) {
      LocalDate promised = part.promised().orElse(day);
      return after(promised.isAfter(part.available()) ? promised : part.available());
    }

    private Quantity sum(ToLongFunction<ShipmentPart> days) {
      return parts.stream()
          .map(part -> part.goods().unitDays(days.applyAsLong(part)))
          .reduce(Quantity.ZERO, Quantity::plus);
    }
  }

  /**
   * Returns the parcels of all dispatches.
   *
   * @return their number
   */
  public long parcels() {
    return dispatches.stream().mapToLong(Dispatch::parcels).sum();
  }

  /**
   * Returns the day on which the last units leave.
   *
   * @return the day of the last dispatch
   */
  public LocalDate lastDay() {
    return dispatches.get(dispatches.size() - 1).day();
  }

  /**
   * Returns by how many days the latest part misses its promise.
   *
   * @return the days, zero if every promise is kept
   */
  public long lateDays() {
    return dispatches.stream()
        .flatMap(each -> each.parts().stream().map(each::late))
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  /**
   * Returns the late days of all units together.
   *
   * @return the sum of late days over units
   * @throws io.backorder.refusal.InvalidValueException with {@code QUANTITY_OVERFLOW} if it is beyond a
   *     {@code long}
   */
  public Quantity lateUnitDays() {
    return dispatches.stream()
        .map(each -> each.sum(each::late))
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * Tells whether nothing leaves later than promised for want of waiting: a part is late only if its units
   * are not there in time, and then leaves on the day on which they are.
   *
   * @return true if no wait of this option costs a promise
   */
  public boolean isPunctual() {
    return dispatches.stream()
        .allMatch(each -> each.parts().stream().allMatch(part -> each.lateByChoice(part) == 0));
  }

  /** The days that all units together spend in the house though they could leave. */
  Quantity waitingUnitDays() {
    return dispatches.stream()
        .map(each -> each.sum(part -> each.after(part.available())))
        .reduce(Quantity.ZERO, Quantity::plus);
  }
}
