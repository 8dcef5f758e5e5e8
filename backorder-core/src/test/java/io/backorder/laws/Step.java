package io.backorder.laws;

/**
 * One step of a history, as numbers from which {@link Author} writes a paper when it is known what
 * there is to write about. Zero is the plainest choice everywhere, so that failures shrink to plain
 * histories.
 */
record Step(Kind kind, int pick, int twist, Amounts amounts) {

  /** The two quantities of a step. */
  record Amounts(long first, long second) {}

  Step as(Kind other) {
    return new Step(other, pick, twist, amounts);
  }

  enum Kind {
    PLACE,
    RECEIVE,
    CANCEL,
    SHIP,
    CHANGE,
    HOLD,
    CONFIRM,
    RELEASE,
    EXPIRE,
    RETURN,
    COUNT,
    ADJUST,
    TRANSFER,
    CLOCK,
    REPEAT,
    CONFLICT,
    BROKEN_CLOCK,
    ANNOUNCE,
    RESCHEDULE,
    CLOSE_SUPPLY
  }
}
