package io.backorder.smoothing;

/** Least squares with two unknowns: makes the sum of {@code (y + x1 u1 + x2 u2)^2} smallest. */
final class LeastSquares {

  /** Below this part of the product of the diagonal the unknowns cannot be told apart. */
  private static final double SINGULAR = 1e-12;

  private double x11;
  private double x12;
  private double x22;
  private double x1y;
  private double x2y;

  void add(double x1, double x2, double y) {
    x11 += x1 * x1;
    x12 += x1 * x2;
    x22 += x2 * x2;
    x1y += x1 * y;
    x2y += x2 * y;
  }

  double[] firstAlone() {
    return new double[] {x11 == 0 ? 0 : -x1y / x11, 0};
  }

  double[] both() {
    double determinant = x11 * x22 - x12 * x12;
    return determinant <= SINGULAR * x11 * x22
        ? firstAlone()
        : new double[] {(x12 * x2y - x22 * x1y) / determinant, (x12 * x1y - x11 * x2y) / determinant
        };
  }
}
