package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goods arrive. They serve who waits, in the order of the policy; what nobody needs is free.
 *
 * <p>A line may name the supply that announced its units. They are then no longer inbound; fewer than were
 * expected leave the rest expected, and more are received all the same and recorded as excess. They may
 * arrive at another location than was announced. A supply that was never announced, or brings another item,
 * is {@code UNKNOWN_SUPPLY}, a closed one {@code ALREADY_CLOSED}.
 *
 * @param receipt the receipt's number, which is the document's too
 * @param lines what arrived where, at least one line, each of at least 1 unit
 */
public record ReceiveStock(String receipt, List<Line> lines) implements Document {

  /** Copies the lines; rejects none at all, or a quantity of zero. */
  public ReceiveStock {
    Identifiers.require("receipt", receipt);
    lines = Content.copy("lines", lines);
    Content.requireNotEmpty(lines.size());
    for (Line line : lines) {
      if (line.units.quantity().isZero()) {
        Content.requirePositive("quantity of " + line.units.sku(), line.units.quantity());
      }
    }
  }

  /**
   * Units of one item that arrived.
   *
   * @param units what arrived where
   * @param supply the supply that announced them, or empty
   */
  public record Line(StockUnits units, Optional<SupplyId> supply) {

    /** Rejects missing parts. */
    public Line {
      requireNonNull(units, "units");
      requireNonNull(supply, "supply");
    }

    /**
     * Returns a line of units that no supply announced.
     *
     * @param units what arrived where
     * @return the line
     */
    public static Line of(StockUnits units) {
      return new Line(units, Optional.empty());
    }

    /**
     * Returns this line with the supply that announced the units.
     *
     * @param announced the supply
     * @return the line
     */
    public Line against(SupplyId announced) {
      requireNonNull(announced, "announced");
      return new Line(units, Optional.of(announced));
    }
  }

  /**
   * Returns a receipt of one item.
   *
   * @param receipt the receipt's number
   * @param sku the item
   * @param location where it arrived
   * @param quantity how many units, at least 1
   * @return the document
   */
  public static ReceiveStock of(String receipt, Sku sku, LocationId location, Quantity quantity) {
    return of(receipt, List.of(StockUnits.of(sku, location, quantity)));
  }

  /**
   * Returns a receipt of several items.
   *
   * @param receipt the receipt's number
   * @param units what arrived where
   * @return the document
   */
  public static ReceiveStock of(String receipt, List<StockUnits> units) {
    return new ReceiveStock(
        receipt, Content.copy("units", units).stream().map(Line::of).toList());
  }

  /**
   * Returns this receipt with all its lines against one supply.
   *
   * @param announced the supply that announced the units
   * @return the document
   */
  public ReceiveStock against(SupplyId announced) {
    requireNonNull(announced, "announced");
    return new ReceiveStock(
        receipt, lines.stream().map(line -> line.against(announced)).toList());
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.RECEIVE, receipt);
  }

  @Override
  public Map<String, String> content() {
    Fields fields = Fields.empty().andUnits(lines.stream().map(Line::units).toList());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).supply.isPresent()) {
        fields.and("line " + (i + 1) + " supply", lines.get(i).supply.orElseThrow());
      }
    }
    return fields.asMap();
  }

  @Override
  public Decision decision() {
    return new ReceiveDecision(lines);
  }
}
