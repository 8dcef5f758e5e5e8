package io.backorder.forecast;

import java.util.Arrays;

/** The latest periods of a series. */
final class Window {

  private Window() {}

  /** The latest periods after one more, of which at most {@code size} are kept. */
  static double[] moved(double[] latest, int size, double next) {
    int dropped = latest.length == size ? 1 : 0;
    double[] moved = Arrays.copyOfRange(latest, dropped, latest.length + 1);
    moved[moved.length - 1] = next;
    return moved;
  }

  static double mean(double[] latest) {
    double sum = 0;
    for (double each : latest) {
      sum += each;
    }
    return sum / latest.length;
  }
}
