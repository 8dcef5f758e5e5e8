package io.backorder.revenue;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.backorder.demand.OrderLineId;
import io.backorder.revenue.Payments.Payment;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is paid, deferred, recognised and refunded at one instant, line by line.
 *
 * <p>The report of a past instant is what a report made then would have said, as long as the host has told of
 * the payments of that time. This type is immutable and thread-safe.
 */
public final class RevenueReport {

  private final Instant asOf;
  private final Map<OrderLineId, LineRevenue> lines;
  private final List<Payment> unplaced;

  RevenueReport(Instant asOf, List<LineRevenue> lines, List<Payment> unplaced) {
    this.asOf = asOf;
    this.unplaced = List.copyOf(unplaced);
    this.lines = lines.stream()
        .collect(toMap(LineRevenue::line, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * Returns of when it is.
   *
   * @return the instant; what was recorded at it is in
   */
  public Instant asOf() {
    return asOf;
  }

  /**
   * Returns the lines.
   *
   * @return the lines, in the order in which they were placed
   */
  public List<LineRevenue> lines() {
    return List.copyOf(lines.values());
  }

  /**
   * Returns a line.
   *
   * @param line the line
   * @return its units and money, or empty if it was not placed by then
   */
  public Optional<LineRevenue> line(OrderLineId line) {
    return Optional.ofNullable(lines.get(requireNonNull(line, "line")));
  }

  /**
   * Returns the payments for lines that are not placed: money that came a moment before its order, or under a
   * wrong number. All of it is deferred until the line is placed, and is not in {@link #lines}.
   *
   * @return the payments, in order of time; they are in the sums as paid and deferred
   */
  public List<Payment> unplaced() {
    return unplaced;
  }

  /**
   * Returns the sum of a currency.
   *
   * @param currency the currency
   * @return the sum of all lines that are priced in it, and of what came in it for lines that are not placed
   */
  public RevenueAccount total(Currency currency) {
    requireNonNull(currency, "currency");
    return totals().getOrDefault(currency, RevenueAccount.empty(currency));
  }

  /**
   * Returns the sums.
   *
   * @return the sum of all lines, and of what came for lines that are not placed, by currency, in the order of
   *     their codes
   */
  public Map<Currency, RevenueAccount> totals() {
    Map<Currency, RevenueAccount> totals = new TreeMap<>(comparing(Currency::getCurrencyCode));
    for (LineRevenue line : lines.values()) {
      totals.merge(line.currency(), line.account(), RevenueAccount::plus);
    }
    for (Payment payment : unplaced) {
      RevenueAccount account = RevenueAccount.prepaid(payment.amount());
      totals.merge(payment.amount().currency(), account, RevenueAccount::plus);
    }
    return Collections.unmodifiableMap(totals);
  }

  /**
   * Returns the part of this report that is in a currency.
   *
   * @param currency the currency
   * @return the report of the lines that are priced in it, and of the payments in it for lines that are not
   *     placed
   */
  public RevenueReport in(Currency currency) {
    requireNonNull(currency, "currency");
    return new RevenueReport(
        asOf,
        lines().stream().filter(line -> line.currency().equals(currency)).toList(),
        unplaced.stream()
            .filter(payment -> payment.amount().currency().equals(currency))
            .toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RevenueReport that
        && asOf.equals(that.asOf)
        && lines.equals(that.lines)
        && unplaced.equals(that.unplaced);
  }

  @Override
  public int hashCode() {
    return Objects.hash(asOf, lines, unplaced);
  }

  @Override
  public String toString() {
    return "RevenueReport as of %s: %d lines, %s".formatted(asOf, lines.size(), totals());
  }
}
