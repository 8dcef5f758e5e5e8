package io.backorder.supply;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a purchase order: so many units of one item that are to arrive at one location.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Supply {

  private final SupplyId id;
  private final StockUnits units;
  private final Instant due;
  private final @Nullable SupplierId supplier;
  private final @Nullable Instant orderedAt;

  private Supply(Supply from, @Nullable SupplierId supplier, @Nullable Instant orderedAt) {
    this.id = from.id;
    this.units = from.units;
    this.due = from.due;
    this.supplier = supplier;
    this.orderedAt = orderedAt;
  }

  private Supply(SupplyId id, StockUnits units, Instant due) {
    this.id = requireNonNull(id, "id");
    this.units = requireNonNull(units, "units");
    this.due = requireNonNull(due, "due");
    this.supplier = null;
    this.orderedAt = null;
    if (units.quantity().isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units of supply %s must be positive: 0".formatted(id),
          Facts.of("supply", id).and("sku", units.sku()).and("asked", 0));
    }
  }

  /**
   * Returns a supply of which neither the supplier nor the moment of ordering is known.
   *
   * @param id the supply
   * @param units how many units of which item arrive where, at least 1
   * @param due the latest moment at which they are in time; for a promised day, its end
   * @return the supply
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there is no unit
   */
  public static Supply of(SupplyId id, StockUnits units, Instant due) {
    return new Supply(id, units, due);
  }

  /**
   * Returns a supply that is due on a day: in time until the day's last microsecond in UTC. Where promises go by
   * another zone that moment may lie on another day; say the day's zone then.
   *
   * @param id the supply
   * @param units how many units of which item arrive where, at least 1
   * @param day the day in UTC
   * @return the supply
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there is no unit
   */
  public static Supply of(SupplyId id, StockUnits units, LocalDate day) {
    return new Supply(id, units, endOf(day));
  }

  /**
   * Returns a supply that is due on a day: in time until the day's last microsecond in a zone.
   *
   * @param id the supply
   * @param units how many units of which item arrive where, at least 1
   * @param day the day
   * @param zone the zone, such as that of the calendar by which supplies are promised
   * @return the supply
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there is no unit
   */
  public static Supply of(SupplyId id, StockUnits units, LocalDate day, ZoneId zone) {
    return new Supply(id, units, endOf(day, zone));
  }

  /**
   * Returns the latest moment that is on a day.
   *
   * @param day the day
   * @return its last microsecond in UTC
   */
  public static Instant endOf(LocalDate day) {
    return endOf(day, ZoneOffset.UTC);
  }

  /**
   * Returns the latest moment that is on a day.
   *
   * @param day the day
   * @param zone the zone in which the day begins and ends
   * @return its last microsecond in the zone
   */
  public static Instant endOf(LocalDate day, ZoneId zone) {
    requireNonNull(zone, "zone");
    return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
  }

  /**
   * How much is to come, and when.
   *
   * @param quantity the units ordered in all, at least 1
   * @param due the latest moment at which they are in time
   */
  public record Schedule(Quantity quantity, Instant due) {

    /** Rejects missing parts and a quantity of zero. */
    public Schedule {
      requireNonNull(due, "due");
      if (requireNonNull(quantity, "quantity").isZero()) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "units of a supply must be positive: 0",
            Facts.of("asked", 0));
      }
    }
  }

  /**
   * Returns this supply with another quantity and another due moment.
   *
   * @param next how much is to come, and when
   * @return the supply
   * @throws InvalidValueException if it would be due before it was ordered
   */
  public Supply rescheduled(Schedule next) {
    StockUnits ordered = StockUnits.of(units.sku(), units.location(), next.quantity);
    Supply plain = new Supply(new Supply(id, ordered, next.due), supplier, null);
    return orderedAt == null ? plain : plain.orderedAt(orderedAt);
  }

  /**
   * Returns this supply with its moments in whole microseconds, as a ledger keeps them.
   *
   * @return the supply
   */
  public Supply cut() {
    Instant ordered = orderedAt == null ? null : orderedAt.truncatedTo(ChronoUnit.MICROS);
    Supply timed = new Supply(id, units, due.truncatedTo(ChronoUnit.MICROS));
    return new Supply(timed, supplier, ordered);
  }

  /**
   * Returns this supply with the supplier it comes from.
   *
   * @param sender the supplier
   * @return the supply
   */
  public Supply from(SupplierId sender) {
    return new Supply(this, requireNonNull(sender, "supplier"), orderedAt);
  }

  /**
   * Returns this supply with the moment at which it was ordered.
   *
   * @param at the moment, not after the supply is due
   * @return the supply
   * @throws InvalidValueException if it is due before it was ordered
   */
  public Supply orderedAt(Instant at) {
    if (requireNonNull(at, "orderedAt").isAfter(due)) {
      throw new InvalidValueException(
          ErrorCode.INVALID_NUMBER,
          "supply %s must be due no earlier than ordered at %s: %s".formatted(id, at, due),
          Facts.of("supply", id).and("field", "orderedAt").and("asked", at).and("allowed", due));
    }
    return new Supply(this, supplier, at);
  }

  /**
   * Returns which supply it is.
   *
   * @return the host's own number
   */
  public SupplyId id() {
    return id;
  }

  /**
   * Returns what arrives where.
   *
   * @return the item, the location and the units ordered
   */
  public StockUnits units() {
    return units;
  }

  /**
   * Returns the item.
   *
   * @return the item
   */
  public Sku sku() {
    return units.sku();
  }

  /**
   * Returns how many units were ordered.
   *
   * @return the units, at least 1
   */
  public Quantity quantity() {
    return units.quantity();
  }

  /**
   * Returns when it is due.
   *
   * @return the latest moment at which it is in time
   */
  public Instant due() {
    return due;
  }

  /**
   * Returns the day on which it is due.
   *
   * @return the day of the due moment in UTC
   */
  public LocalDate dueDay() {
    return dueDay(ZoneOffset.UTC);
  }

  /**
   * Returns the day on which it is due.
   *
   * @param zone the zone in which days begin and end
   * @return the day of the due moment in the zone
   */
  public LocalDate dueDay(ZoneId zone) {
    return LocalDate.ofInstant(due, requireNonNull(zone, "zone"));
  }

  /**
   * Returns how much is to come, and when.
   *
   * @return the quantity and the due moment
   */
  public Schedule schedule() {
    return new Schedule(units.quantity(), due);
  }

  /**
   * Returns who sends it.
   *
   * @return the supplier, or empty if that is not known
   */
  public Optional<SupplierId> supplier() {
    return Optional.ofNullable(supplier);
  }

  /**
   * Returns when it was ordered.
   *
   * @return the moment, or empty if that is not known
   */
  public Optional<Instant> orderedAt() {
    return Optional.ofNullable(orderedAt);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Supply supply
        && id.equals(supply.id)
        && units.equals(supply.units)
        && due.equals(supply.due)
        && Objects.equals(supplier, supply.supplier)
        && Objects.equals(orderedAt, supply.orderedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, units, due, supplier, orderedAt);
  }

  @Override
  public String toString() {
    return "Supply %s %s due %s".formatted(id, units, due);
  }
}
