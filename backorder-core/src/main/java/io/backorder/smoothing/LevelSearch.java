package io.backorder.smoothing;

/**
 * Finds the weight with which simple exponential smoothing from the first value makes the smallest squared
 * one-step errors. It keeps a bounded piece of the series in memory, however long that is.
 *
 * <p>Five weights are tried in each pass over the series, side by side: a recursion waits for itself, so
 * five take hardly longer than one. Each pass keeps the third around the best; the last step is the bottom
 * of the parabola through it.
 */
final class LevelSearch {

  private static final int PASSES = 8;

  /** The values in a piece of a series; a shorter one is read but once. */
  private static final int PIECE = 512;

  private final SeriesReader series;
  private final double[] piece;
  private final int held;
  private final double[] weights = new double[5];
  private final double[] squares = new double[5];

  private LevelSearch(SeriesReader series) {
    this.series = series;
    // one place more than a short series has, so that its end is seen at once
    this.piece = new double[Math.min(PIECE - 1, series.most()) + 1];
    this.held = series.read(piece);
  }

  /**
   * Returns the best weight, the smallest for a series without values.
   *
   * @param series the series, at its beginning
   * @param least the smallest weight allowed
   * @param most the largest weight allowed
   */
  static double weight(SeriesReader series, double least, double most) {
    LevelSearch search = new LevelSearch(series);
    return search.held == 0 ? least : search.between(least, most);
  }

  private boolean isWhole() {
    return held < piece.length;
  }

  /** Reads the first piece anew, unless it is the whole series, and returns how many values it has. */
  private int first() {
    if (isWhole()) {
      return held;
    }
    series.rewind();
    return series.read(piece);
  }

  private int next() {
    return isWhole() ? 0 : series.read(piece);
  }

  private double between(double least, double most) {
    tryEvenly(least, (most - least) / 4);
    int centre = best();
    double bestWeight = weights[centre];
    double bestSquares = squares[centre];
    double low = weights[Math.max(0, centre - 1)];
    double high = weights[Math.min(4, centre + 1)];
    for (int pass = 1; pass < PASSES; pass++) {
      double apart = (high - low) / 6;
      tryEvenly(low + apart, apart);
      centre = best();
      if (squares[centre] < bestSquares) {
        bestWeight = weights[centre];
        bestSquares = squares[centre];
      }
      low = weights[centre] - apart;
      high = weights[centre] + apart;
    }
    double bottom = Math.max(least, Math.min(most, bottom(centre)));
    return squares(bottom) < bestSquares ? bottom : bestWeight;
  }

  private int best() {
    int best = 0;
    for (int lane = 1; lane < 5; lane++) {
      if (squares[lane] < squares[best]) {
        best = lane;
      }
    }
    return best;
  }

  /** The lowest point of the parabola through the best and its neighbours. */
  private double bottom(int centre) {
    int middle = Math.max(1, Math.min(3, centre));
    double left = squares[middle - 1] - squares[middle];
    double right = squares[middle + 1] - squares[middle];
    double curvature = left + right;
    return curvature > 0
        ? weights[middle]
            + (weights[middle] - weights[middle - 1]) * (left - right) / (2 * curvature)
        : weights[centre];
  }

  private double squares(double weight) {
    double keep = 1 - weight;
    int count = first();
    int from = 1;
    double level = piece[0];
    double sum = 0;
    for (; count > 0; count = next()) {
      for (int each = from; each < count; each++) {
        double demand = piece[each];
        double error = demand - level;
        sum += error * error;
        level = weight * demand + keep * level;
      }
      from = 0;
    }
    return sum;
  }

  private void tryEvenly(double from, double apart) {
    double a0 = from;
    double a1 = from + apart;
    double a2 = from + 2 * apart;
    double a3 = from + 3 * apart;
    double a4 = from + 4 * apart;
    int count = first();
    double l0 = piece[0];
    double l1 = l0;
    double l2 = l0;
    double l3 = l0;
    double l4 = l0;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    for (; count > 0; count = next()) {
      for (int each = 0; each < count; each++) {
        double demand = piece[each];
        double e0 = demand - l0;
        double e1 = demand - l1;
        double e2 = demand - l2;
        double e3 = demand - l3;
        double e4 = demand - l4;
        s0 += e0 * e0;
        s1 += e1 * e1;
        s2 += e2 * e2;
        s3 += e3 * e3;
        s4 += e4 * e4;
        l0 += a0 * e0;
        l1 += a1 * e1;
        l2 += a2 * e2;
        l3 += a3 * e3;
        l4 += a4 * e4;
      }
    }
    keep(new double[] {a0, a1, a2, a3, a4}, new double[] {s0, s1, s2, s3, s4});
  }

  private void keep(double[] tried, double[] found) {
    System.arraycopy(tried, 0, weights, 0, tried.length);
    System.arraycopy(found, 0, squares, 0, found.length);
  }
}
