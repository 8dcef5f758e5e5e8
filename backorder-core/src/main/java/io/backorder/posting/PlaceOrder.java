package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A customer orders. What the shelf gives is reserved at once; what is short waits, is refused, or
 * refuses the order, as the order's and the items' terms say. All lines are judged together.
 *
 * @param order the order's number, which is the document's too
 * @param lines the lines, at least one, with distinct numbers and quantities of at least 1
 * @param terms what holds for all lines
 */
public record PlaceOrder(OrderId order, List<OrderLine> lines, OrderTerms terms)
    implements Document {

  /** Copies the lines; rejects none at all, a number twice, or a quantity of zero. */
  public PlaceOrder {
    requireNonNull(order, "order");
    lines = Content.requireLines(lines);
    requireNonNull(terms, "terms");
  }

  /**
   * Returns an order with the standard terms.
   *
   * @param order the order's number
   * @param lines the lines
   * @return the document
   */
  public static PlaceOrder of(OrderId order, OrderLine... lines) {
    return of(order, Arrays.asList(requireNonNull(lines, "lines")));
  }

  /**
   * Returns an order with the standard terms.
   *
   * @param order the order's number
   * @param lines the lines
   * @return the document
   */
  public static PlaceOrder of(OrderId order, List<OrderLine> lines) {
    return new PlaceOrder(order, lines, OrderTerms.standard());
  }

  /**
   * Returns this order with other terms.
   *
   * @param other what holds for all lines
   * @return the document
   */
  public PlaceOrder with(OrderTerms other) {
    return new PlaceOrder(order, lines, other);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.PLACE, order.value());
  }

  @Override
  public Map<String, String> content() {
    return Fields.ofOrder(lines, terms).asMap();
  }

  @Override
  public Decision decision() {
    return new PlaceDecision(this);
  }
}
