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
 * Units are given up. Waiting units go before reserved ones, and of each kind those that
 * joined the line last. Reserved units become free and serve who waits.
 *
 * <p>The shop may cancel at any time: a supplier fails, a customer has not consented to a slip, or accepts
 * what the shop itself has offered. A cancellation {@linkplain #byCustomer by the customer}'s own wish is held
 * to the {@linkplain io.backorder.storefront.BackorderTerms#withCancellation window} that the shop has agreed
 * to for the item of each line that it would take units from: from the day after its last day on, counted from
 * the day on which the order was placed, it is refused with {@code CANCELLATION_OVER}. One line that is over
 * stops the whole document. A customer's wish to lower a line is posted as a cancellation of units.
 *
 * @param number the cancellation's number, which is the document's too
 * @param scope what is cancelled
 * @param party at whose wish
 */
public record CancelOrder(String number, Scope scope, Party party) implements Document {

  /** At whose wish units are given up. */
  public enum Party {

    /** At the shop's, which may at any time. */
    SHOP,

    /** At the customer's, who may within the agreed time. */
    CUSTOMER
  }

  /** Rejects missing parts. */
  public CancelOrder {
    Identifiers.require("cancellation", number);
    requireNonNull(scope, "scope");
    requireNonNull(party, "party");
  }

  /**
   * Returns a cancellation, by the shop, of all that is open of an order.
   *
   * @param number the cancellation's number
   * @param order the order
   * @return the document
   */
  public static CancelOrder all(String number, OrderId order) {
    return new CancelOrder(number, new WholeOrder(order), Party.SHOP);
  }

  /**
   * Returns a cancellation, by the shop, of all that is open of a line.
   *
   * @param number the cancellation's number
   * @param line the line
   * @return the document
   */
  public static CancelOrder line(String number, OrderLineId line) {
    return new CancelOrder(number, new WholeLine(line), Party.SHOP);
  }

  /**
   * Returns a cancellation, by the shop, of some units of a line.
   *
   * @param number the cancellation's number
   * @param line the line
   * @param quantity the units, at least 1 and at most what is open
   * @return the document
   */
  public static CancelOrder units(String number, OrderLineId line, Quantity quantity) {
    return new CancelOrder(number, new Units(line, quantity), Party.SHOP);
  }

  /**
   * Returns this cancellation at the customer's own wish.
   *
   * @return the document, which is refused once the time in which the customer may cancel is over
   */
  public CancelOrder byCustomer() {
    return new CancelOrder(number, scope, Party.CUSTOMER);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.CANCEL, number);
  }

  @Override
  public Map<String, String> content() {
    Fields fields = content(scope);
    return party == Party.SHOP ? fields.asMap() : fields.and("party", party).asMap();
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
    return new CancelDecision(this);
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
