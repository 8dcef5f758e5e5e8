package io.backorder.posting;

import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Looks for the smallest number that passes.
 *
 * @param oneByOne how many numbers are tried one after the other, from the smallest on; beyond, those that
 *     pass are taken to be all above those that do not
 * @param passes whether a number passes
 */
record Search(int oneByOne, LongPredicate passes) {

  /** The smallest number of a range that passes, or none if the largest does not pass either. */
  OptionalLong smallest(long least, long most) {
    long end = Math.min(most, Places.capped(least, oneByOne));
    for (long number = least; number < end; number++) {
      if (passes.test(number)) {
        return OptionalLong.of(number);
      }
    }
    return least > most || !passes.test(most)
        ? OptionalLong.empty()
        : OptionalLong.of(halving(Math.max(least, end) - 1, most));
  }

  /** The smallest of the numbers that pass, between one that does not and one that does. */
  private long halving(long below, long passing) {
    long no = below;
    long yes = passing;
    if (yes - no > 1 && !passes.test(yes - 1)) {
      return yes; // the place in line told the number
    }
    while (yes - no > 1) {
      long middle = no + (yes - no) / 2;
      if (passes.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }
}
