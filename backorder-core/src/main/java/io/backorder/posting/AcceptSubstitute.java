package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Map;

/**
 * A customer takes another item in place of one that is short. Units of a line are cancelled and as many of the
 * substitute are placed, or neither. The units are given up as by {@link CancelOrder}; that the shop has offered
 * the substitute is its consent, so that no window of cancellation binds.
 *
 * <p>The lines of an order stand as they were placed, so the substitute is a new order of one line, with the
 * number and the due day of the line that it replaces, and with the terms of its order; it joins the queue as if
 * it were placed now. As by {@link PlaceOrder} it is reserved, waits, or refuses the document, which then
 * cancels nothing; where the terms of the order would have a part refused, all of it is.
 *
 * <p>Refused are a substitute that the {@linkplain io.backorder.stock.ItemTerms#substitutes terms of the item}
 * do not name ({@code NOT_A_SUBSTITUTE}), more units than are open, and items that are counted in different
 * decimals ({@code INVALID_QUANTITY}).
 *
 * @param order the number of the new order, which is the document's too
 * @param line the line of which units are replaced
 * @param quantity the units, at least 1 and at most what is open
 * @param substitute the item that is taken instead
 */
public record AcceptSubstitute(OrderId order, OrderLineId line, Quantity quantity, Sku substitute)
    implements Document {

  /** Rejects missing parts and a quantity of zero. */
  public AcceptSubstitute {
    requireNonNull(order, "order");
    requireNonNull(line, "line");
    Content.requirePositive("quantity of line " + line, quantity);
    requireNonNull(substitute, "substitute");
  }

  /**
   * Returns the acceptance of a substitute.
   *
   * @param order the number of the new order
   * @param line the line of which units are replaced
   * @param quantity the units, at least 1 and at most what is open
   * @param substitute the item that is taken instead
   * @return the document
   */
  public static AcceptSubstitute of(
      OrderId order, OrderLineId line, Quantity quantity, Sku substitute) {
    return new AcceptSubstitute(order, line, quantity, substitute);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.SUBSTITUTE, order.value());
  }

  @Override
  public Map<String, String> content() {
    return Fields.empty()
        .and(line)
        .and("quantity", quantity)
        .and("substitute", substitute)
        .asMap();
  }

  @Override
  public Decision decision() {
    return new SubstituteDecision(this);
  }
}
