package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What is due for a line of units at a price under some terms.
 *
 * <p>With {@code o} units wanted, of which {@code f} are filled and of these {@code s} shipped,
 * {@code a o + b f + c s} is due in all, {@code a}, {@code b} and {@code c} being the parts of the price that
 * are due at order, fill and shipment. It is rounded once; what is due for a step is the difference of two
 * such amounts. So it never falls while units go their way, and comes to the price of the line to the minor
 * unit, however the line was divided.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param price the price of a unit
 * @param terms when it is due
 */
public record PaymentSchedule(UnitPrice price, PaymentTerms terms) {

  /** Rejects terms of another currency, and such as ask for more than the price before shipment. */
  public PaymentSchedule {
    requireNonNull(price, "price");
    requireNonNull(terms, "terms").atShipment(price);
  }

  /**
   * How far a line is.
   *
   * @param wanted the units ordered and neither refused, given up nor sent back
   * @param filled those of them that are reserved or shipped
   * @param shipped those of them that are shipped
   */
  public record Progress(Quantity wanted, Quantity filled, Quantity shipped) {

    /** Rejects more units filled than wanted, and more shipped than filled. */
    public Progress {
      requireNonNull(wanted, "wanted");
      requireAtMost("shipped", requireNonNull(shipped, "shipped"), filled);
      requireAtMost("filled", requireNonNull(filled, "filled"), wanted);
    }

    private static void requireAtMost(String name, Quantity units, Quantity most) {
      if (units.compareTo(requireNonNull(most, "filled")) > 0) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "units %s must be at most %s: %s".formatted(name, most, units),
            Facts.of("field", name).and("asked", units).and("allowed", most));
      }
    }
  }

  /**
   * The three payments of a line whose units go together; they add up to the price of the line.
   *
   * @param atOrder what is due when the line is ordered
   * @param atFill what is due when all of it is filled
   * @param atShipment what is due when all of it is shipped
   */
  public record Stages(Money atOrder, Money atFill, Money atShipment) {

    /**
     * Rejects several currencies.
     *
     * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if there are several
     */
    public Stages {
      Currency currency = requireNonNull(atOrder, "atOrder").currency();
      Money.requireCurrency(requireNonNull(atFill, "atFill").currency(), currency);
      Money.requireCurrency(requireNonNull(atShipment, "atShipment").currency(), currency);
    }

    /**
     * Returns the sum.
     *
     * @return the price of the line
     */
    public Money total() {
      return atOrder.plus(atFill).plus(atShipment);
    }
  }

  /**
   * Returns what is due in all.
   *
   * @param progress how far the line is
   * @return the amount, from zero to the worth of the units wanted
   */
  public Money due(Progress progress) {
    BigDecimal due = times(terms.atOrder().of(price), progress.wanted)
        .add(times(terms.atFill().of(price), progress.filled))
        .add(times(terms.atShipment(price), progress.shipped));
    return Money.rounded(due, price.currency());
  }

  private static BigDecimal times(BigDecimal amount, Quantity units) {
    return amount.multiply(BigDecimal.valueOf(units.units()));
  }

  /**
   * Returns the payments of a line whose units are ordered, filled and shipped together.
   *
   * @param units the units of the line
   * @return the payments
   */
  public Stages stages(Quantity units) {
    requireNonNull(units, "units");
    Money order = due(new Progress(units, Quantity.ZERO, Quantity.ZERO));
    Money fill = due(new Progress(units, units, Quantity.ZERO));
    Money all = price.of(units);
    return new Stages(order, fill.minus(order), all.minus(fill));
  }
}
