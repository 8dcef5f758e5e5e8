package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reserved units leave the house. One line or location that cannot be shipped as asked stops the
 * whole shipment.
 *
 * @param shipment the shipment's number, which is the document's too
 * @param order the order
 * @param selection what is shipped
 */
public record ShipOrder(String shipment, OrderId order, Selection selection) implements Document {

  /** Rejects missing parts. */
  public ShipOrder {
    Identifiers.require("shipment", shipment);
    requireNonNull(order, "order");
    requireNonNull(selection, "selection");
  }

  /**
   * Returns a shipment of all that is reserved for an order.
   *
   * @param shipment the shipment's number
   * @param order the order
   * @return the document
   */
  public static ShipOrder all(String shipment, OrderId order) {
    return new ShipOrder(shipment, order, new AllReserved());
  }

  /**
   * Returns a shipment of the given units.
   *
   * @param shipment the shipment's number
   * @param order the order
   * @param lines the units, at least one line
   * @return the document
   * @throws RefusedDocumentException with {@code NOTHING_TO_SHIP} if there is no line
   */
  public static ShipOrder of(String shipment, OrderId order, List<Line> lines) {
    return new ShipOrder(shipment, order, new Chosen(lines));
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.SHIP, shipment);
  }

  @Override
  public Map<String, String> content() {
    Fields content = Fields.of("order", order);
    return selection instanceof Chosen chosen
        ? withLines(content, chosen.lines).asMap()
        : content.and("lines", "all").asMap();
  }

  private static Fields withLines(Fields content, List<Line> lines) {
    content.and("lines", lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String field = "line " + (i + 1);
      content.and(field + " number", line.line);
      content.and(field + " quantity", line.quantity);
      content.and(field + " location", line.location().map(Object::toString).orElse(""));
    }
    return content;
  }

  @Override
  public Decision decision() {
    return new ShipDecision(this);
  }

  /** What is shipped. */
  public sealed interface Selection {}

  /** All that is reserved for the order. */
  public record AllReserved() implements Selection {}

  /**
   * The units named.
   *
   * @param lines the units, at least one line
   */
  public record Chosen(List<Line> lines) implements Selection {

    /** Copies the lines; rejects none at all, which never means everything. */
    public Chosen {
      lines = Content.copy("lines", lines);
      if (lines.isEmpty()) {
        throw new RefusedDocumentException(
            ErrorCode.NOTHING_TO_SHIP,
            "lines of a shipment must be at least 1: " + lines.size(),
            Facts.of("asked", lines.size()));
      }
    }
  }

  /**
   * Units of one order line, from one location or from wherever they are reserved.
   *
   * <p>This type is immutable and thread-safe.
   */
  public static final class Line {

    private final String line;
    private final Quantity quantity;
    private final @Nullable LocationId location;

    private Line(String line, Quantity quantity, @Nullable LocationId location) {
      this.line = Identifiers.require("line", line);
      this.quantity = Content.requirePositive("quantity of line " + line, quantity);
      this.location = location;
    }

    /**
     * Returns units of a line, from wherever they are reserved.
     *
     * @param line the number of the order line
     * @param quantity the units, at least 1
     * @return the units
     */
    public static Line of(String line, Quantity quantity) {
      return new Line(line, quantity, null);
    }

    /**
     * Returns these units, from one location.
     *
     * @param from the location
     * @return the units
     */
    public Line from(LocationId from) {
      return new Line(line, quantity, requireNonNull(from, "from"));
    }

    /**
     * Returns the number of the order line.
     *
     * @return the number
     */
    public String line() {
      return line;
    }

    /**
     * Returns how many units are shipped.
     *
     * @return the quantity
     */
    public Quantity quantity() {
      return quantity;
    }

    /**
     * Returns the location from which they are shipped.
     *
     * @return the location, or empty if they are shipped from wherever they are reserved
     */
    public Optional<LocationId> location() {
      return Optional.ofNullable(location);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Line that
          && line.equals(that.line)
          && quantity.equals(that.quantity)
          && Objects.equals(location, that.location);
    }

    @Override
    public int hashCode() {
      return Objects.hash(line, quantity, location);
    }

    @Override
    public String toString() {
      return "%s of line %s%s".formatted(quantity, line, location == null ? "" : " @" + location);
    }
  }
}
