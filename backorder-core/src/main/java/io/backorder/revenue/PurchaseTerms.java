package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.finance.Money;
import io.backorder.finance.UnitPrice;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a supplied unit costs, and when the supplier is to be paid.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param cost what a unit costs
 * @param instalments the parts of the price with their days, at least one, whose percentages add up to 100
 */
public record PurchaseTerms(UnitPrice cost, List<Instalment> instalments) {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Copies the instalments; rejects such as do not add up to the price. */
  public PurchaseTerms {
    requireNonNull(cost, "cost");
    instalments = List.copyOf(requireNonNull(instalments, "instalments"));
    BigDecimal sum =
        instalments.stream().map(Instalment::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(ALL) != 0) {
      throw Numbers.refused("percentages of the instalments", "add up to 100", sum.toPlainString());
    }
  }

  /** From which day the days of an instalment are counted. */
  public enum Anchor {

    /** The day on which the supply was ordered. */
    ORDERED,

    /** The day on which it is due. */
    DUE
  }

  /**
   * A part of the price, and when it is to be paid.
   *
   * @param anchor from which day
   * @param days so many days after it, or before it if below zero
   * @param percent the part, in (0, 100]
   */
  public record Instalment(Anchor anchor, int days, BigDecimal percent) {

    /** Rejects a percentage out of range. */
    public Instalment {
      requireNonNull(anchor, "anchor");
      if (requireNonNull(percent, "percent").signum() <= 0 || percent.compareTo(ALL) > 0) {
        throw Numbers.refused("instalment", "be in (0, 100] percent", percent.toPlainString());
      }
    }

    private LocalDate day(Supply supply, ZoneId zone) {
      Instant from = anchor == Anchor.DUE
          ? supply.due()
          : supply.orderedAt().orElseThrow(() -> notOrdered(supply));
      return from.atZone(zone).toLocalDate().plusDays(days);
    }

    private static InvalidValueException notOrdered(Supply supply) {
      return Numbers.refused(
          "supply %s".formatted(supply.id()),
          "say when it was ordered, for an instalment that is counted from then",
          "unknown");
    }
  }

  /**
   * An amount to be paid to a supplier.
   *
   * @param supply for which supply
   * @param day the day on which it is to be paid
   * @param amount the amount
   */
  public record Payable(SupplyId supply, LocalDate day, Money amount) {

    /** Rejects missing parts. */
    public Payable {
      requireNonNull(supply, "supply");
      requireNonNull(day, "day");
      requireNonNull(amount, "amount");
    }
  }

  /**
   * Returns the terms by which all is paid some days after a supply is due.
   *
   * @param cost what a unit costs
   * @param days so many days after it is due
   * @return the terms
   */
  public static PurchaseTerms net(UnitPrice cost, int days) {
    return new PurchaseTerms(cost, List.of(new Instalment(Anchor.DUE, days, ALL)));
  }

  /**
   * Returns what is to be paid for a supply. The amounts add up to what its units cost together.
   *
   * @param supply the supply
   * @param zone the shop's time zone, in which its days begin
   * @return the amounts, in the order of the instalments
   * @throws InvalidValueException with {@code INVALID_NUMBER} if an instalment is counted from the day of
   *     ordering and the supply does not tell it
   */
  public List<Payable> payables(Supply supply, ZoneId zone) {
    requireNonNull(zone, "zone");
    Money whole = cost.of(requireNonNull(supply, "supply").quantity());
    List<Money> parts =
        whole.split(instalments.stream().map(Instalment::percent).toList());
    List<Payable> payables = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      LocalDate day = instalments.get(i).day(supply, zone);
      payables.add(new Payable(supply.id(), day, parts.get(i)));
    }
    return payables;
  }
}
