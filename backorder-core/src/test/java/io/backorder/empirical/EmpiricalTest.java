package io.backorder.empirical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.NegativeBinomial;
import io.backorder.statistics.Poisson;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EmpiricalTest {

  @Test
  void of_sample_answersLikeItsSums() {
    Empirical found = Empirical.of(3, 0, 0, 7, 1, 0, 12, 2, 0, 5);

    assertThat(found.mean()).isCloseTo(3, within(1e-15));
    assertThat(found.variance()).isCloseTo(14.2, within(1e-13));
    assertThat(found.cdf(2)).isCloseTo(0.6, within(1e-15));
    assertThat(found.cdf(1.99)).isCloseTo(0.5, within(1e-15));
    assertThat(found.survival(5)).isCloseTo(0.2, within(1e-15));
    assertThat(found.loss(5)).isCloseTo(0.9, within(1e-15));
    assertThat(found.complementaryLoss(1)).isCloseTo(0.4, within(1e-15));
    assertThat(found.loss(-2)).isCloseTo(5, within(1e-15));
    assertThat(found.quantile(0.6)).isEqualTo(2);
    assertThat(found.quantile(0.6000001)).isEqualTo(3);
    assertThat(found.quantile(0)).isZero();
    assertThat(found.quantile(1)).isEqualTo(12);
    assertThat(found.upperQuantile(0.4)).isEqualTo(2);
    assertThat(found.upperQuantile(0)).isEqualTo(12);
  }

  @Test
  void inverseLoss_ofTheLoss_returns() {
    Empirical found = Empirical.of(3, 0, 0, 7, 1, 0, 12, 2, 0, 5);

    for (double x = -6; x < 12; x += 0.125) {
      assertThat(found.inverseLoss(found.loss(x))).isCloseTo(x, within(1e-12));
    }
    assertThat(found.inverseLoss(1e-9)).isCloseTo(12 - 1e-8, within(1e-12));
  }

  @Test
  void ofWeights_unsorted_areSorted() {
    Empirical found = Empirical.ofWeights(
        new double[] {20, 0, 5, 1, 2}, new double[] {0.02, 0.5, 0.08, 0.25, 0.15});

    assertThat(found.mean()).isCloseTo(1.35, within(1e-14));
    assertThat(found.quantile(0.75)).isEqualTo(1);
    assertThat(found.loss(1)).isCloseTo(0.85, within(1e-14));
  }

  @Test
  void of_nothingOrNotANumber_isRefused() {
    refused(() -> Empirical.of());
    refused(() -> Empirical.of(1, Double.NaN));
    refused(() -> Empirical.ofWeights(new double[] {1, 2}, new double[] {0.5}));
    refused(() -> Empirical.ofWeights(new double[] {1, 2}, new double[] {0.5, 0.4}));
    refused(() -> Empirical.ofWeights(new double[] {1, 2}, new double[] {1.5, -0.5}));
    refused(() -> Tabulated.of(0));
    refused(() -> Tabulated.of(0, 0.9));
    refused(() -> Tabulated.of(Poisson.of(3), 0.7));
    refused(() -> Mixture.of(List.of()));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call);
  }

  @Test
  void tabulated_poisson_answersAsPoisson() {
    Poisson exact = Poisson.of(7.5);
    Tabulated found = Tabulated.of(exact, 1e-18);

    assertThat(found.mean()).isCloseTo(7.5, within(1e-12));
    assertThat(found.variance()).isCloseTo(7.5, within(1e-12));
    for (int k = -3; k < 40; k++) {
      assertThat(found.mass(k)).isCloseTo(exact.mass(k), within(1e-15));
      assertThat(found.cdf(k)).isCloseTo(exact.cdf(k), within(1e-14));
      assertThat(found.survival(k)).isCloseTo(exact.survival(k), within(1e-14));
      assertThat(found.loss(k + 0.25)).isCloseTo(exact.loss(k + 0.25), within(1e-13));
      assertThat(found.complementaryLoss(k)).isCloseTo(exact.complementaryLoss(k), within(1e-12));
      assertThat(found.secondLoss(k)).isCloseTo(exact.secondLoss(k), within(1e-11));
    }
    for (double p = 0.001; p < 1; p += 0.001) {
      assertThat(found.quantile(p)).isEqualTo(exact.quantile(p));
      assertThat(found.inverseLoss(p)).isEqualTo(exact.inverseLoss(p));
    }
  }

  @Test
  void times_poisson_isThePoissonOfTheSum() {
    Tabulated found = Tabulated.of(Poisson.of(1.3), 1e-17).times(5);

    for (int k = 0; k < 30; k++) {
      assertThat(found.mass(k)).isCloseTo(Poisson.of(6.5).mass(k), within(1e-14));
    }
    assertThat(found.times(0).mass(0)).isEqualTo(1);
  }

  @Test
  void times_logarithmicSizesOfPoissonCustomers_isNegativeBinomial() {
    double p = 0.4;
    double[] sizes = new double[200];
    for (int size = 1; size <= 200; size++) {
      sizes[size - 1] = -Math.pow(1 - p, size) / size / Math.log(p);
    }
    Tabulated customers = Tabulated.of(Poisson.of(-3 * Math.log(p)), 1e-17);

    Tabulated found = Tabulated.of(1, sizes).times(customers);

    for (int k = 0; k < 40; k++) {
      assertThat(found.mass(k)).isCloseTo(NegativeBinomial.of(3, p).mass(k), within(1e-14));
    }
  }

  @Test
  void compoundPoisson_fewCustomers_isTheSumOverTheirNumbers() {
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      double[] sizes = random.doubles(2 + random.nextInt(8), 0, 1).toArray();
      sizes[random.nextInt(sizes.length)] = 0;
      double total = Arrays.stream(sizes).sum();
      Arrays.setAll(sizes, j -> sizes[j] / total);
      Tabulated size = Tabulated.of(random.nextInt(4), sizes);
      double rate = Math.exp(random.nextDouble() * 7 - 3);
      Tabulated sum = size.times(Tabulated.of(Poisson.of(rate), 1e-15));

      Tabulated found = Tabulated.compoundPoisson(rate, size);

      for (int k = 0; k < sum.mean() + 10 * sum.standardDeviation(); k++) {
        assertThat(found.mass(k)).isCloseTo(sum.mass(k), within(1e-13));
        assertThat(found.survival(k)).isCloseTo(sum.survival(k), within(1e-13));
        assertThat(found.loss(k)).isCloseTo(sum.loss(k), within(1e-11 * (1 + sum.mean())));
      }
    }
  }

  @Test
  void compoundPoisson_manyCustomersOfManySizes_hasTheMomentsOfTheirSum() {
    double[] twenty = new double[20];
    Arrays.fill(twenty, 1.0 / 20);
    for (double rate : new double[] {5000, 100_000}) {
      Tabulated found = Tabulated.compoundPoisson(rate, Tabulated.of(1, twenty));

      assertThat(found.mean()).isCloseTo(10.5 * rate, within(1e-9 * rate));
      assertThat(found.variance()).isCloseTo(143.5 * rate, within(1e-7 * rate));
    }
  }

  @Test
  void compoundPoisson_oneUnitEach_isPoisson() {
    for (double rate : new double[] {0.001, 1, 800, 20_000}) {
      Poisson law = Poisson.of(rate);
      Tabulated found = Tabulated.compoundPoisson(rate, Tabulated.of(1, 1));

      for (double z = -8; z <= 8; z += 0.5) {
        long k = (long) Math.max(0, rate + z * Math.sqrt(rate));
        assertThat(found.mass(k)).isCloseTo(law.mass(k), within(1e-11 * law.mass(k) + 1e-17));
      }
    }
  }

  @Test
  void compoundPoisson_amountsOfNothingOrReturns_areSummedToo() {
    Tabulated none = Tabulated.compoundPoisson(7, Tabulated.of(0, 1));
    Tabulated returns = Tabulated.compoundPoisson(2, Tabulated.of(-1, 0.25, 0.25, 0.5));

    assertThat(none.mass(0)).isEqualTo(1);
    assertThat(returns.mean()).isCloseTo(0.5, within(1e-12));
    assertThat(returns.variance()).isCloseTo(1.5, within(1e-12));
    refused(() -> Tabulated.compoundPoisson(1e9, Tabulated.of(1, 1)));
    refused(() -> Tabulated.compoundPoisson(0, Tabulated.of(1, 1)));
  }

  @Test
  void times_numbersBeyondTheirRange_areRefused() {
    Tabulated large = Tabulated.of(1L << 40, 1);

    refused(() -> large.times(large));
    refused(() -> large.times(1 << 20));
    refused(() -> Tabulated.of(0, 1).times(large));
    refused(() -> Tabulated.of(-(1L << 50), 1).times(Tabulated.of(0, 0.5, 0.5)));
    assertThat(large.times(1 << 12).mean()).isEqualTo(0x1p52);
  }

  @Test
  void times_negativeValues_keepTheMoments() {
    Tabulated change = Tabulated.of(-2, 0.2, 0.3, 0.1, 0.4);
    Tabulated count = Tabulated.of(1, 0.5, 0.25, 0.25);

    Tabulated found = change.times(count);

    assertThat(found.mean()).isCloseTo(count.mean() * change.mean(), within(1e-14));
    assertThat(found.variance())
        .isCloseTo(
            count.mean() * change.variance() + count.variance() * Math.pow(change.mean(), 2),
            within(1e-14));
  }

  @Test
  void mixture_ofOneLawTwice_isThatLaw() {
    Poisson exact = Poisson.of(12);
    Mixture found = Mixture.of(List.of(exact, exact), 0.25, 0.75);

    assertThat(found.variance()).isCloseTo(12, within(1e-13));
    for (double p = 0.01; p < 1; p += 0.01) {
      assertThat(found.quantile(p)).isEqualTo(exact.quantile(p));
      assertThat(found.upperQuantile(p)).isEqualTo(exact.upperQuantile(p));
      assertThat(found.inverseLoss(p)).isEqualTo(exact.inverseLoss(p));
    }
  }

  @Test
  void quantile_everyRule_isMonotoneAndWithinTheSample() {
    Random random = new Random(3);
    for (int size = 1; size < 30; size++) {
      Empirical found = Empirical.of(random.doubles(size).toArray());
      for (QuantileRule rule : QuantileRule.values()) {
        double before = found.quantile(0, rule);
        assertThat(before).isEqualTo(found.quantile(0));
        for (double p = 0; p <= 1; p += 1 / 64.0) {
          assertThat(found.quantile(p, rule)).isGreaterThanOrEqualTo(before);
          before = found.quantile(p, rule);
        }
        assertThat(before).isEqualTo(found.quantile(1));
      }
    }
  }

  @Test
  void mass_valuesWithinAndOutsideTheSample_areTheirWeights() {
    Empirical sample = Empirical.of(3, 1, 3, 8);

    assertThat(sample.mass(3)).isEqualTo(0.5);
    assertThat(sample.mass(8)).isEqualTo(0.25);
    assertThat(sample.mass(4)).isZero();
  }

  @Test
  void secondLoss_anyPoint_isHalfTheMeanSquareOfTheExcess() {
    Empirical sample = Empirical.of(3, 1, 3, 8);

    assertThat(sample.secondLoss(2)).isCloseTo((1 + 1 + 36) / 8.0, within(1e-12));
    assertThat(sample.secondLoss(8)).isZero();
    assertThat(sample.secondLoss(0)).isCloseTo((9 + 1 + 9 + 64) / 8.0, within(1e-12));
  }

  @Test
  void nextBelow_bothSidesOfTheRank_areToldApart() {
    assertThat(Empirical.of(1, 2, 3, 4, 5, 6, 7, 8, 9).nextBelow(0.9)).hasValue(9);
    assertThat(Empirical.of(1, 2, 3, 4, 5, 6, 7, 8).nextBelow(0.9)).isEmpty();
    assertThat(Empirical.of(1).nextBelow(0.5)).hasValue(1);
    assertThat(Empirical.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray())
            .nextBelow(0.8))
        .hasValue(81);
  }
}
