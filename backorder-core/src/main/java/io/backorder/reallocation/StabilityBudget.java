package io.backorder.reallocation;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.LocalDate;

/**
 * How unsteady a run may be: how many promises it may make worse, and none of those that are due soon.
 *
 * <p>The budget binds whatever the strategies say: a line that would lose beyond it keeps what it has.
 * Those that may become worse are whom their strategy has lose, then who gives most units. Only where more
 * is confirmed than is there, promises break whatever the budget says. This type is immutable and thread-safe.
 *
 * @param mayWorsen the most lines that may have less than before, zero or more
 * @param quietDays the days from the day of the run during which no due line may have less; 0 spares
 *     none, 1 those that are due on the day of the run or are overdue
 */
public record StabilityBudget(int mayWorsen, int quietDays) {

  /** Every promise may become worse. */
  public static final StabilityBudget UNLIMITED = new StabilityBudget(Integer.MAX_VALUE, 0);

  /** Rejects a negative number. */
  public StabilityBudget {
    requireNotNegative("promises that may worsen", mayWorsen);
    requireNotNegative("quiet days", quietDays);
  }

  private static void requireNotNegative(String name, int number) {
    if (number < 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          name + " must be 0 or more: " + number,
          Facts.of("asked", number).and("allowed", 0));
    }
  }

  /**
   * Returns a budget of worsened promises.
   *
   * @param lines the most lines that may have less than before, zero or more
   * @return the budget, without quiet days
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if the number is negative
   */
  public static StabilityBudget worsening(int lines) {
    return new StabilityBudget(lines, 0);
  }

  /**
   * Returns this budget with other quiet days.
   *
   * @param days the days, zero or more
   * @return the budget
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if the number is negative
   */
  public StabilityBudget sparing(int days) {
    return new StabilityBudget(mayWorsen, days);
  }

  /** Whether a line that is due on a day must not be made worse. */
  boolean spares(LocalDate due, LocalDate today) {
    return due.isBefore(today.plusDays(quietDays)) && quietDays > 0;
  }

  boolean isLimited() {
    return mayWorsen < Integer.MAX_VALUE;
  }
}
