package io.backorder.revenue;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule.Progress;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.revenue.Payments.Payment;
import io.backorder.revenue.PurchaseTerms.Payable;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import io.backorder.storefront.BackorderTerms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When money will come and go: what customers are to pay when promised units leave, what of it and of what is
 * deferred becomes revenue then, what suppliers are to be paid, and what customers get back.
 *
 * <p>It holds as far as promises and supplies do. Units that leave count as filled on the same day unless
 * they are reserved already. What is due now and not paid is expected with the next units of its line. This
 * type is immutable and thread-safe.
 *
 * @param days the days on which something happens, earliest first
 * @param undated what no promise gives a day
 */
public record CashOutlook(List<Day> days, Undated undated) {

  /** Copies the days. */
  public CashOutlook {
    days = List.copyOf(requireNonNull(days, "days"));
    requireNonNull(undated, "undated");
  }

  /**
   * What happens on a day.
   *
   * @param day the day
   * @param collected what customers are to pay
   * @param recognised what was deferred or is collected and becomes revenue
   * @param outflow what is to be paid
   */
  public record Day(LocalDate day, Money collected, Money recognised, Outflow outflow) {

    /** Rejects missing parts. */
    public Day {
      requireNonNull(day, "day");
      requireNonNull(collected, "collected");
      requireNonNull(recognised, "recognised");
      requireNonNull(outflow, "outflow");
    }

    private static Day of(LocalDate day, Outflow outflow) {
      Money zero = Money.zero(outflow.payable.currency());
      return new Day(day, zero, zero, outflow);
    }

    /**
     * Returns what the day brings.
     *
     * @return what comes less what goes
     */
    public Money net() {
      return collected.minus(outflow.total());
    }

    private Day plus(Day other) {
      return new Day(
          day,
          collected.plus(other.collected),
          recognised.plus(other.recognised),
          outflow.plus(other.outflow));
    }
  }

  /**
   * What is to be paid.
   *
   * @param payable what suppliers are to be paid
   * @param refunds what customers are to be paid back
   */
  public record Outflow(Money payable, Money refunds) {

    /** Rejects missing parts. */
    public Outflow {
      requireNonNull(payable, "payable");
      requireNonNull(refunds, "refunds");
    }

    /**
     * Returns the sum.
     *
     * @return what goes to suppliers and customers
     */
    public Money total() {
      return payable.plus(refunds);
    }

    private Outflow plus(Outflow other) {
      return new Outflow(payable.plus(other.payable), refunds.plus(other.refunds));
    }
  }

  /**
   * Money that a customer is to be paid back.
   *
   * @param line the line for which it was paid
   * @param day the day by which it is to be paid back
   * @param amount the amount, positive
   */
  public record Refund(OrderLineId line, LocalDate day, Money amount) {

    /** Rejects an amount that is not positive. */
    public Refund {
      requireNonNull(line, "line");
      requireNonNull(day, "day");
      if (requireNonNull(amount, "amount").signum() <= 0) {
        throw Numbers.refused("refund for line " + line, "be positive", amount);
      }
    }

    /**
     * Returns the refund that a movement of the journal brings.
     *
     * @param entry the movement, a {@link RevenueEntry.Kind#REFUNDED} one
     * @param terms the terms of the line; where no time is agreed it is paid back on the day of the movement
     * @param zone the shop's time zone, in which its days begin
     * @return the refund
     * @throws InvalidValueException with {@code INVALID_NUMBER} if the movement is of another kind
     */
    public static Refund of(RevenueEntry entry, BackorderTerms terms, ZoneId zone) {
      if (requireNonNull(entry, "entry").kind() != RevenueEntry.Kind.REFUNDED) {
        throw Numbers.refused(
            "kind of the movement", "be " + RevenueEntry.Kind.REFUNDED, entry.kind());
      }
      LocalDate refunded =
          entry.cause().at().atZone(requireNonNull(zone, "zone")).toLocalDate();
      LocalDate day = requireNonNull(terms, "terms").refundBy(refunded).orElse(refunded);
      return new Refund(entry.line(), day, entry.amount());
    }
  }

  /**
   * What no promise gives a day.
   *
   * @param outstanding what customers are to pay some day
   * @param deferred what was deferred or is collected and stays deferred, and what came for lines that are not
   *     placed
   */
  public record Undated(Money outstanding, Money deferred) {

    /** Rejects missing parts. */
    public Undated {
      requireNonNull(outstanding, "outstanding");
      requireNonNull(deferred, "deferred");
    }
  }

