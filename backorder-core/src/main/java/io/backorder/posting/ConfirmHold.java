package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import java.util.Map;

/**
 * A hold becomes an order: what it still holds is reserved for the order, and what a count has taken
 * from it is placed as {@link PlaceOrder} would. At the instant of the hold's end and after it, this
 * is refused with {@code HOLD_EXPIRED}.
 *
 * @param hold the hold's number, which is the document's too
 * @param order the number of the new order
 * @param terms what holds for all lines of the order
 */
public record ConfirmHold(HoldId hold, OrderId order, OrderTerms terms) implements Document {

  /** Rejects missing parts. */
  public ConfirmHold {
    requireNonNull(hold, "hold");
    requireNonNull(order, "order");
    requireNonNull(terms, "terms");
  }

  /**
   * Returns a confirmation with the standard terms.
   *
   * @param hold the hold's number
   * @param order the number of the new order
   * @return the document
   */
  public static ConfirmHold of(HoldId hold, OrderId order) {
    return new ConfirmHold(hold, order, OrderTerms.standard());
  }

  /**
   * Returns this confirmation with other terms.
   *
   * @param other what holds for all lines of the order
   * @return the document
   */
  public ConfirmHold with(OrderTerms other) {
    return new ConfirmHold(hold, order, other);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.CONFIRM, hold.value());
  }

  @Override
  public Map<String, String> content() {
    return Fields.of("order", order).and(terms).asMap();
  }

  @Override
  public Decision decision() {
    return new ConfirmDecision(this);
  }
}
