package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.picking.ReservedUnits;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order line as the people who ship see it.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class FulfilmentLine {

  private final LineStatus status;
  private final PlaceInLine place;
  private final Known known;

  private FulfilmentLine(LineStatus status, PlaceInLine place, Known known) {
    this.status = requireNonNull(status, "status");
    this.place = requireNonNull(place, "place");
    this.known = known;
  }

  /** What is known of a line beside where its units are and where it stands. */
  private record Known(
      Quantity filled,
      @Nullable LocalDate promised,
      @Nullable OrderTerms terms,
      List<LineStatus> parts) {

    static final Known NOTHING = new Known(Quantity.ZERO, null, null, List.of());
  }

  /**
   * Returns a line that never waited, was promised for no day, is no kit's, and of whose order no terms are
   * known.
   *
   * @param status where its units are
   * @param place where it stands in line
   * @return the line
   */
  public static FulfilmentLine of(LineStatus status, PlaceInLine place) {
    return new FulfilmentLine(status, place, Known.NOTHING);
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
    return new FulfilmentLine(
        status, place, new Known(units, known.promised, known.terms, known.parts));
  }

  /**
   * Returns this line, promised for a day.
   *
   * @param day the day by which its units are to leave the house
   * @return the line
   */
  public FulfilmentLine promisedBy(LocalDate day) {
    requireNonNull(day, "day");
    return new FulfilmentLine(
        status, place, new Known(known.filled, day, known.terms, known.parts));
  }

  /**
   * Returns this line, ordered under some terms; they say whether it may ship while the rest of its order
   * waits.
   *
   * @param terms what holds for all lines of the order
   * @return the line
   */
  public FulfilmentLine under(OrderTerms terms) {
    requireNonNull(terms, "terms");
    return new FulfilmentLine(
        status, place, new Known(known.filled, known.promised, terms, known.parts));
  }

  /**
   * Returns this line as one for a kit, whose parts are what is picked.
   *
   * @param parts where the units of each part are
   * @return the line
   * @throws InvalidValueException with {@code UNKNOWN_LINE} if one is no part of this line
   */
  public FulfilmentLine withParts(List<LineStatus> parts) {
    for (LineStatus part : parts) {
      if (!part.id().isPart() || !part.id().hostLine().equals(id())) {
        throw new InvalidValueException(
            ErrorCode.UNKNOWN_LINE,
            "parts of line %s must be of its kit: %s".formatted(id(), part.id()),
            Facts.of("order", id().order()).and("line", id().line()).and("asked", part.id()));
      }
    }
    return new FulfilmentLine(
        status, place, new Known(known.filled, known.promised, known.terms, List.copyOf(parts)));
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
    return known.filled;
  }

  /**
   * Returns the day by which its units are to leave the house.
   *
   * @return the day, or empty if none was promised
   */
  public Optional<LocalDate> promised() {
    return Optional.ofNullable(known.promised);
  }

  /**
   * Returns what holds for all lines of the order.
   *
   * @return the terms, or empty if they are not known
   */
  public Optional<OrderTerms> terms() {
    return Optional.ofNullable(known.terms);
  }

  /**
   * Returns where the units of a kit's parts are.
   *
   * @return the parts; empty if the line is not for a kit, or its parts are not known
   */
  public List<LineStatus> parts() {
    return known.parts;
  }

  /**
   * Returns what is to be picked for this line: its own reserved units, or for a kit those of its parts.
   * Units that are not tracked lie nowhere and cannot be picked; they are left out.
   *
   * @return the reserved units, by part and location
   */
  public List<ReservedUnits> reservedUnits() {
    return Stream.concat(Stream.of(status), known.parts.stream())
        .flatMap(each -> ReservedUnits.of(each).stream())
        .toList();
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
        && known.equals(that.known);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, place, known);
  }

  @Override
  public String toString() {
    return "%s: %s reserved, %s waiting%s"
        .formatted(
            id(),
            status.reserved(),
            status.backordered(),
            known.promised == null ? "" : ", by " + known.promised);
  }
}
