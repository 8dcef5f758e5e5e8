package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Units of a line that will be there on the same day.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class ShipmentPart {

  private final OrderLineId line;
  private final Goods goods;
  private final LocalDate available;
  private final @Nullable LocalDate promised;
  private final @Nullable LocationId location;

  private ShipmentPart(OrderLineId line, Goods goods, LocalDate available) {
    this.line = requireNonNull(line, "line");
    this.goods = requireNonNull(goods, "goods");
    this.available = requireNonNull(available, "available");
    this.promised = null;
    this.location = null;
  }

  private ShipmentPart(
      ShipmentPart part,
      LocalDate available,
      @Nullable LocalDate promised,
      @Nullable LocationId location) {
    this.line = part.line;
    this.goods = part.goods;
    this.available = available;
    this.promised = promised;
    this.location = location;
  }

  /**
   * So many units of one weight.
   *
   * @param units the units, at least 1
   * @param grams the weight of each, zero or more
   */
  public record Goods(Quantity units, long grams) {

    /**
     * Rejects no units, a negative weight, and more grams in all than a {@code long} holds.
     *
     * @throws InvalidValueException with {@code INVALID_QUANTITY}, {@code INVALID_NUMBER} or {@code
     *     QUANTITY_OVERFLOW}
     */
    public Goods {
      if (units.isZero()) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "units of a part must be at least 1: 0",
            Facts.of("asked", units));
      }
      if (grams < 0) {
        throw Numbers.refused("grams", "be zero or more", grams);
      }
      product(units, "grams", grams);
    }

    private static Quantity product(Quantity units, String name, long each) {
      long most = Long.MAX_VALUE / units.units();
      if (each > most) {
        throw new InvalidValueException(
            ErrorCode.QUANTITY_OVERFLOW,
            "%s of %s units must be at most %d each: %d".formatted(name, units, most, each),
            Facts.of("asked", each).and("allowed", most));
      }
      return Quantity.of(units.units() * each);
    }

    Quantity unitDays(long days) {
      return product(units, "days", days);
    }

    Quantity totalGrams() {
      return product(units, "grams", grams);
    }
  }

  /**
   * Returns units that were promised for no day, at a location that is not named: the house has one alone.
   *
   * @param line the order line
   * @param goods how many units, and what each weighs
   * @param available the day on which they are, or will be, in the house
   * @return the part
   */
  public static ShipmentPart of(OrderLineId line, Goods goods, LocalDate available) {
    return new ShipmentPart(line, goods, available);
  }

  /**
   * Returns this part, promised for a day.
   *
   * @param day the day by which it is to leave the house
   * @return the part
   */
  public ShipmentPart promisedBy(LocalDate day) {
    return new ShipmentPart(this, available, requireNonNull(day, "day"), location);
  }

  /**
   * Returns this part, leaving from a location. What leaves from different locations shares no parcel.
   *
   * @param from the location at which the units lie, or will
   * @return the part
   */
  public ShipmentPart at(LocationId from) {
    return new ShipmentPart(this, available, promised, requireNonNull(from, "from"));
  }

  /** What is in the house already can leave today. */
  ShipmentPart notBefore(LocalDate today) {
    return available.isBefore(today) ? new ShipmentPart(this, today, promised, location) : this;
  }

  /**
   * Returns the order line.
   *
   * @return the order line
   */
  public OrderLineId line() {
    return line;
  }

  /**
   * Returns the goods.
   *
   * @return how many units, and what each weighs
   */
  public Goods goods() {
    return goods;
  }

  /**
   * Returns the day on which the units are in the house.
   *
   * @return the day
   */
  public LocalDate available() {
    return available;
  }

  /**
   * Returns the day by which the units are to leave the house.
   *
   * @return the day, or empty if none was promised
   */
  public Optional<LocalDate> promised() {
    return Optional.ofNullable(promised);
  }

  /**
   * Returns the location from which the units leave.
   *
   * @return the location, or empty if it is not named
   */
  public Optional<LocationId> location() {
    return Optional.ofNullable(location);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShipmentPart that
        && line.equals(that.line)
        && goods.equals(that.goods)
        && available.equals(that.available)
        && Objects.equals(promised, that.promised)
        && Objects.equals(location, that.location);
  }

  @Override
  public int hashCode() {
    return Objects.hash(line, goods, available, promised, location);
  }

  @Override
  public String toString() {
    return "%s of line %s%s from %s%s"
        .formatted(
            goods.units,
            line,
            location == null ? "" : " at " + location,
            available,
            promised == null ? "" : ", by " + promised);
  }
}
