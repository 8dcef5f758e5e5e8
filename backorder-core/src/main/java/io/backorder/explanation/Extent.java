package io.backorder.explanation;

/** How far a number was looked up. A long queue is not read to its end. */
public enum Extent {

  /** All was read: the number is exact. */
  EXACT,

  /** What was read came to so much; what was not read only adds to it. */
  AT_LEAST,

  /** So much suffices in any case; less may do. */
  AT_MOST;

  /** The word before a number; none before an exact one. */
  String before(Object number) {
    return switch (this) {
      case EXACT -> String.valueOf(number);
      case AT_LEAST -> "at least " + number;
      case AT_MOST -> "at most " + number;
    };
  }
}
