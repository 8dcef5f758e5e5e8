package io.backorder.revenue;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.revenue.LineFold.RefundRule;
import io.backorder.revenue.Payments.Payment;
import io.backorder.revenue.RevenueEntry.Cause;
import io.backorder.statistics.Numbers;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes records and payments in order of time, document by document, and writes what they do to the money. */
final class JournalWriter {

  private final SalesBook book;
  private final Instant asOf;
  private final Deque<Payment> payments;
  private final boolean onSchedule;
  private final Map<OrderLineId, LineFold> folds = new LinkedHashMap<>();
  private final Set<LineFold> touched = new LinkedHashSet<>();
  private final List<RevenueEntry> entries = new ArrayList<>();
  private @Nullable Cause current;

  JournalWriter(SalesBook book, Instant asOf) {
    this.book = book;
    this.asOf = asOf;
    this.onSchedule = book.payments() instanceof Payments.OnSchedule;
    this.payments = new ArrayDeque<>();
    if (book.payments() instanceof Payments.Made made) {
      made.payments().stream()
          .filter(payment -> !payment.at().isAfter(asOf))
          .sorted(Comparator.comparing(Payment::at)) // stable
          .forEach(payments::add);
    }
  }

  static void requireNotAfter(Collection<Instant> instants, Instant last) {
    for (Instant instant : instants) {
      if (instant.isAfter(last)) {
        throw Numbers.refused("instant", "not be after " + last, instant);
      }
    }
  }

  /** Takes a record, unless it is too late; tells whether it was taken. */
  boolean take(LedgerRecord record) {
    if (record.recordedAt().isAfter(asOf)) {
      return false;
    }
    begin(record);
    if (record.entry() instanceof LineEntry entry) {
      LineFold fold = folds.computeIfAbsent(entry.claim().line(), this::fold);
      entry.move(fold.units(), 1);
      touched.add(fold);
    }
    return true;
  }

  private void begin(LedgerRecord record) {
    Cause cause = new Cause(record.recordedAt(), Optional.of(record.document()));
    if (!cause.equals(current)) {
      settle();
      payBefore(record.recordedAt());
      current = cause;
    }
  }

  private void settle() {
    Cause cause = current;
    if (cause != null) {
      RefundRule rule = RefundRule.of(cause, book);
      for (LineFold fold : touched) {
        fold.settle(cause, rule);
        if (onSchedule) {
          fold.payOnSchedule(cause);
        }
      }
      touched.clear();
    }
  }

  private void payBefore(Instant at) {
    while (!payments.isEmpty() && payments.element().at().isBefore(at)) {
      pay(payments.remove());
    }
  }

  private LineFold fold(OrderLineId line) {
    return new LineFold(
        line,
        book.schedule(line).orElseThrow(() -> unknown(line, "known to the sales book")),
        entries::add);
  }

  private void pay(Payment payment) {
    LineFold fold = folds.get(payment.line());
    if (fold == null) {
      throw unknown(payment.line(), "placed by " + payment.at() + ", when it was paid");
    }
    fold.pay(new Cause(payment.at(), Optional.<DocumentId>empty()), payment.amount());
  }

  private static UnknownReferenceException unknown(OrderLineId line, String what) {
    return new UnknownReferenceException(
        ErrorCode.UNKNOWN_LINE,
        "line must be %s: %s".formatted(what, line),
        Facts.of("order", line.order()).and("line", line.line()));
  }

  RevenueJournal close() {
    settle();
    while (!payments.isEmpty()) {
      pay(payments.remove());
    }
    return RevenueJournal.of(
        entries,
        new RevenueReport(asOf, folds.values().stream().map(LineFold::revenue).toList()));
  }
}
