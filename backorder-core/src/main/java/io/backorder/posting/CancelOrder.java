package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;
import java.util.Map;

/**
 * A customer gives units up. Waiting units go before reserved ones, and of each kind those that
 * joined the line last. Reserved units become free and serve who waits.
 *
 * @param number the cancellation's number, which is the document's too
 * @param scope what is cancelled
 */
public record CancelOrder(String number, Scope scope) implements Document {

  /** Rejects missing parts. */
  public CancelOrder {
    Identifiers.require("cancellation", number);
    requireNonNull(scope, "scope");
  }

  /**
   * Returns a cancellation of all that is open of an order.
   *
   * @param number the cancellation's number
   * @param order the order
   * @return the document
   */
  public static CancelOrder all(String number, OrderId order) {
    return new CancelOrder(number, new WholeOrder(order));
  }

  /**
   * Returns a cancellation of all that is open of a line.
   *
   * @param number the cancellation's number
   * @param line the line
   * @return the document
   */
  public static CancelOrder line(String number, OrderLineId line) {
    return new CancelOrder(number, new WholeLine(line));
  }

  /**
   * Returns a cancellation of some units of a line.
   *
   * @param number the cancellation's number
   * @param line the line
   * @param quantity the units, at least 1 and at most what is open
   * @return the document
   */
  public static CancelOrder units(String number, OrderLineId line, Quantity quantity) {
    return new CancelOrder(number, new Units(line, quantity));
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.CANCEL, number);
  }

  @Override
  public Map<String, String> content() {
    return content(scope).asMap();
  }

  private static Fields content(Scope scope) {
    if (scope instanceof Units units) {
      return Fields.empty().and(units.line).and("quantity", units.quantity);
    } else if (scope instanceof WholeLine whole) {
      return Fields.empty().and(whole.line).and("quantity", "all");
    }
    return Fields.of("order", scope.order()).and("line", "").and("quantity", "all");
  }

  @Override
  public Decision decision() {
    return new CancelDecision(scope);
  }

  /** What is cancelled. */
  public sealed interface Scope {

    /**
     * Returns the order.
     *
     * @return the order
     */
    OrderId order();
  }

  /**
   * All that is open of an order.
   *
   * @param order the order
   */
  public record WholeOrder(OrderId order) implements Scope {

    /** Rejects a missing order. */
    public WholeOrder {
      requireNonNull(order, "order");
    }
  }

  /**
   * All that is open of a line.
   *
   * @param line the line
   */
  public record WholeLine(OrderLineId line) implements Scope {

    /** Rejects a missing line. */
    public WholeLine {
      requireNonNull(line, "line");
    }

    @Override
    public OrderId order() {
      return line.order();
    }
  }

  /**
   * Some units of a line.
   *
   * @param line the line
   * @param quantity the units, at least 1
   */
  public record Units(OrderLineId line, Quantity quantity) implements Scope {

    /** Rejects a quantity of zero. */
    public Units {
      requireNonNull(line, "line");
      Content.requirePositive("quantity of line " + line, quantity);
    }

    @Override
    public OrderId order() {
      return line.order();
    }
  }
}
