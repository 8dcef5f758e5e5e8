package io.backorder.allocation;

import io.backorder.demand.PlaceInLine;
import io.backorder.demand.Priority;

/**
 * Who is next: a total order over waiting units, fixed when they join the queue.
 *
 * <p>A sequence gives joining units their {@link PlaceInLine}: keys, smaller first, and behind the
 * keys the arrival, so that no two places are equal and ties go to who came first. Since the place
 * never changes, a database can index it. An implementation is a pure function, reads no clock and
 * may be called from several threads.
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
}
