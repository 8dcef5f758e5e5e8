package io.backorder.buying;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Units that a customer asked for in an order that was refused as a whole, because too little was there. A
 * refused document leaves no trace in the ledger, so the host keeps these and hands them to {@link
 * DemandRecords#withRefused}.
 *
 * <p>All lines of the order count, not only the one that was short: the customer wanted them all and got none.
 * Only refusals for want of goods are demand ({@link Refusal#isForWantOfGoods()}); an order with a wrong
 * number, say, is corrected and placed again. A cart is no order, and a hold that was refused is no demand.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param order the order
 * @param sku the item
 * @param quantity the units of the item that the order would have asked for in all, those for its kits included
 * @param refusal when and why it was refused
 */
public record RefusedDemand(OrderId order, Sku sku, Quantity quantity, Refusal refusal) {

  /** Rejects missing parts. */
  public RefusedDemand {
    requireNonNull(order, "order");
    requireNonNull(sku, "sku");
    requireNonNull(quantity, "quantity");
    requireNonNull(refusal, "refusal");
  }

  /**
   * When and why an order was refused.
   *
   * @param at the moment
   * @param code the reason
   * @param item the item for which too little was there, the first that was found, and for a part of a kit of
   *     which there was too little the part itself; empty if none was named
   */
  public record Refusal(Instant at, ErrorCode code, Optional<Sku> item) {

    /** Rejects missing parts. */
    public Refusal {
      requireNonNull(at, "at");
      requireNonNull(code, "code");
      requireNonNull(item, "item");
    }

    /**
     * Returns what an exception says.
     *
     * @param exception the exception that refused the order
     * @param at the moment
     * @return the refusal
     */
    public static Refusal of(InventoryException exception, Instant at) {
      requireNonNull(exception, "exception");
      Optional<String> item = Optional.ofNullable(exception.facts().asMap().get("sku"));
      return new Refusal(at, exception.code(), item.map(Sku::of));
    }

    /** Returns what this says of an item, a part of the kit that was short or not. */
    private Refusal about(Sku sku, Set<Sku> lacking) {
      return lacking.contains(sku) ? new Refusal(at, code, Optional.of(sku)) : this;
    }

    /**
     * Tells whether the order was refused because too little was there, or nothing soon enough.
     *
     * @return true for {@code INSUFFICIENT_STOCK}, {@code BACKORDERS_REFUSED}, {@code BACKORDER_LIMIT} and
     *     {@code WAIT_TOO_LONG}
     */
    public boolean isForWantOfGoods() {
      return switch (code) {
        case INSUFFICIENT_STOCK, BACKORDERS_REFUSED, BACKORDER_LIMIT, WAIT_TOO_LONG -> true;
        default -> false;
      };
    }
  }

  /**
   * Returns the demand of a refused order. For a raise of a line that was refused, the lines are those that the
   * order would have had; for a hold that was not confirmed, those of the hold. If it was a kit of which too
   * little was there, each of its parts is said to have been short, as parts wait with their kit, whichever of
   * them it lacks.
   *
   * @param order the order
   * @param lines all its lines
   * @param refusal when and why it was refused
   * @param parts gives the units of each part of one kit, none for other items, such as {@code
   *     inventory::parts}
   * @return one for each item and each part of a kit; none if it was not refused for want of goods
   * @throws InvalidValueException with {@code QUANTITY_OVERFLOW} if there are more units of
   *     an item than a signed 64-bit integer holds
   */
  public static List<RefusedDemand> of(
      OrderId order,
      List<OrderLine> lines,
      Refusal refusal,
      Function<Sku, Map<Sku, Quantity>> parts) {
    requireNonNull(order, "order");
    requireNonNull(lines, "lines");
    requireNonNull(refusal, "refusal");
    requireNonNull(parts, "parts");
    if (!refusal.isForWantOfGoods()) {
      return List.of();
    }
    Map<Sku, Quantity> units = new LinkedHashMap<>();
    for (OrderLine line : lines) {
      units.merge(line.sku(), line.quantity(), Quantity::plus);
      parts
          .apply(line.sku())
          .forEach((part, each) -> units.merge(part, times(line, each, part), Quantity::plus));
    }
    Set<Sku> lacking = refusal.item().map(parts).orElse(Map.of()).keySet();
    return units.entrySet().stream()
        .map(each -> new RefusedDemand(
            order, each.getKey(), each.getValue(), refusal.about(each.getKey(), lacking)))
        .toList();
  }

  private static Quantity times(OrderLine line, Quantity each, Sku part) {
    try {
      return Quantity.of(Math.multiplyExact(line.quantity().units(), each.units()));
    } catch (ArithmeticException e) {
      throw new InvalidValueException(
          ErrorCode.QUANTITY_OVERFLOW,
          "units of component %s must be at most %d: %s x %s"
              .formatted(part, Long.MAX_VALUE, line.quantity(), each),
          Facts.of("sku", part).and("asked", line.quantity()));
    }
  }

  /**
   * Tells whether the order was refused because this item was short, or a kit of which it is a part.
   *
   * @return false if another item was, for all that is known
   */
  public boolean isOfShortItem() {
    return refusal.item().filter(sku::equals).isPresent();
  }
}
