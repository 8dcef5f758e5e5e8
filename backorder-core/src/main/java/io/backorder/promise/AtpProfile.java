package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many units of one item can be promised by each day.
 *
 * <p>The projected balance of a day is what is free now and what has come by then, less what is promised by
 * then. What can be promised for a day is the smallest balance from that day on (look-ahead): whoever takes no
 * more never breaks a promise made before, which a balance of the day alone, or a running sum of what is left of
 * each receipt, does not assure. Figures are signed inside, so that an over-commitment shows, and never below
 * zero at the edge. Days before the first one count as the first.
 *
 * <p>A question, and a profile with one more supply or promise, take time in the logarithm of the number of
 * days on which something happens; the new profile shares all else with the old one. All that is ever supplied
 * and all that is ever promised must each stay within the range of a long. This type is immutable and
 * thread-safe.
 */
public final class AtpProfile {

  private final LocalDate first;
  private final Quantity supplied;
  private final Quantity promised;
  private final @Nullable DayTree days;

  private AtpProfile(
      LocalDate first, Quantity supplied, Quantity promised, @Nullable DayTree days) {
    this.first = first;
    this.supplied = supplied;
    this.promised = promised;
    this.days = days;
  }

  /**
   * Returns the profile of an item of which nothing is to come and nothing promised.
   *
   * @param first the day of now
   * @param free the units that are free now
   * @return the profile
   */
  public static AtpProfile of(LocalDate first, Quantity free) {
    return new AtpProfile(
        requireNonNull(first, "first"),
        requireNonNull(free, "free"),
        Quantity.ZERO,
        DayTree.with(null, first.toEpochDay(), free.units()));
  }

  /**
   * Returns this profile with units that are to come.
   *
   * @param day the day on which they come
   * @param quantity the units
   * @return the profile
   * @throws io.backorder.refusal.InvalidValueException with {@code QUANTITY_OVERFLOW} if what is supplied
   *     leaves the range of a long
   */
  public AtpProfile withSupply(LocalDate day, Quantity quantity) {
    return new AtpProfile(
        first,
        supplied.plus(requireNonNull(quantity, "quantity")),
        promised,
        moved(day, quantity.units()));
  }

  private DayTree moved(LocalDate day, long net) {
    return DayTree.with(days, Math.max(first.toEpochDay(), day.toEpochDay()), net);
  }

  /**
   * Returns this profile with units that are promised. It does not ask whether they can be: see {@link
   * #availableAt}.
   *
   * @param day the day for which they are promised
   * @param quantity the units
   * @return the profile
   * @throws io.backorder.refusal.InvalidValueException with {@code QUANTITY_OVERFLOW} if what is promised
   *     leaves the range of a long
   */
  public AtpProfile withPromise(LocalDate day, Quantity quantity) {
    return new AtpProfile(
        first,
        supplied,
        promised.plus(requireNonNull(quantity, "quantity")),
        moved(day, -quantity.units()));
  }

  /**
   * Returns this profile with the units of a promise, each for its day.
   *
   * @param promise the promise; its units without a day take nothing
   * @return the profile
   * @throws io.backorder.refusal.InvalidValueException as {@link #withPromise} says
   */
  public AtpProfile with(Promise promise) {
    AtpProfile profile = this;
    for (Promise.Step step : promise.steps()) {
      profile = profile.withPromise(step.day(), step.quantity());
    }
    return profile;
  }

  /**
   * Returns what would be there at the end of a day.
   *
   * @param day the day
   * @return the units, below zero where more is promised by then than comes by then
   */
  public long projectedBalance(LocalDate day) {
    return DayTree.sum(days, epochDay(day));
  }

  private long epochDay(LocalDate day) {
    return Math.max(first.toEpochDay(), day.toEpochDay());
  }

  /**
   * Returns the smallest projected balance from a day on.
   *
   * @param day the day
   * @return the units, below zero by as much as is promised too much
   */
  public long lookAhead(LocalDate day) {
    return DayTree.lowest(days, epochDay(day));
  }

  /**
   * Returns what can be promised for a day.
   *
   * @param day the day
   * @return the units, zero where too much is promised already
   */
  public Quantity availableAt(LocalDate day) {
    return Quantity.of(Math.max(0, lookAhead(day)));
  }

  /**
   * Returns what can be promised for now (available to fulfil).
   *
   * @return the units
   */
  public Quantity availableNow() {
    return availableAt(first);
  }

  /**
   * Returns what can be promised once all has come that is to come (available to order).
   *
   * @return the units
   */
  public Quantity availableToOrder() {
    return availableAt(LocalDate.MAX);
  }

  /**
   * Returns the first day for which so many units can be promised together.
   *
   * @param quantity the units
   * @return the day; empty if there is none
   */
  public Optional<LocalDate> earliest(Quantity quantity) {
    return DayTree.firstFrom(days, quantity.units()).map(LocalDate::ofEpochDay);
  }

  @Override
  public String toString() {
    return "from %s: %s now, %s to order".formatted(first, availableNow(), availableToOrder());
  }
}
