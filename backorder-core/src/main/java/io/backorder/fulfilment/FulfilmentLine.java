package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order line as the people who ship see it.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class FulfilmentLine {

  private final LineStatus status;
  private final PlaceInLine place;
  private final Quantity filled;
  private final @Nullable LocalDate promised;

  private FulfilmentLine(
      LineStatus status, PlaceInLine place, Quantity filled, @Nullable LocalDate promised) {
    this.status = requireNonNull(status, "status");
    this.place = requireNonNull(place, "place");
    this.filled = filled;
    this.promised = promised;
  }

  /**
   * Returns a line that never waited and was promised for no day.
   *
   * @param status where its units are
   * @param place where it stands in line
   * @return the line
   */
  public static FulfilmentLine of(LineStatus status, PlaceInLine place) {
    return new FulfilmentLine(status, place, Quantity.ZERO, null);
  }

  /**
   * Returns this line, some of whose reserved units had waited.
   *
   * @param units those units, at most the reserved ones
   * @return the line
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are more
   */
  public FulfilmentLine withFilled(Quantity units) {
    if (units.compareTo(status.reserved()) > 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "filled units of line %s must be at most the %s that are reserved: %s"
              .formatted(id(), status.reserved(), units),
          Facts.of("order", id().order())
              .and("line", id().line())
              .and("asked", units)
              .and("allowed", status.reserved()));
    }
    return new FulfilmentLine(status, place, units, promised);
  }

  /**
   * Returns this line, promised for a day.
   *
   * @param day the day by which its units are to leave the house
   * @return the line
   */
  public FulfilmentLine promisedBy(LocalDate day) {
    return new FulfilmentLine(status, place, filled, requireNonNull(day, "day"));
  }

  /**
   * Returns the order line.
   *
   * @return its name
   */
  public OrderLineId id() {
    return status.id();
  }

  /**
   * Returns where its units are.
   *
   * @return the status
   */
  public LineStatus status() {
    return status;
  }

  /**
   * Returns where it stands in line.
   *
   * @return the place
   */
  public PlaceInLine place() {
    return place;
  }

  /**
   * Returns the reserved units that had waited.
   *
   * @return the units; zero for a line that was filled when it was ordered
   */
  public Quantity filled() {
    return filled;
  }

  /**
   * Returns the day by which its units are to leave the house.
   *
   * @return the day, or empty if none was promised
   */
  public Optional<LocalDate> promised() {
    return Optional.ofNullable(promised);
  }

  /** Whether a unit is reserved or waits. */
  boolean isOpen() {
    return !status.reserved().isZero() || !status.backordered().isZero();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FulfilmentLine that
        && status.equals(that.status)
        && place.equals(that.place)
        && filled.equals(that.filled)
        && Objects.equals(promised, that.promised);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, place, filled, promised);
  }

  @Override
  public String toString() {
    return "%s: %s reserved, %s waiting%s"
        .formatted(
            id(),
            status.reserved(),
            status.backordered(),
            promised == null ? "" : ", by " + promised);
  }
}
