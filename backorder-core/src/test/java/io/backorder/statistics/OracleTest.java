package io.backorder.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;

/** Densities, both tails and quantiles against another library, at random parameters. */
final class OracleTest {

  private static final int TRIES = 400;

  private final Random random = new Random(20);

  private double between(double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  @Test
  void normal_randomParameters_agrees() {
    for (int i = 0; i < TRIES; i++) {
      double mean = between(0.1, 1000);
      double deviation = between(0.1, 300);
      double x = mean + deviation * (random.nextDouble() * 16 - 8);
      NormalDistribution oracle = NormalDistribution.of(mean, deviation);
      Normal found = Normal.of(mean, deviation);

      close(found.density(x), oracle.density(x), 1e-12);
      close(found.cdf(x), oracle.cumulativeProbability(x), 1e-12);
      close(found.survival(x), oracle.survivalProbability(x), 1e-12);
      double p = random.nextDouble();
      close(found.quantile(p), oracle.inverseCumulativeProbability(p), 1e-9);
    }
  }

  @Test
  void gamma_randomParameters_agrees() {
    for (int i = 0; i < TRIES; i++) {
      double shape = between(0.05, 3000);
      double scale = between(0.01, 100);
      GammaDistribution oracle = GammaDistribution.of(shape, scale);
      Gamma found = Gamma.of(shape, scale);
      double p = random.nextDouble();
      double x = oracle.inverseCumulativeProbability(p);

      close(found.density(x), oracle.density(x), 1e-10);
      close(found.cdf(x), oracle.cumulativeProbability(x), 1e-10);
      close(found.survival(x), oracle.survivalProbability(x), 1e-10);
      close(found.quantile(p), x, 1e-8);
    }
  }

  @Test
  void lognormal_randomParameters_agrees() {
    for (int i = 0; i < TRIES; i++) {
      double mean = random.nextDouble() * 8 - 2;
      double deviation = between(0.05, 2);
      LogNormalDistribution oracle = LogNormalDistribution.of(mean, deviation);
      Lognormal found = Lognormal.of(mean, deviation);
      double p = random.nextDouble();
      double x = oracle.inverseCumulativeProbability(p);

      close(found.density(x), oracle.density(x), 1e-11);
      close(found.survival(x), oracle.survivalProbability(x), 1e-11);
      close(found.quantile(p), x, 1e-11);
    }
  }

  @Test
  void poisson_randomParameters_agrees() {
    for (int i = 0; i < TRIES; i++) {
      double mean = between(0.01, 20_000);
      PoissonDistribution oracle = PoissonDistribution.of(mean);
      Poisson found = Poisson.of(mean);
      double p = random.nextDouble();
      int k = oracle.inverseCumulativeProbability(p);

      close(found.mass(k), oracle.probability(k), 1e-10);
      close(found.cdf(k), oracle.cumulativeProbability(k), 1e-10);
      close(found.survival(k), oracle.survivalProbability(k), 1e-10);
      assertThat(found.quantile(p)).isEqualTo(k);
    }
  }

  @Test
  void negativeBinomial_wholeSuccesses_agreesWithPascal() {
    for (int i = 0; i < TRIES; i++) {
      int successes = 1 + random.nextInt(200);
      // below about 0.02 the oracle's mass is NaN, an infinite coefficient times zero
      double probability = 0.05 + 0.94 * random.nextDouble();
      PascalDistribution oracle = PascalDistribution.of(successes, probability);
      NegativeBinomial found = NegativeBinomial.of(successes, probability);
      double p = random.nextDouble();
      int k = oracle.inverseCumulativeProbability(p);

      close(found.mass(k), oracle.probability(k), 1e-10);
      close(found.cdf(k), oracle.cumulativeProbability(k), 1e-10);
      close(found.survival(k), oracle.survivalProbability(k), 1e-10);
      assertThat(found.quantile(p)).isEqualTo(k);
    }
  }

  @Test
  void exponential_randomParameters_agrees() {
    for (int i = 0; i < TRIES; i++) {
      double mean = between(1e-3, 1e4);
      ExponentialDistribution oracle = ExponentialDistribution.of(mean);
      Exponential found = Exponential.of(1 / mean);
      double p = random.nextDouble();
      double x = oracle.inverseCumulativeProbability(p);

      close(found.density(x), oracle.density(x), 1e-12);
      close(found.cdf(x), oracle.cumulativeProbability(x), 1e-12);
      close(found.survival(x), oracle.survivalProbability(x), 1e-12);
      close(found.quantile(p), x, 1e-12);
      close(found.upperQuantile(p), oracle.inverseSurvivalProbability(p), 1e-12);
      close(found.variance(), oracle.getVariance(), 1e-12);
    }
  }

  @Test
  void uniform_randomParameters_agrees() {
    for (int i = 0; i < TRIES; i++) {
      double low = between(1e-3, 1e4) - 5000;
      double high = low + between(0.1, 1e4);
      UniformContinuousDistribution oracle = UniformContinuousDistribution.of(low, high);
      Uniform found = Uniform.of(low, high);
      double p = random.nextDouble();
      double x = low + (high - low) * (1.2 * random.nextDouble() - 0.1);

      close(found.density(x), oracle.density(x), 1e-12);
      assertThat(found.cdf(x)).isCloseTo(oracle.cumulativeProbability(x), within(1e-12));
      assertThat(found.survival(x)).isCloseTo(oracle.survivalProbability(x), within(1e-12));
      assertThat(found.quantile(p)).isCloseTo(oracle.inverseCumulativeProbability(p), within(1e-9));
      close(found.variance(), oracle.getVariance(), 1e-9);
    }
  }

  @Test
  void geometric_randomParameters_agreesWithTheFailuresBeforeASuccess() {
    for (int i = 0; i < TRIES; i++) {
      double probability = between(1e-4, 0.99);
      GeometricDistribution oracle = GeometricDistribution.of(probability);
      Geometric found = Geometric.of(probability);
      double p = random.nextDouble();
      int failures = oracle.inverseCumulativeProbability(p);

      close(found.mass(failures + 1L), oracle.probability(failures), 1e-10);
      close(found.cdf(failures + 1.0), oracle.cumulativeProbability(failures), 1e-10);
      close(found.survival(failures + 1.0), oracle.survivalProbability(failures), 1e-10);
      assertThat(found.quantile(p)).isEqualTo(failures + 1.0);
      close(found.variance(), oracle.getVariance(), 1e-12);
    }
  }

  private static void close(double found, double expected, double relative) {
    assertThat(found).isCloseTo(expected, within(relative * Math.abs(expected) + 1e-300));
  }
}
