package io.backorder.forecast;

/**
 * The one-step errors that a method has made so far.
 *
 * @param squares the sum of their squares
 * @param count how many they are
 */
record ErrorTally(double squares, int count) {

  static final ErrorTally NONE = new ErrorTally(0, 0);

  ErrorTally plus(double error) {
    return new ErrorTally(squares + error * error, count + 1);
  }

  /** The mean square, 0 where there is no error to learn from. */
  double variance() {
    return count == 0 ? 0 : squares / count;
  }
}