  /**
   * Returns the outlook in one currency.
   *
   * @param report what is paid and deferred now; {@link RevenueReport#in} gives that of one currency
   * @param promises the units that are promised, at most the open ones of each line
   * @param payables what suppliers are to be paid
   * @param currency the currency of all of it
   * @return the outlook
   * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if a line or an amount is in another
   *     currency, with {@code INVALID_QUANTITY} if more units of a line are promised than are open
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if a promised line is not in the report
   */
  public static CashOutlook of(
      RevenueReport report,
      List<PromisedUnits> promises,
      List<Payable> payables,
      Currency currency) {
    Money zero = Money.zero(currency);
    Map<OrderLineId, Running> lines = new HashMap<>();
    for (LineRevenue line : requireNonNull(report, "report").lines()) {
      lines.put(line.line(), new Running(line));
    }
    TreeMap<LocalDate, Day> days = new TreeMap<>();
    for (PromisedUnits promise : inOrder(promises)) {
      Day day = running(lines, promise.line()).ship(promise, zero);
      days.merge(day.day, day, Day::plus);
    }
    for (Payable payable : requireNonNull(payables, "payables")) {
      Day day = Day.of(payable.day(), new Outflow(payable.amount().plus(zero), zero));
      days.merge(day.day, day, Day::plus);
    }
    Undated undated = undated(lines, unplaced(report, zero));
    return new CashOutlook(new ArrayList<>(days.values()), undated);
  }

  private static List<PromisedUnits> inOrder(List<PromisedUnits> promises) {
    return requireNonNull(promises, "promises").stream()
        .sorted(comparing(PromisedUnits::day)) // stable
        .toList();
  }

  private static Running running(Map<OrderLineId, Running> lines, OrderLineId line) {
    Running running = lines.get(line);
    if (running == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_LINE,
          "promised line must be in the report: " + line,
          Facts.of("order", line.order()).and("line", line.line()));
    }
    return running;
  }

  private static Money unplaced(RevenueReport report, Money zero) {
    return report.unplaced().stream().map(Payment::amount).reduce(zero, Money::plus);
  }

  private static Undated undated(Map<OrderLineId, Running> lines, Money unplaced) {
    Money outstanding = Money.zero(unplaced.currency());
    Money deferred = unplaced;
    for (Running line : lines.values()) {
      outstanding = outstanding.plus(line.outstanding());
      deferred = deferred.plus(line.deferred());
    }
    return new Undated(outstanding, deferred);
  }

  /**
   * Returns this outlook with money that customers are to be paid back.
   *
   * @param refunds the refunds that are not paid yet, such as {@link RevenueJournal#refundsDue} tells
   * @return the outlook
   * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if one is in another currency
   */
  public CashOutlook withRefunds(List<Refund> refunds) {
    Money zero = Money.zero(undated.outstanding.currency());
    TreeMap<LocalDate, Day> merged = new TreeMap<>();
    days.forEach(day -> merged.put(day.day, day));
    for (Refund refund : requireNonNull(refunds, "refunds")) {
      Day day = Day.of(refund.day, new Outflow(zero, refund.amount.plus(zero)));
      merged.merge(refund.day, day, Day::plus);
    }
    return new CashOutlook(new ArrayList<>(merged.values()), undated);
  }

  /**
   * Returns the money that the shop needs beside what comes in: the lowest point of what the days add up to.
   *
   * @return the need, zero or positive
   */
  public Money fundingNeed() {
    Money sum = Money.zero(undated.outstanding.currency());
    List<Money> balances = new ArrayList<>(List.of(sum));
    for (Day day : days) {
      sum = sum.plus(day.net());
      balances.add(sum);
    }
    return balances.stream().min(naturalOrder()).orElseThrow().negated();
  }

  /** A line while its promised units leave. */
  private static final class Running {

    private final LineRevenue line;
    private Progress progress;
    private Money applied;

    Running(LineRevenue line) {
      this.line = line;
      this.progress = line.progress();
      this.applied = line.applied();
    }

    private Money worth(Quantity units) {
      return line.schedule().price().of(units);
    }

    Money outstanding() {
      return worth(progress.wanted()).minus(applied);
    }

    private Money recognised() {
      return worth(progress.shipped()).min(applied);
    }

    Money deferred() {
      return applied.minus(recognised());
    }

    Day ship(PromisedUnits promise, Money zero) {
      Money before = recognised();
      progress = shipped(promise);
      Money collected = line.schedule().due(progress).minus(applied).max(zero);
      applied = applied.plus(collected);
      Money recognised = recognised().minus(before);
      return new Day(promise.day(), collected, recognised, new Outflow(zero, zero));
    }

    private Progress shipped(PromisedUnits promise) {
      Quantity open = progress.wanted().minus(progress.shipped());
      if (promise.quantity().compareTo(open) > 0) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "units promised of line %s must be at most the open %s: %s"
                .formatted(promise.line(), open, promise.quantity()),
            Facts.of("order", promise.line().order())
                .and("line", promise.line().line())
                .and("asked", promise.quantity())
                .and("allowed", open));
      }
      Quantity shipped = progress.shipped().plus(promise.quantity());
      Quantity filled = progress.filled().compareTo(shipped) < 0 ? shipped : progress.filled();
      return new Progress(progress.wanted(), filled, shipped);
    }
  }
}
