package io.backorder.statistics;

/**
 * An approximation {@code offset + numerator(t) / denominator(t)} to a smooth function, with the powers of
 * {@code t} ascending and the constant of the denominator equal to one.
 *
 * <p>The offset has 24 bits and carries most of the value, so that the rounding errors of the two
 * polynomials weigh little. The coefficients of this package interpolate the function, computed to 60
 * digits, at Chebyshev nodes; the error left is below 2^-53 of the value.
 */
final class Rational {

  private final double offset;
  private final double[] numerator;
  private final double[] denominator;

  Rational(double offset, double[] numerator, double[] denominator) {
    this.offset = offset;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  double at(double t) {
    return offset + beside(t);
  }

  /** Returns the value with a relative change that is too small to be added afterwards. */
  double at(double t, double relativeChange) {
    double beside = beside(t);
    return offset + (beside + relativeChange * (offset + beside));
  }

  private double beside(double t) {
    return polynomial(numerator, t) / polynomial(denominator, t);
  }

  private static double polynomial(double[] coefficients, double t) {
    double sum = coefficients[coefficients.length - 1];
    for (int i = coefficients.length - 2; i >= 0; i--) {
      sum = sum * t + coefficients[i];
    }
    return sum;
  }
}
