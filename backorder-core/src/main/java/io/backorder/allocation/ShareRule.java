package io.backorder.allocation;

/**
 * How what is free is divided among the lines of a backlog.
 *
 * <p>An implementation is a pure function of its arguments and may be called from several threads.
 */
@FunctionalInterface
public interface ShareRule {

  /**
   * Grants units of the shelf to lines of the backlog.
   *
   * @param backlog the lines, first in line first
   * @param guard how much each line may take
   * @param shelf the free units; grants are recorded there
   */
  void share(Backlog backlog, Guard guard, Shelf shelf);

  /**
   * Returns the rule that serves one line after the other, each as far as the shelf reaches. Lines
   * are read until the shelf is empty.
   *
   * @return the rule
   */
  static ShareRule oneAfterTheOther() {
    return StandardShare.ONE_AFTER_THE_OTHER;
  }

  /**
   * Returns the rule of equal awards: each next unit goes to the line that has got the fewest since it
   * was placed, so that everybody has got equally many, or all that it needs. Small lines are finished
   * first, and one more unit on the shelf never costs anybody a unit.
   *
   * @return the rule; see {@link #proportional} for what the three rules of fair shares have in common
   */
  static ShareRule equalAwards() {
    return StandardShare.EQUAL_AWARDS;
  }

  /**
   * Returns the rule of equal losses: each next unit goes to the line that still misses the most, so
   * that everybody misses equally many units, or has got none. Large lines are served first, and small
   * ones get nothing while much is missing.
   *
   * @return the rule; see {@link #proportional} for what the three rules of fair shares have in common
   */
  static ShareRule equalLosses() {
    return StandardShare.EQUAL_LOSSES;
  }

  /**
   * Returns the rule of proportional shares by Webster's divisor: each next unit goes to the line with
   * the largest {@code need / (2 * got + 1)}, for {@code need} what it needs in all and {@code got} what
   * it has got since it was placed. Everybody is served in the same proportion as far as whole units
   * allow, and, other than with largest remainders, one more unit on the shelf never costs anybody one.
   *
   * <p>The three rules of fair shares look at the whole need and at what was got before, so that
   * receipts of {@code a} and {@code b} give what a receipt of {@code a + b} gives. Ties go to the
   * earlier place. Every line that could use what is free is read. Of an item in lots each step is a
   * lot ({@code need / (2 * got + lot)}); a line that is filled whole or not at all takes all in one
   * step when it is its turn, and is passed over if there is less. A raised line shares as one. Units
   * come from where the sourcing rule says; but where lines reach different locations each unit comes
   * from the best ranked one that its line reaches. All is exact: products have 128 bits.
   *
   * @return the rule
   */
  static ShareRule proportional() {
    return StandardShare.PROPORTIONAL;
  }
}
