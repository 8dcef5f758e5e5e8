package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;
import java.util.Map;

/**
 * An order line gets another quantity. A raised line keeps its old place for the old units and queues
 * the added ones as if they were placed now. A lowered line gives up waiting units before reserved
 * ones, and of each kind those that joined last; it cannot go below what is shipped, cancelled or
 * refused.
 *
 * @param number the change's number, which is the document's too
 * @param line the line
 * @param quantity the new number of units ordered, at least 1
 */
public record ChangeLine(String number, OrderLineId line, Quantity quantity) implements Document {

  /** Rejects a quantity of zero: a line is given up by {@link CancelOrder}. */
  public ChangeLine {
    Identifiers.require("change", number);
    requireNonNull(line, "line");
    Content.requirePositive("quantity of line " + line, quantity);
  }

  /**
   * Returns a change.
   *
   * @param number the change's number
   * @param line the line
   * @param quantity the new number of units ordered, at least 1
   * @return the document
   */
  public static ChangeLine of(String number, OrderLineId line, Quantity quantity) {
    return new ChangeLine(number, line, quantity);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.CHANGE, number);
  }

  @Override
  public Map<String, String> content() {
    return Fields.empty().and(line).and("quantity", quantity).asMap();
  }

  @Override
  public Decision decision() {
    return new ChangeDecision(this);
  }
}
