package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.promise.PromisePolicy.Lateness;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How a supply becomes days that can be promised: what its supplier's record adds to the due moment, how long
 * the goods are handled, on which days somebody works, and what becomes of a supply that is overdue.
 *
 * <p>A supply may be used on the working day on which it has come, that day's cut-off notwithstanding, and the
 * days of handling are working days after it. No day is promised before that on which units of the shelf could
 * be handed over now. Lateness is added to the local time at which the supply is due, so that a change of
 * clocks moves no day.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class PromiseRules {

  private static final double SECONDS_PER_DAY = 86_400;

  private final WorkingCalendar calendar;
  private final PromisePolicy policy;
  private final int handlingDays;
  private final OverdueRule overdue;

  private PromiseRules(
      WorkingCalendar calendar, PromisePolicy policy, int handlingDays, OverdueRule overdue) {
    this.calendar = calendar;
    this.policy = policy;
    this.handlingDays = handlingDays;
    this.overdue = overdue;
  }

  /**
   * Returns the rules by which a supply is promised for the working day on which it is due, and not at all
   * once it is overdue.
   *
   * @param calendar the days on which somebody works, and the zone
   * @return the rules
   */
  public static PromiseRules of(WorkingCalendar calendar) {
    return new PromiseRules(
        requireNonNull(calendar, "calendar"),
        PromisePolicy.asAnnounced(),
        0,
        OverdueRule.promisesNothing());
  }

  /**
   * Returns these rules with another policy.
   *
   * @param judge how the supplier's record is judged
   * @return the rules
   */
  public PromiseRules with(PromisePolicy judge) {
    return new PromiseRules(calendar, requireNonNull(judge, "judge"), handlingDays, overdue);
  }

  /**
   * Returns these rules with another rule for supplies that are overdue and of which the record gives no day.
   *
   * @param rule the rule
   * @return the rules
   */
  public PromiseRules with(OverdueRule rule) {
    return new PromiseRules(calendar, policy, handlingDays, requireNonNull(rule, "rule"));
  }

  /**
   * Returns these rules with another handling time.
   *
   * @param workingDays the working days from the day on which goods are there to that for which they are
   *     promised, 0 or more
   * @return the rules
   * @throws io.backorder.refusal.InvalidValueException if the number is negative
   */
  public PromiseRules withHandling(int workingDays) {
    return new PromiseRules(
        calendar, policy, Numbers.atLeast("handling in days", workingDays, 0), overdue);
  }

  /**
   * Returns the calendar.
   *
   * @return the days on which somebody works, and the zone
   */
  public WorkingCalendar calendar() {
    return calendar;
  }

  /**
   * Returns the day for which units on the shelf are promised.
   *
   * @param now the moment of asking
   * @return the day on which they are handled, or as many working days later as handling takes
   */
  public LocalDate shelfDay(Instant now) {
    return calendar.plus(calendar.handledOn(requireNonNull(now, "now")), handlingDays);
  }

  /**
   * Returns the days for which a supply is promised.
   *
   * @param supply the supply
   * @param open the units that are still to come of it
   * @param record the record of its supplier; the empty card where there is none
   * @param now the moment of asking
   * @return the supply with its days, or with the reason why it has none
   */
  public Inbound inbound(Supply supply, Quantity open, SupplierScorecard record, Instant now) {
    requireNonNull(now, "now");
    Optional<Lateness> lateness =
        requireNonNull(policy.lateness(requireNonNull(record, "record")), "lateness");
    return Inbound.expected(
        supply.id(), open, new Expectation.Ruled(this, supply.due(), lateness, now));
  }

  /** The days for which something is promised that is due at a moment. */
  Optional<PromiseRange> range(Instant due, Lateness late, Instant now) {
    Optional<PromiseRange> days = isPast(due, late, now)
        ? overdueDay(due, now).map(day -> PromiseRange.of(handled(day)))
        : Optional.of(range(due, late));
    return days.map(range -> range.notBefore(shelfDay(now)));
  }

  private Optional<LocalDate> overdueDay(Instant due, Instant now) {
    return overdue.expectsSomething()
        ? overdue.day(calendar.day(due), calendar.day(now))
        : Optional.empty();
  }

  private boolean isPast(Instant due, Lateness late, Instant now) {
    return due.isBefore(now) && moved(due, late.latest()).isBefore(local(now));
  }

  private LocalDateTime local(Instant moment) {
    calendar.day(moment); // refuses a moment beyond the days that there are
    return LocalDateTime.ofInstant(moment, calendar.zone());
  }

  private LocalDateTime moved(Instant due, double days) {
    try {
      return local(due).plusSeconds(Math.round(days * SECONDS_PER_DAY));
    } catch (DateTimeException beyond) {
      throw Numbers.refused("lateness in days", "lead to a day that there is", days);
    }
  }

  private PromiseRange range(Instant due, Lateness late) {
    return new PromiseRange(
        handled(moved(due, late.earliest()).toLocalDate()),
        handled(moved(due, late.likely()).toLocalDate()),
        handled(moved(due, late.latest()).toLocalDate()),
        late.confidence());
  }

  private LocalDate handled(LocalDate day) {
    return calendar.plus(day, handlingDays);
  }
}
