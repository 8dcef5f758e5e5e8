package io.backorder.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every distribution against values computed to 20 digits, and at the edges of its arguments. */
final class DistributionsTest {

  /** The least loss in relative terms that is still compared. */
  private static final double NORMAL_RANGE = 1e-300;

  private static Distribution named(String family, double a, double b) {
    return switch (family) {
      case "poisson" -> Poisson.of(a);
      case "negbin" -> NegativeBinomial.of(a, b);
      case "geometric" -> Geometric.of(a);
      case "gamma" -> Gamma.of(a, b);
      case "lognormal" -> Lognormal.of(a, b);
      case "exponential" -> Exponential.of(a);
      default -> throw new AssertionError("unknown family: " + family);
    };
  }

  @ParameterizedTest
  @CsvFileSource(files = "src/test/resources/statistics/distributions.csv")
  void distribution_referencePoints_agrees(
      String family,
      double a,
      double b,
      double x,
      double density,
      double cdf,
      double survival,
      double loss,
      double complement,
      double secondLoss) {
    Distribution found = named(family, a, b);

    close(density(found, x), density, 1e-12);
    close(found.cdf(x), cdf, 1e-12);
    close(found.survival(x), survival, 1e-12);
    close(found.loss(x), loss, 2e-12);
    close(found.complementaryLoss(x), complement, 2e-12);
    close(secondLoss(found, x), secondLoss, 2e-11);
  }

  private static double density(Distribution found, double x) {
    return found instanceof ContinuousDistribution continuous
        ? continuous.density(x)
        : ((DiscreteDistribution) found).mass((long) x);
  }

  private static double secondLoss(Distribution found, double x) {
    return found instanceof ContinuousDistribution continuous
        ? continuous.secondLoss(x)
        : ((DiscreteDistribution) found).secondLoss((long) x);
  }

  private static void close(double found, double expected, double relative) {
    assertThat(found).isCloseTo(expected, within(relative * Math.abs(expected) + NORMAL_RANGE));
  }

  @ParameterizedTest
  @CsvFileSource(files = "src/test/resources/statistics/distributions.csv")
  void quantiles_ofTheTails_return(
      String family, double a, double b, double x, double density, double cdf, double survival) {
    Distribution found = named(family, a, b);
    if (cdf > NORMAL_RANGE && cdf < 0.99) {
      assertThat(found.quantile(cdf)).isCloseTo(x, within(1e-11 * Math.max(x, NORMAL_RANGE)));
    }
    if (survival > NORMAL_RANGE && survival < 0.99) {
      assertThat(found.upperQuantile(survival))
          .isCloseTo(x, within(1e-11 * Math.max(x, NORMAL_RANGE)));
    }
  }

  static List<Distribution> all() {
    return List.of(
        Normal.of(100, 30),
        Gamma.of(0.4, 25),
        Gamma.of(9, 12),
        Lognormal.ofMoments(100, 80),
        Exponential.of(0.02),
        Uniform.of(-3, 12),
        Poisson.of(0.4),
        Poisson.of(80),
        NegativeBinomial.of(0.3, 0.05),
        NegativeBinomial.ofMoments(50, 90),
        Geometric.of(0.15));
  }

