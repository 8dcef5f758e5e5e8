package io.backorder.smoothing;

/**
 * Least squares: makes the sum of {@code (y + x1 u1 + x2 u2 + ...)^2} smallest over the unknowns {@code u}, by
 * the normal equations and Cholesky's decomposition. Unknowns that cannot be told apart stay small.
 */
final class LeastSquares {

  /** The part of the mean diagonal that keeps what is undetermined from running away. */
  private static final double RIDGE = 1e-9;

  private final double[][] products;
  private final double[] targets;

  LeastSquares(int unknowns) {
    this.products = new double[unknowns][unknowns];
    this.targets = new double[unknowns];
  }

  void add(double[] x, double y) {
    for (int row = 0; row < targets.length; row++) {
      targets[row] -= x[row] * y;
      for (int column = 0; column <= row; column++) {
        products[row][column] += x[row] * x[column];
      }
    }
  }

  double[] solution() {
    double trace = 0;
    for (int row = 0; row < targets.length; row++) {
      trace += products[row][row];
    }
    double ridge = RIDGE * trace / targets.length + Double.MIN_NORMAL;
    for (int row = 0; row < targets.length; row++) {
      products[row][row] += ridge;
    }
    decompose();
    return solved();
  }

  /** Replaces the lower half of the products by their triangular root. */
  private void decompose() {
    for (int row = 0; row < targets.length; row++) {
      for (int column = 0; column <= row; column++) {
        double left = products[row][column];
        for (int each = 0; each < column; each++) {
          left -= products[row][each] * products[column][each];
        }
        products[row][column] = row == column
            ? Math.sqrt(Math.max(left, Double.MIN_NORMAL))
            : left / products[column][column];
      }
    }
  }

  private double[] solved() {
    double[] solved = targets.clone();
    for (int row = 0; row < solved.length; row++) {
      for (int each = 0; each < row; each++) {
        solved[row] -= products[row][each] * solved[each];
      }
      solved[row] /= products[row][row];
    }
    for (int row = solved.length - 1; row >= 0; row--) {
      for (int each = row + 1; each < solved.length; each++) {
        solved[row] -= products[each][row] * solved[each];
      }
      solved[row] /= products[row][row];
    }
    return solved;
  }
}
