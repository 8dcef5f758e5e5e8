package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.finance.Money;
import io.backorder.finance.UnitPrice;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import io.backorder.supply.Receipt;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    DUE,

    /** The day on which units of it came, for these; the day on which it is due, for those still to come. */
    RECEIVED
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
      Instant from = anchor == Anchor.ORDERED
          ? supply.orderedAt().orElseThrow(() -> notOrdered(supply))
          : supply.due();
      return after(from, zone);
    }

    private LocalDate after(Instant from, ZoneId zone) {
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
   * @param amount the amount, zero or positive
   */
  public record Payable(SupplyId supply, LocalDate day, Money amount) {

    /** Rejects an amount below zero. */
    public Payable {
      requireNonNull(supply, "supply");
      requireNonNull(day, "day");
      if (requireNonNull(amount, "amount").signum() < 0) {
        throw Numbers.refused("amount payable for supply " + supply, "be zero or positive", amount);
      }
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
   * Returns what is to be paid for a supply of which nothing has come. The amounts add up to what its units cost
   * together.
   *
   * @param supply the supply
   * @param zone the shop's time zone, in which its days begin
   * @return the amounts, in the order of the instalments
   * @throws InvalidValueException with {@code INVALID_NUMBER} if an instalment is counted from the day of
   *     ordering and the supply does not tell it
   */
  public List<Payable> payables(Supply supply, ZoneId zone) {
    return payables(SupplyStatus.announced(requireNonNull(supply, "supply"), 1), zone);
  }

  /**
   * Returns what is to be paid for a supply as it stands, by terms of which nothing is counted from receipt: for
   * the units that came, were they more than announced, and for those that will still come. Nothing is owed
   * for a supply that was closed before anything came.
   *
   * @param status the supply
   * @param zone the shop's time zone, in which its days begin
   * @return the amounts, in the order of the instalments
   * @throws InvalidValueException with {@code INVALID_NUMBER} if an instalment is counted from the day of
   *     ordering and the supply does not tell it; with {@code INVALID_QUANTITY} if one is counted from receipt
   *     and units came
   */
  public List<Payable> payables(SupplyStatus status, ZoneId zone) {
    return payables(status, List.of(), zone);
  }

  /**
   * Returns what is to be paid for a supply as it stands: for the units that came, were they more than
   * announced, and for those that will still come. The amounts add up to what these units cost together.
   *
   * @param status the supply
   * @param receipts when its units came; those of other supplies are not looked at
   * @param zone the shop's time zone, in which its days begin
   * @return the amounts, in the order of the instalments; of one that is counted from receipt, those of each
   *     receipt and then that of what will still come
   * @throws InvalidValueException with {@code INVALID_NUMBER} if an instalment is counted from the day of
   *     ordering and the supply does not tell it; with {@code INVALID_QUANTITY} if one is counted from receipt
   *     and the receipts do not add up to what came
   */
  public List<Payable> payables(SupplyStatus status, List<Receipt> receipts, ZoneId zone) {
    requireNonNull(zone, "zone");
    Quantity owed = requireNonNull(status, "status").received().plus(status.expected());
    List<Receipt> came = requireNonNull(receipts, "receipts").stream()
        .filter(receipt -> receipt.supply().equals(status.supply().id()))
        .toList();
    List<Money> parts =
        cost.of(owed).split(instalments.stream().map(Instalment::percent).toList());
    List<Payable> payables = new ArrayList<>();
    for (int i = 0; i < parts.size() && !owed.isZero(); i++) {
      Instalment instalment = instalments.get(i);
      if (instalment.anchor == Anchor.RECEIVED) {
        payables.addAll(new Arrivals(status, came).payables(instalment, parts.get(i), zone));
      } else {
        LocalDate day = instalment.day(status.supply(), zone);
        payables.add(new Payable(status.supply().id(), day, parts.get(i)));
      }
    }
    return payables;
  }

  /** Units that came, and that will still come. */
  private record Arrivals(SupplyStatus status, List<Receipt> receipts) {

    Arrivals {
      Quantity told =
          receipts.stream().map(Receipt::quantity).reduce(Quantity.ZERO, Quantity::plus);
      if (!told.equals(status.received())) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "receipts of supply %s must add up to the %s units that came: %s"
                .formatted(status.supply().id(), status.received(), told),
            Facts.of("supply", status.supply().id())
                .and("asked", told)
                .and("allowed", status.received()));
      }
    }

    List<Payable> payables(Instalment instalment, Money amount, ZoneId zone) {
      List<LocalDate> days = new ArrayList<>();
      List<BigDecimal> units = new ArrayList<>();
      for (Receipt receipt : receipts) {
        days.add(instalment.after(receipt.receivedAt(), zone));
        units.add(BigDecimal.valueOf(receipt.quantity().units()));
      }
      if (status.isExpected()) {
        days.add(instalment.day(status.supply(), zone));
        units.add(BigDecimal.valueOf(status.expected().units()));
      }
      List<Money> shares = amount.split(units);
      return IntStream.range(0, shares.size())
          .mapToObj(i -> new Payable(status.supply().id(), days.get(i), shares.get(i)))
          .toList();
    }
  }
}
