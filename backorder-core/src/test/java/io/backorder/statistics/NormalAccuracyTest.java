package io.backorder.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The normal functions against 2,400 points computed to 25 digits, and at the ends of the range. */
final class NormalAccuracyTest {

  private static final List<String[]> POINTS = points();

  private static List<String[]> points() {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        NormalAccuracyTest.class.getResourceAsStream("/statistics/normal.csv"),
        StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void points_all_areThere() {
    assertThat(POINTS).hasSizeGreaterThan(2000);
  }

  @Test
  void survival_referencePoints_isWithinItsBound() {
    withinBound(1, StandardNormal::survival);
  }

  @Test
  void loss_referencePoints_isWithinItsBound() {
    withinBound(2, StandardNormal::loss);
  }

  private static void withinBound(int column, DoubleUnaryOperator function) {
    for (String[] point : POINTS) {
      double z = Double.parseDouble(point[0]);
      double error = relativeError(function.applyAsDouble(z), point[column]);

      assertThat(error).as("z = %s", z).isLessThanOrEqualTo((2 + z * z) * 0x1p-52);
    }
  }

  @Test
  void secondLoss_referencePoints_isWithin1e14() {
    for (String[] point : POINTS) {
      double z = Double.parseDouble(point[0]);

      assertThat(relativeError(StandardNormal.secondLoss(z), point[3]))
          .as("z = %s", z)
          .isLessThanOrEqualTo(1e-14 + z * z * 0x1p-52);
    }
  }

  @Test
  void erf_referencePoints_isWithinOneAndAHalfUlp() {
    ulps(5, ErrorFunction::erf, 1.5);
  }

  @Test
  void erfc_referencePoints_isWithinTwoAndAHalfUlp() {
    ulps(6, ErrorFunction::erfc, 2.5);
  }

  private static void ulps(int column, DoubleUnaryOperator function, double most) {
    double squares = 0;
    for (String[] point : POINTS) {
      double x = Double.parseDouble(point[4]);
      BigDecimal exact = new BigDecimal(point[column]);
      double error = new BigDecimal(function.applyAsDouble(x))
          .subtract(exact)
          .abs()
          .divide(new BigDecimal(Math.ulp(exact.doubleValue())), MathContext.DECIMAL64)
          .doubleValue();

      assertThat(error).as("x = %s", x).isLessThanOrEqualTo(most);
      squares += error * error;
    }
    assertThat(Math.sqrt(squares / POINTS.size())).isLessThanOrEqualTo(0.7);
  }

  private static double relativeError(double found, String expected) {
    BigDecimal exact = new BigDecimal(expected);
    return new BigDecimal(found)
        .subtract(exact)
        .abs()
        .divide(exact.abs(), MathContext.DECIMAL64)
        .doubleValue();
  }

  @Test
  void cdf_aMillionOrderedPoints_neverFalls() {
    double before = 0;
    for (int i = 0; i <= 1_000_000; i++) {
      double after = Normal.STANDARD.cdf(-39 + i * 78e-6);

      assertThat(after >= before).as("step %d", i).isTrue();
      before = after;
    }
    assertThat(before).isEqualTo(1);
  }

  @Test
  void cdf_mirrored_isTheSurvivalBitForBit() {
    for (int i = -390_000; i <= 390_000; i++) {
      double z = i * 1e-4;
      if (Normal.STANDARD.cdf(-z) != Normal.STANDARD.survival(z)) {
        throw new AssertionError("cdf(-z) and survival(z) differ at z = " + z);
      }
    }
  }

  @Test
  void quantile_ofTheCdf_returns() {
    for (int i = -370_000; i <= 0; i++) {
      double z = i * 1e-4;
      double error = Math.abs(Normal.STANDARD.quantile(Normal.STANDARD.cdf(z)) - z);
      if (!(error <= 1e-11 * Math.abs(z))) {
        throw new AssertionError("quantile(cdf(z)) is off by " + error + " at z = " + z);
      }
    }
  }

  @Test
  void tails_beyondTheRange_stayPositiveAndOrdered() {
    double survival = Normal.STANDARD.survival(37);
    double loss = Normal.STANDARD.loss(37);
    for (double z = 37; z < 60; z += 0.01) {
      assertThat(Normal.STANDARD.survival(z)).isPositive().isLessThanOrEqualTo(survival);
      assertThat(Normal.STANDARD.loss(z)).isPositive().isLessThanOrEqualTo(loss);
      survival = Normal.STANDARD.survival(z);
      loss = Normal.STANDARD.loss(z);
    }
  }

  @Test
  void inverseLoss_ofTheLoss_returns() {
    for (double z = -30; z <= 37; z += 0.0625) {
      assertThat(Normal.STANDARD.inverseLoss(Normal.STANDARD.loss(z)))
          .isCloseTo(z, within(1e-12 * Math.max(1, Math.abs(z))));
    }
  }

  /** With 50 digits (mpmath); below the least normal double fewer digits of the loss are there. */
  @ParameterizedTest
  @CsvSource({
    "1e-300, 36.9495680540377729, 1e-12",
    "1e-308, 37.4440766651587584, 1e-12",
    "1e-315, 37.8714901205702597, 1e-9",
    "4.9e-324, 38.3725010552605978, 0.02"
  })
  void inverseLoss_leastLosses_isFound(double loss, double expected, double digits) {
    assertThat(Normal.STANDARD.inverseLoss(loss)).isCloseTo(expected, within(digits * expected));
  }

  @Test
  void quantile_middleAndEnds_areExact() {
    assertThat(Normal.STANDARD.quantile(0.5)).isZero();
    assertThat(Normal.STANDARD.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.STANDARD.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.STANDARD.upperQuantile(0)).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
