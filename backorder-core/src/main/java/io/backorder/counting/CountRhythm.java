package io.backorder.counting;

import io.backorder.assortment.AbcClass;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.Collection;

/**
 * How often a shelf is counted, by how much its item matters.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param a the days from one count of an A item to the next, at least 1
 * @param b the days from one count of a B item to the next, at least 1
 * @param c the days from one count of a C item to the next, at least 1
 */
public record CountRhythm(int a, int b, int c) {

  /**
   * Rejects less than a day.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a number of days is below 1
   */
  public CountRhythm {
    Numbers.atLeast("a", a, 1);
    Numbers.atLeast("b", b, 1);
    Numbers.atLeast("c", c, 1);
  }

  /**
   * Returns the days from one count to the next.
   *
   * @param abcClass how much the item matters
   * @return the days
   */
  public int days(AbcClass abcClass) {
    return switch (abcClass) {
      case A -> a;
      case B -> b;
      case C -> c;
    };
  }

  /**
   * Returns the counts that fall on a day in the long run: the sum of {@code 1 / days} over all shelves.
   *
   * @param shelves the shelves
   * @return the mean number of counts a day, suspicions aside
   */
  public double dailyLoad(Collection<CountCandidate> shelves) {
    return shelves.stream().mapToDouble(each -> 1.0 / days(each.abcClass())).sum();
  }
}
