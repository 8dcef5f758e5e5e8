package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a supply is expected, and when it would be if it were due on another day. */
interface Expectation {

  /** What the days rest on, or why there are none. */
  Promise.Reason reason();

  /** The days; empty where there are none. */
  Optional<PromiseRange> range();

  /** What would be expected if the supply were due so many days later, or earlier where it is negative. */
  Expectation later(int days);

  /** Days that somebody has stated. */
  record Stated(Promise.Reason reason, Optional<PromiseRange> range) implements Expectation {

    private static final WorkingCalendar EVERY_DAY = WorkingCalendar.everyDay(ZoneOffset.UTC);

    public Stated {
      requireNonNull(reason, "reason");
      requireNonNull(range, "range");
    }

    @Override
    public Expectation later(int days) {
      return new Stated(reason, range.map(each -> each.plusDays(days, EVERY_DAY)));
    }
  }

  /** Days that follow by rules from when the supply is due. */
  final class Ruled implements Expectation {

    private final PromiseRules rules;
    private final Instant due;
    private final Optional<PromisePolicy.Lateness> lateness;
    private final Instant now;
    private final Optional<PromiseRange> range;

    Ruled(PromiseRules rules, Instant due, Optional<PromisePolicy.Lateness> lateness, Instant now) {
      this.rules = rules;
      this.due = due;
      this.lateness = lateness;
      this.now = now;
      this.range = lateness.flatMap(late -> rules.range(due, late, now));
    }

    @Override
    public Optional<PromiseRange> range() {
      return range;
    }

    @Override
    public Promise.Reason reason() {
      if (lateness.isEmpty()) {
        return Promise.Reason.NOT_ENOUGH_HISTORY;
      }
      boolean isBacked = lateness.orElseThrow().confidence().isPresent();
      return range.isEmpty()
          ? Promise.Reason.OVERDUE
          : isBacked ? Promise.Reason.RECORD : Promise.Reason.ANNOUNCED;
    }

    @Override
    public Expectation later(int days) {
      return new Ruled(rules, rules.calendar().plusDays(due, days), lateness, now);
    }
  }
}