  @ParameterizedTest
  @MethodSource("all")
  void complementaryLoss_anywhere_isTheLossLessTheMean(Distribution found) {
    for (double x = -40; x < 400; x += 0.75) {
      assertThat(found.complementaryLoss(x))
          .isCloseTo(x - found.mean() + found.loss(x), within(1e-10));
      assertThat(found.cdf(x) + found.survival(x)).isCloseTo(1, within(1e-13));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void answers_asXRises_areOrdered(Distribution found) {
    for (double x = -40; x < 400; x += 0.75) {
      assertThat(found.cdf(x + 0.75)).isGreaterThanOrEqualTo(found.cdf(x) * (1 - 1e-13));
      assertThat(found.survival(x + 0.75)).isLessThanOrEqualTo(found.survival(x) * (1 + 1e-13));
      assertThat(found.loss(x + 0.75)).isLessThanOrEqualTo(found.loss(x) * (1 + 1e-13));
      assertThat(found.loss(x)).isNotNegative();
      assertThat(found.complementaryLoss(x)).isNotNegative();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void quantile_anyProbability_isTheLeastThatReachesIt(Distribution found) {
    boolean whole = found instanceof DiscreteDistribution;
    for (double p = 1e-4; p < 1; p += 0.0041) {
      double x = found.quantile(p);

      assertThat(found.cdf(x)).isGreaterThanOrEqualTo(p * (1 - 1e-11));
      assertThat(found.cdf(whole ? x - 1 : x - Math.abs(x) * 1e-6 - 1e-6)).isLessThan(p);
      assertThat(found.upperQuantile(1 - p)).isCloseTo(x, within(whole ? 0 : 1e-9 * Math.abs(x)));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void inverseLoss_anyLoss_isTheLeastThatMeetsIt(Distribution found) {
    boolean whole = found instanceof DiscreteDistribution;
    for (double loss : new double[] {1e-30, 1e-9, 0.001, 0.3, 2, 30, 500}) {
      double x = found.inverseLoss(loss);

      assertThat(found.loss(x)).isLessThanOrEqualTo(loss * (1 + 1e-9));
      assertThat(found.loss(x - (whole ? 1 : 1e-6 * Math.max(1, Math.abs(x)))))
          .isGreaterThan(loss * (1 - 1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void secondLoss_steps_addUpTheLoss(Distribution found) {
    for (int k = -20; k < 300; k += 7) {
      if (found instanceof DiscreteDistribution discrete) {
        double step = discrete.secondLoss(k) - discrete.secondLoss(k + 1);
        assertThat(step).isCloseTo(found.loss(k + 1), within(1e-9));
      } else if (found instanceof ContinuousDistribution continuous) {
        double step = continuous.secondLoss(k) - continuous.secondLoss(k + 1);
        assertThat(step).isBetween(found.loss(k + 1) - 1e-9, found.loss(k) + 1e-9);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void numbers_notFinite_areRefused(Distribution found) {
    List<DoubleUnaryOperator> answers = List.of(
        found::cdf, found::survival, found::loss, found::complementaryLoss, found::inverseLoss);
    for (DoubleUnaryOperator answer : answers) {
      for (double x :
          new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
        refused(() -> answer.applyAsDouble(x));
      }
    }
    for (double p : new double[] {Double.NaN, -1e-300, Math.nextUp(1.0)}) {
      refused(() -> found.quantile(p));
      refused(() -> found.upperQuantile(p));
    }
    refused(() -> found.inverseLoss(0));
    if (found instanceof ContinuousDistribution continuous) {
      refused(() -> continuous.density(Double.NaN));
      refused(() -> continuous.secondLoss(Double.NaN));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void of_parameterThatIsNotPositive_isRefused(double value) {
    refused(() -> Normal.of(1, value));
    refused(() -> Poisson.of(value));
    refused(() -> Gamma.of(value, 1));
    refused(() -> Gamma.of(1, value));
    refused(() -> Gamma.ofMoments(value, 1));
    refused(() -> Gamma.ofMoments(1, value));
    refused(() -> Lognormal.of(1, value));
    refused(() -> Lognormal.ofMoments(value, 1));
    refused(() -> Exponential.of(value));
    refused(() -> NegativeBinomial.of(value, 0.5));
    refused(() -> NegativeBinomial.of(3, value));
    refused(() -> NegativeBinomial.ofMoments(value, 5));
    refused(() -> Geometric.of(value));
    refused(() -> Uniform.of(value, value));
  }

  @Test
  void ofMoments_varianceAtTheMean_isRefusedAndJustAboveAccepted() {
    refused(() -> NegativeBinomial.ofMoments(5, 5));

    NegativeBinomial found = NegativeBinomial.ofMoments(5, 5.0001);

    assertThat(found.mean()).isCloseTo(5, within(1e-9));
    assertThat(found.variance()).isCloseTo(5.0001, within(1e-9));
  }

  @Test
  void refusal_wrongNumber_namesItAndItsRule() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Poisson.of(-2))
        .withMessage("mean must be positive and at most 1.0E12: -2.0")
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_NUMBER));
  }

  private static void refused(ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call);
  }

  @Test
  void poisson_hugeMean_agreesWithThirtyDigits() {
    Poisson found = Poisson.of(1e6);

    assertThat(found.survival(1e6)).isCloseTo(0.49973403851371634, within(1e-14));
    assertThat(found.loss(1e6)).isCloseTo(398.94224715624404, within(1e-9));
  }

  /** Sums of masses in integers of 220 bits. */
  @ParameterizedTest
  @CsvSource({
    "1110970565, 10493816445.157700795",
    "1111111011, 310043602.16903883607",
    "1111111110, 308653396.92321099285",
    "1111181383, 3561462.5258476363726"
  })
  void secondLoss_hugeNegativeBinomial_agrees(long k, double expected) {
    double found = NegativeBinomial.of(1e10, 0.9).secondLoss(k);

    assertThat(found).isCloseTo(expected, within(2e-11 * expected));
  }

  /** A sum of masses in integers of 220 bits. */
  @Test
  void secondLoss_hugePoisson_agrees() {
    assertThat(Poisson.of(1e12).secondLoss(999_999_999_999L))
        .isCloseTo(250000265961.52026, within(1.0));
  }

  @Test
  void secondLoss_stepsOfHugeMeans_addUpTheLoss() {
    for (DiscreteDistribution law :
        List.of(Poisson.of(1e9), NegativeBinomial.of(1e10, 0.9), NegativeBinomial.of(1e6, 0.001))) {
      double deviation = law.standardDeviation();
      for (double z = -5; z < 5; z += 0.31) {
        long k = (long) (law.mean() + z * deviation);
        double step = law.secondLoss(k) - law.secondLoss(k + 1);

        assertThat(step).isCloseTo(law.loss(k + 1.0), within(1e-10 * deviation * deviation));
      }
    }
  }

  /** Incomplete beta functions with 50 digits (mpmath). */
  @ParameterizedTest
  @CsvSource({
    "1e-24, 1e-12, 0, 2.76310211159285461e-23",
    "1e-24, 1e-12, 7, 2.50381639730784035e-23",
    "1e-24, 1e-12, 14, 2.43794587893802198e-23",
    "1e-24, 1e-12, 15, 2.43127921227145531e-23",
    "1e-24, 1e-12, 1000, 2.01455502563782018e-23",
    "1e-24, 1e-12, 1000000, 1.32382953930625736e-23",
    "1e-09, 1e-07, 0, 1.61180955210618178e-8",
    "1e-09, 1e-07, 7, 1.35252391173909232e-8",
    "1e-09, 1e-07, 14, 1.2866534642409678e-8",
    "1e-09, 1e-07, 15, 1.2799868076600709e-8",
    "1e-09, 1e-07, 1000, 8.6327247514704296e-9",
    "1e-09, 1e-07, 1000000, 1.82292345982582608e-9",
    "0.3, 1e-08, 0, 0.996018928294465027",
    "0.3, 1e-08, 7, 0.991831123703031835",
    "0.3, 1e-08, 14, 0.990074463383929104",
    "0.3, 1e-08, 15, 0.989875952674970871",
    "0.3, 1e-08, 1000, 0.96475776965131114",
    "0.3, 1e-08, 1000000, 0.720758949190812725",
    "0.99, 5e-07, 0, 0.999999421930169258",
    "0.99, 5e-07, 7, 0.999995454334282005",
    "0.99, 5e-07, 14, 0.999991527931135867",
    "0.99, 5e-07, 15, 0.999990968776837292",
    "0.99, 5e-07, 1000, 0.999457846875059443",
    "0.99, 5e-07, 1000000, 0.601615584333016118",
    "0.99, 5e-07, 6000000, 0.0488275453341229869",
    "0.001, 1e-10, 0, 0.0227627790441893177",
    "0.001, 1e-10, 7, 0.0202263949775192014",
    "0.001, 1e-10, 14, 0.0195808318895668109",
    "0.001, 1e-10, 15, 0.0195154706117907325",
    "0.001, 1e-10, 1000, 0.0154210604456754528",
    "0.001, 1e-10, 1000000, 0.00859687983635946697"
  })
  void survival_nearlyAlwaysNothing_agrees(double r, double p, double k, double expected) {
    NegativeBinomial found = NegativeBinomial.of(r, p);

    assertThat(found.survival(k)).isCloseTo(expected, within(1e-12 * expected));
    assertThat(found.cdf(k)).isCloseTo(1 - expected, within(1e-12));
  }

  @Test
  void quantile_nearlyAlwaysNothing_isFoundWithoutWalkingThere() {
    NegativeBinomial found = NegativeBinomial.ofMoments(1e-12, 1);

    assertThat(found.quantile(0.95)).isZero();
    assertThat(found.upperQuantile(1e-30)).isPositive().isFinite();
    assertThat(found.inverseLoss(1e-13)).isPositive().isFinite();
  }

  @Test
  void quantile_knifeEdge_countsTheStepThatIsReachedUpToRounding() {
    assertThat(NegativeBinomial.of(1, 0.5).quantile(0.5)).isZero();
    assertThat(Poisson.of(0.5).quantile(Math.exp(-0.5))).isZero();
  }
}
