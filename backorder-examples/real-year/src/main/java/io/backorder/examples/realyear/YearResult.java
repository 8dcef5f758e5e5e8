package io.backorder.examples.realyear;

import io.backorder.proof.Verification;
import java.time.LocalDate;
import java.util.List;

/**
 * What a year came to under one policy.
 *
 * @param policy the policy
 * @param service how well the orders were served
 * @param evenings the state of the house on each replayed day
 * @param closing where the units are, and whether the ledger is sound
 */
record YearResult(
    PolicyChoice policy, ServiceBook service, List<Evening> evenings, Closing closing) {

  /**
   * The house after a day's work.
   *
   * @param date the day
   * @param onHand the units on the shelves
   * @param waitingByWeek the waiting units by the full weeks that they have waited
   */
  record Evening(LocalDate date, long onHand, List<Long> waitingByWeek) {

    /** Returns the units that wait. */
    long waiting() {
      return waitingUpTo(waitingByWeek.size() - 1);
    }

    /** Returns the units that have waited so many full weeks or fewer. */
    long waitingUpTo(int weeks) {
      return waitingByWeek.stream().limit(weeks + 1L).mapToLong(Long::longValue).sum();
    }
  }

  /**
   * The end of the year.
   *
   * @param units the units by where they came from and where they went
   * @param busiest what was picked on the day with the most to pick
   * @param returns what customers gave up
   * @param corrections what the shop corrected
   * @param verification the answer of the ledger
   */
  record Closing(
      UnitAccount units,
      PickDay busiest,
      ReturnsDesk returns,
      CorrectionsDesk corrections,
      Verification verification) {}

  /** Returns the service of all orders. */
  Service total() {
    return service.total();
  }

  /** Returns the mean of the units on the shelves in the evening. */
  double meanStock() {
    return evenings.stream().mapToLong(Evening::onHand).average().orElse(0);
  }
}
