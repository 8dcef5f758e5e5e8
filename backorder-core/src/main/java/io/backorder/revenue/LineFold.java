package io.backorder.revenue;

import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentSchedule.Progress;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.revenue.Payments.Payment;
import io.backorder.revenue.RevenueEntry.Cause;
import io.backorder.revenue.RevenueEntry.Kind;
import io.backorder.stock.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The money of one line, while documents and payments come in. What a document does is decided from how far
 * the line was before it and is after it, so that units which pass through several accounts within it move no
 * money on the way.
 */
final class LineFold {

  private final OrderLineId line;
  private final PaymentSchedule schedule;
  private final LineUnits units = new LineUnits();
  private final Consumer<RevenueEntry> journal;
  private RevenueAccount account;
  private Progress progress = new Progress(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
  private boolean placed;

  LineFold(OrderLineId line, PaymentSchedule schedule, Consumer<RevenueEntry> journal) {
    this.line = line;
    this.schedule = schedule;
    this.journal = journal;
    this.account = RevenueAccount.empty(schedule.price().currency());
  }

  OrderLineId line() {
    return line;
  }

  LineUnits units() {
    return units;
  }

  LineRevenue revenue() {
    return new LineRevenue(line, units.status(), schedule, account);
  }

  private void write(Cause cause, Kind kind, Money amount) {
    if (amount.signum() > 0) {
      RevenueEntry entry = new RevenueEntry(cause, line, kind, amount);
      account = account.after(entry);
      journal.accept(entry);
    }
  }

  /** Takes a payment of the host's books. */
  void pay(Payment payment) {
    pay(new Cause(payment.at(), Optional.<DocumentId>empty()), payment.amount());
  }

  /**
   * Takes a payment: for what was shipped first, then for what is to come. What is too much goes back, once
   * it is known how much the line is worth.
   */
  private void pay(Cause cause, Money amount) {
    Money settled = amount.min(account.earned().receivable());
    write(cause, Kind.SETTLED, settled);
    write(cause, Kind.PREPAID, amount.minus(settled));
    if (placed) {
      returnExcess(cause);
    }
  }

  private void returnExcess(Cause cause) {
    write(cause, Kind.REFUNDED, applied().minus(worth(progress)));
  }

  /** What was paid for goods and neither refunded nor kept. */
  private Money applied() {
    return account.deferred().plus(account.earned().goods());
  }

  private Money worth(Progress at) {
    return schedule.price().of(at.wanted());
  }

  /** Takes what a document did to the units. */
  void settle(Cause cause, RefundRule rule) {
    Progress before = progress;
    progress = units.progress();
    earn(
        cause,
        schedule.price().of(progress.shipped()).minus(schedule.price().of(before.shipped())));
    release(cause, before, rule);
    if (!placed) {
      placed = true;
      returnExcess(cause);
    }
  }

  private void earn(Cause cause, Money worth) {
    if (worth.signum() > 0) {
      Money paid = worth.min(account.deferred());
      write(cause, Kind.EARNED, paid);
      write(cause, Kind.BILLED, worth.minus(paid));
    } else {
      Money unpaid = worth.negated().min(account.earned().receivable());
      write(cause, Kind.UNBILLED, unpaid);
      write(cause, Kind.REVERSED, worth.negated().minus(unpaid));
    }
  }

  private void release(Cause cause, Progress before, RefundRule rule) {
    if (progress.wanted().compareTo(before.wanted()) < 0) {
      Money released = applied().minus(held(before));
      Money kept = rule == RefundRule.AS_THE_TERMS_SAY
          ? schedule.terms().kept(released)
          : Money.zero(released.currency());
      write(cause, Kind.KEPT, kept);
      write(cause, Kind.REFUNDED, released.minus(kept));
    }
  }

  /**
   * What stays applied when the line has become smaller: what is due for the rest, and of what was paid
   * beyond what was due the part that the rest has in what is not due yet. Who has paid less than what is due
   * gets back only what exceeds it.
   */
  private Money held(Progress before) {
    Money dueBefore = schedule.due(before);
    Money beyond = applied().minus(dueBefore);
    Money due = schedule.due(progress);
    if (beyond.signum() > 0) {
      BigDecimal open = worth(progress).minus(due).amount();
      BigDecimal openBefore = worth(before).minus(dueBefore).amount();
      BigDecimal share = beyond.amount().multiply(open);
      due = due.plus(Money.of(
          share.divide(openBefore, beyond.amount().scale(), RoundingMode.HALF_EVEN),
          due.currency()));
    }
    return due.min(applied());
  }

  /** Pays what is due and not paid. */
  void payOnSchedule(Cause cause) {
    Money missing = schedule.due(progress).minus(applied());
    if (missing.signum() > 0) {
      pay(cause, missing);
    }
  }

  /** How much of a refund the customer gets. */
  enum RefundRule {
    AS_THE_TERMS_SAY,
    IN_FULL;

    static RefundRule of(Cause cause, SalesBook book) {
      return cause
          .document()
          .filter(document ->
              document.kind() == DocumentKind.CANCEL || document.kind() == DocumentKind.CHANGE)
          .filter(document -> !book.isConsentRefused(document))
          .map(document -> AS_THE_TERMS_SAY)
          .orElse(IN_FULL);
    }
  }
}
