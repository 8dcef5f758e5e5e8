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
import io.backorder.revenue.RevenueEntry.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes records document by document, and writes what they and the payments do to the money of each line. The
 * documents of a line come in order of time, and nothing else is asked of their order: those of other items
 * may have been written by a machine whose clock differs.
 */
final class JournalWriter {

  private final SalesBook book;
  private final Instant asOf;
  private final Consumer<RevenueEntry> journal;
  private final Map<OrderLineId, Deque<Payment>> payments = new LinkedHashMap<>();
  private final boolean onSchedule;
  private final Map<OrderLineId, LineFold> folds = new LinkedHashMap<>();
  private final Set<LineFold> touched = new LinkedHashSet<>();
  private @Nullable Cause current;

  JournalWriter(SalesBook book, Instant asOf, Consumer<RevenueEntry> journal) {
    this.book = book;
    this.asOf = asOf;
    this.journal = journal;
    this.onSchedule = book.payments() instanceof Payments.OnSchedule;
    if (book.payments() instanceof Payments.Made made) {
      made.payments().stream()
          .filter(payment -> !payment.at().isAfter(asOf))
          .sorted(Comparator.comparing(Payment::at)) // stable
          .forEach(payment -> payments
              .computeIfAbsent(payment.line(), line -> new ArrayDeque<>())
              .add(payment));
    }
  }

  /** Takes a record, unless it is too late. */
  void take(LedgerRecord record) {
    if (record.recordedAt().isAfter(asOf)) {
      return;
    }
    begin(new Cause(record.recordedAt(), Optional.of(record.document())));
    // a kit is sold as one; its parts are in the ledger beside the line that has a price
    if (record.entry() instanceof LineEntry entry && !entry.claim().line().isPart()) {
      LineFold fold = folds.computeIfAbsent(entry.claim().line(), this::fold);
      entry.move(fold.units(), 1);
      touched.add(fold);
    }
  }

  private void begin(Cause cause) {
    if (!cause.equals(current)) {
      settle();
      current = cause;
    }
  }

  private void settle() {
    Cause cause = current;
    if (cause != null) {
      RefundRule rule = RefundRule.of(cause, book);
      for (LineFold fold : touched) {
        payBefore(cause.at(), fold);
        fold.settle(cause, rule);
        if (onSchedule) {
          fold.payOnSchedule(cause);
        }
      }
      touched.clear();
    }
  }

  private void payBefore(Instant at, LineFold fold) {
    Deque<Payment> open = payments.getOrDefault(fold.line(), new ArrayDeque<>());
    while (!open.isEmpty() && open.element().at().isBefore(at)) {
      fold.pay(open.remove());
    }
  }

  private LineFold fold(OrderLineId line) {
    return new LineFold(line, book.schedule(line).orElseThrow(() -> unknown(line)), journal);
  }

  private static UnknownReferenceException unknown(OrderLineId line) {
    return new UnknownReferenceException(
        ErrorCode.UNKNOWN_LINE,
        "line must be known to the sales book: " + line,
        Facts.of("order", line.order()).and("line", line.line()));
  }

  RevenueReport close() {
    settle();
    folds.forEach(
        (line, fold) -> payments.getOrDefault(line, new ArrayDeque<>()).forEach(fold::pay));
    payments.keySet().removeAll(folds.keySet());
    List<Payment> unplaced = payments.values().stream()
        .flatMap(Deque::stream)
        .sorted(Comparator.comparing(Payment::at)) // stable
        .toList();
    unplaced.forEach(payment -> journal.accept(new RevenueEntry(
        new Cause(payment.at(), Optional.<DocumentId>empty()),
        payment.line(),
        Kind.PREPAID,
        payment.amount())));
    return new RevenueReport(
        asOf, folds.values().stream().map(LineFold::revenue).toList(), unplaced);
  }
}
