package io.backorder.allocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.PlaceInLine;
import io.backorder.demand.Priority;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Who is next: a total order over waiting units, fixed when they join the queue.
 *
 * <p>A sequence gives joining units their {@link PlaceInLine}: keys, smaller first, and behind the
 * keys the arrival, so that no two places are equal and ties go to who came first. Since the place
 * never changes, a database can index it. An implementation is a pure function, reads no clock, gives
 * every place equally many keys, and may be called from several threads. One that throws, or that does
 * not carry the arrival on, has the document that joins units refused with {@code POLICY_VIOLATION}.
 */
@FunctionalInterface
public interface Sequence {

  /**
   * Returns the place of joining units.
   *
   * @param units the units
   * @param arrival the number of their arrival, which the place must carry
   * @return the place
   */
  PlaceInLine place(JoiningUnits units, long arrival);

  /**
   * Returns the sequence that ranks by this one, and where it does not decide by another.
   *
   * @param next the other sequence
   * @return the combined sequence
   */
  default Sequence then(Sequence next) {
    return StandardSequence.named(
        this + ", then " + next,
        (units, arrival) -> place(units, arrival).then(next.place(units, arrival)));
  }

  /**
   * Returns the sequence by arrival: who came first is served first.
   *
   * @return the sequence
   */
  static Sequence firstComeFirstServed() {
    return StandardSequence.FIRST_COME_FIRST_SERVED;
  }

  /**
   * Returns the sequence by {@link Priority}, most urgent first, then by due day, then by arrival.
   *
   * @return the sequence
   */
  static Sequence priority() {
    return StandardSequence.PRIORITY;
  }

  /**
   * Returns the sequence by due day, earliest first, then by arrival. A line without a due day comes
   * after those that have one.
   *
   * @return the sequence
   */
  static Sequence dueDate() {
    return StandardSequence.DUE_DATE;
  }

  /**
   * Returns the sequence by the units with which a line joined, fewest first, then by arrival.
   *
   * @return the sequence
   */
  static Sequence smallestFirst() {
    return StandardSequence.SMALLEST_FIRST;
  }

  /**
   * Returns the sequence by the worth of a line, most first, then by arrival. A line of little worth
   * waits as long as worthier ones keep coming.
   *
   * @param value the worth of joining units as the host sees it, any number, say their margin in
   *     cents; a pure function, asked once when the units join
   * @return the sequence
   */
  static Sequence highestValueFirst(ToLongFunction<JoiningUnits> value) {
    requireNonNull(value, "value");
    // the complement reverses the order of all numbers; the negation would not, of the smallest
    return StandardSequence.named(
        "highest value first",
        (units, arrival) -> PlaceInLine.ranked(arrival, ~value.applyAsLong(units)));
  }

  /**
   * Returns the sequence by the day that the customer was promised, earliest first, then by arrival. A line
   * that was promised none comes after those that were.
   *
   * <p>The rank is fixed when units join, and what the inventory promises them depends on it; so the day is
   * the one that the host has told the customer before, such as that of an offer at the checkout. Later
   * revisions move nobody.
   *
   * @param promised the day that was promised for joining units; a pure function, asked once when the
   *     units join
   * @return the sequence
   */
  static Sequence promisedDate(Function<JoiningUnits, Optional<LocalDate>> promised) {
    requireNonNull(promised, "promised");
    return StandardSequence.named(
        "promised date",
        (units, arrival) -> PlaceInLine.ranked(
            arrival, promised.apply(units).map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)));
  }

  /**
   * Returns the sequence that serves certain orders first, in the order of a list, and leaves all
   * others to the sequence behind it: {@code Sequence.listed(orders).then(Sequence.dueDate())}.
   *
   * <p>The place of units is fixed when they join: another list, given to a later inventory, ranks what
   * joins from then on and moves nobody who waits.
   *
   * @param orders the orders, first to be served first, each once
   * @return the sequence
   * @throws InvalidValueException with {@code DUPLICATE_LINE} if an order stands twice in the list
   */
  static Sequence listed(List<OrderId> orders) {
    return ListedOrders.sequence(orders);
  }

  /**
   * Returns the sequence by priority with ageing: each step of urgency is worth a head start in time,
   * so that who waits long enough goes before whoever is more urgent and comes later. Nobody starves.
   *
   * <p>Units that join at the time {@code t} with the urgency {@code u} (0 for {@link Priority#LOW}, one
   * more for each step) rank by {@code t - u * h}, smallest first, for {@code h} the head start; equal
   * ranks are served as they arrived. The rank is a constant, which a database can index, and yet the
   * queue ages: {@link HeadStart#safeFrom} tells from when on nobody can pass a line any more.
   *
   * @param headStart what one step of urgency is worth
   * @return the sequence
   */
  static Sequence agedPriority(HeadStart headStart) {
    requireNonNull(headStart, "headStart");
    return StandardSequence.named(
        "priority with a head start of " + headStart.ofOneStep,
        (units, arrival) -> PlaceInLine.ranked(arrival, headStart.rank(units)));
  }

  /**
   * The time that one step of {@link Priority} is worth where priority gives way to age.
   *
   * @param ofOneStep the time, 1 microsecond to 36,500 days
   */
  record HeadStart(Duration ofOneStep) {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Rejects a time that is out of range. */
    public HeadStart {
      requireNonNull(ofOneStep, "ofOneStep");
      if (ofOneStep.compareTo(Duration.ofNanos(1_000)) < 0 || ofOneStep.compareTo(LONGEST) > 0) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "head start must be 1 microsecond to %s: %s".formatted(LONGEST, ofOneStep),
            Facts.of("asked", ofOneStep).and("allowed", LONGEST));
      }
    }

    private long micros(Priority priority) {
      return priority.urgency() * TimeUnit.MICROSECONDS.convert(ofOneStep);
    }

    private long rank(JoiningUnits units) {
      Instant at = units.at();
      long joined = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
      return joined - micros(units.terms().priority());
    }

    /**
     * Returns the moment from which newcomers of a priority can no longer pass a line.
     *
     * @param joined the ledger's time when the line joined the queue
     * @param own the line's priority
     * @param others the priority of those who come later
     * @return the moment: who joins a microsecond before it goes first, who joins at it stands behind;
     *     the moment of joining itself where the others are no more urgent
     */
    public Instant safeFrom(Instant joined, Priority own, Priority others) {
      requireNonNull(own, "own");
      requireNonNull(others, "others");
      return joined.plus(Math.max(0, micros(others) - micros(own)), ChronoUnit.MICROS);
    }
  }
}
