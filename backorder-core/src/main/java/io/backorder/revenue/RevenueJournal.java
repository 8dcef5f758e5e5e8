package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.finance.Money;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every movement of money that follows from a ledger: a payment is deferred until the units it is for are
 * shipped, and recognised then; units that are given up, sent back or refused give the money back.
 *
 * <p>What goes back when units are given up is what was due for them, and the same part of what was paid
 * ahead; of it the terms may keep a percentage, unless the customer did not consent to a new date. What is
 * paid beyond the worth of a line goes back at once. A movement of an instant depends on nothing that was
 * recorded after it.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class RevenueJournal {

  private static final int PAGE = 1024;

  private final List<RevenueEntry> entries;
  private final RevenueReport report;

  private RevenueJournal(List<RevenueEntry> entries, RevenueReport report) {
    this.entries = entries;
    this.report = report;
  }

  /**
   * Returns the journal of a ledger up to an instant.
   *
   * @param records the records of a whole ledger, in the order of their positions, with equal or later times
   * @param book prices, terms and payments
   * @param asOf the instant; what was recorded or paid at it counts, what was later is not looked at
   * @return the journal
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LINE} if the host does not
   *     know a line of the ledger, or tells of a payment for one that was not placed by then
   * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH} if a payment is in
   *     another currency than the price of its line
   */
  public static RevenueJournal of(Iterable<LedgerRecord> records, SalesBook book, Instant asOf) {
    requireNonNull(records, "records");
    JournalWriter writer =
        new JournalWriter(requireNonNull(book, "book"), requireNonNull(asOf, "asOf"));
    for (LedgerRecord record : records) {
      if (!writer.take(record)) {
        break;
      }
    }
    return writer.close();
  }

  /**
   * Returns the journal of a ledger up to an instant. The ledger is read page by page.
   *
   * @param ledger the ledger
   * @param book prices, terms and payments
   * @param asOf the instant; what was recorded or paid at it counts, what was later is not looked at
   * @return the journal
   * @throws io.backorder.refusal.UnknownReferenceException with {@code UNKNOWN_LINE}, as for records
   * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH}, as for records
   */
  public static RevenueJournal of(Ledger ledger, SalesBook book, Instant asOf) {
    requireNonNull(ledger, "ledger");
    JournalWriter writer =
        new JournalWriter(requireNonNull(book, "book"), requireNonNull(asOf, "asOf"));
    List<LedgerRecord> page = ledger.after(0, PAGE);
    while (!page.isEmpty() && page.stream().allMatch(writer::take)) {
      page = ledger.after(page.get(page.size() - 1).position(), PAGE);
    }
    return writer.close();
  }

  static RevenueJournal of(List<RevenueEntry> entries, RevenueReport report) {
    return new RevenueJournal(List.copyOf(entries), report);
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
    TreeMap<Instant, RevenueAccount> curve = new TreeMap<>();
    RevenueAccount empty = RevenueAccount.empty(currency);
    requireNonNull(instants, "instants").forEach(instant -> curve.put(instant, empty));
    JournalWriter.requireNotAfter(curve.keySet(), report.asOf());
    RevenueAccount account = empty;
    int read = 0;
    for (Map.Entry<Instant, RevenueAccount> point : curve.entrySet()) {
      while (read < entries.size() && !entries.get(read).cause().at().isAfter(point.getKey())) {
        account = after(account, entries.get(read++));
      }
      point.setValue(account);
    }
    return curve;
  }

  private static RevenueAccount after(RevenueAccount account, RevenueEntry entry) {
    Money paid = account.paid();
    return entry.amount().currency().equals(paid.currency()) ? account.after(entry) : account;
  }
}
