package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.revenue.CashOutlook.Refund;
import io.backorder.storefront.BackorderTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Every movement of money that follows from a ledger: a payment is deferred until the units it is for are
 * shipped, and recognised then; units that are given up, sent back or refused give the money back.
 *
 * <p>What goes back when units are given up is what was due for them, and the same part of what was paid
 * ahead; of it the terms may keep a percentage, unless the customer did not consent to a new date. What is
 * paid beyond the worth of a line goes back at once. What is paid before a line is placed waits for it. The
 * parts of a kit have no price: the kit's own line has. A movement of an instant depends on nothing that was
 * recorded after it.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class RevenueJournal {

  /** Documents before payments of the same instant, as they are taken; the rest stays as it is. */
  private static final Comparator<RevenueEntry> IN_TIME = Comparator.comparing(
          (RevenueEntry entry) -> entry.cause().at())
      .thenComparing(
          entry -> entry.cause().document().isPresent() ? "" : entry.line().toString());

  private final List<RevenueEntry> entries;
  private final RevenueReport report;

  private RevenueJournal(List<RevenueEntry> entries, RevenueReport report) {
    this.entries = entries;
    this.report = report;
  }

  /**
   * Returns the journal of a ledger up to an instant.
   *
   * @param records the records of a whole ledger, in the order of their positions; of different items the times
   *     need not be in order
   * @param book prices, terms and payments
   * @param asOf the instant; what was recorded or paid at it counts, what was later is not looked at
   * @return the journal
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LINE} if the host does not
   *     know a line of the ledger
   * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH} if a payment is in
   *     another currency than the price of its line
   */
  public static RevenueJournal of(Iterable<LedgerRecord> records, SalesBook book, Instant asOf) {
    List<RevenueEntry> entries = new ArrayList<>();
    RevenueReport report = read(records, book, asOf, entries::add);
    return new RevenueJournal(entries.stream().sorted(IN_TIME).toList(), report);
  }

  /**
   * Returns the journal of a ledger up to an instant. The ledger is read page by page, and every movement is
   * kept; {@link #read(Ledger, SalesBook, Instant, Consumer)} keeps none.
   *
   * @param ledger the ledger
   * @param book prices, terms and payments
   * @param asOf the instant; what was recorded or paid at it counts, what was later is not looked at
   * @return the journal
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LINE}, as for records
   * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH}, as for records
   */
  public static RevenueJournal of(Ledger ledger, SalesBook book, Instant asOf) {
    List<RevenueEntry> entries = new ArrayList<>();
    RevenueReport report = read(ledger, book, asOf, entries::add);
    return new RevenueJournal(entries.stream().sorted(IN_TIME).toList(), report);
  }

  /**
   * Tells of every movement of a ledger up to an instant, and keeps none: what is kept is one account for each
   * line.
   *
   * @param records the records of a whole ledger, in the order of their positions; of different items the times
   *     need not be in order
   * @param book prices, terms and payments
   * @param asOf the instant; what was recorded or paid at it counts, what was later is not looked at
   * @param journal is told of each movement: of those of a line in order of time, of different lines in any
   *     order; a {@link RevenueCurve} adds them up
   * @return what the movements come to
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LINE} if the host does not
   *     know a line of the ledger
   * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH} if a payment is in
   *     another currency than the price of its line
   */
  public static RevenueReport read(
      Iterable<LedgerRecord> records,
      SalesBook book,
      Instant asOf,
      Consumer<RevenueEntry> journal) {
    requireNonNull(records, "records");
    JournalWriter writer = writer(book, asOf, journal);
    records.forEach(writer::take);
    return writer.close();
  }

  private static JournalWriter writer(
      SalesBook book, Instant asOf, Consumer<RevenueEntry> journal) {
    return new JournalWriter(
        requireNonNull(book, "book"),
        requireNonNull(asOf, "asOf"),
        requireNonNull(journal, "journal"));
  }

  /**
   * Tells of every movement of a ledger up to an instant, and keeps none: what is kept is one account for each
   * line, and a page of the ledger.
   *
   * @param ledger the ledger
   * @param book prices, terms and payments
   * @param asOf the instant; what was recorded or paid at it counts, what was later is not looked at
   * @param journal is told of each movement, as for records
   * @return what the movements come to
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LINE}, as for records
   * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH}, as for records
   */
  public static RevenueReport read(
      Ledger ledger, SalesBook book, Instant asOf, Consumer<RevenueEntry> journal) {
    requireNonNull(ledger, "ledger");
    JournalWriter writer = writer(book, asOf, journal);
    ledger.forEachAfter(0, writer::take);
    return writer.close();
  }

  /**
   * Returns the movements.
   *
   * @return the entries, in order of time
   */
  public List<RevenueEntry> entries() {
    return entries;
  }

  /**
   * Returns what the movements come to.
   *
   * @return the report of the journal's last instant
   */
  public RevenueReport report() {
    return report;
  }

  /**
   * Returns the refunds that are to be paid from a day on, as the terms say.
   *
   * @param from the day
   * @param terms the terms of each line; where no time is agreed it is paid back on the day on which it is
   *     refunded
   * @param zone the shop's time zone, in which its days begin
   * @return the refunds that are to be paid on that day or later, in the order of the movements
   */
  public List<Refund> refundsDue(
      LocalDate from, Function<OrderLineId, BackorderTerms> terms, ZoneId zone) {
    requireNonNull(from, "from");
    requireNonNull(terms, "terms");
    requireNonNull(zone, "zone");
    return entries.stream()
        .filter(entry -> entry.kind() == RevenueEntry.Kind.REFUNDED)
        .map(entry -> Refund.of(entry, terms.apply(entry.line()), zone))
        .filter(refund -> !refund.day().isBefore(from))
        .toList();
  }

  /**
   * Returns the sums of a currency at several instants: a curve.
   *
   * @param currency the currency
   * @param instants the instants, none after that of the report
   * @return the sum of all lines as of each instant, in order of time
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_NUMBER} if an instant is after the
   *     report
   */
  public Map<Instant, RevenueAccount> curve(Currency currency, Iterable<Instant> instants) {
    requireNonNull(currency, "currency");
    RevenueCurve curve = RevenueCurve.of(currency, requireNonNull(instants, "instants"));
    curve.requireNotAfter(report.asOf());
    entries.forEach(curve);
    return curve.points();
  }
}
