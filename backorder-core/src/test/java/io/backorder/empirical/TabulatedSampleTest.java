package io.backorder.empirical;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A sample of whole units as a table, against every observation counted. */
final class TabulatedSampleTest {

  @Provide
  Arbitrary<long[]> samples() {
    return Arbitraries.longs()
        .between(-20, 40)
        .array(Long[].class)
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(values -> Arrays.stream(values).mapToLong(Long::longValue).toArray());
  }

  @Property
  void eachNumberHasItsShareOfTheSample(
      @ForAll("samples") long[] sample, @ForAll @IntRange(min = -25, max = 45) int k) {
    Tabulated found = Tabulated.ofSample(sample);

    double n = sample.length;
    assertThat(found.mass(k))
        .isEqualTo(LongStream.of(sample).filter(x -> x == k).count() / n);
    assertThat(found.cdf(k))
        .isCloseTo(LongStream.of(sample).filter(x -> x <= k).count() / n, within(1e-12));
    assertThat(found.loss(k))
        .isCloseTo(LongStream.of(sample).map(x -> Math.max(0, x - k)).sum() / n, within(1e-12));
    assertThat(found.secondLoss(k))
        .isCloseTo(
            LongStream.of(sample)
                    .filter(x -> x > k)
                    .map(x -> (x - k) * (x - k - 1) / 2)
                    .sum()
                / n,
            within(1e-9));
  }

  @Property
  void answersAsTheSampleItself(
      @ForAll("samples") long[] sample, @ForAll @DoubleRange(min = 0, max = 1) double p) {
    Tabulated found = Tabulated.ofSample(sample);
    double[] numbers = LongStream.of(sample).mapToDouble(each -> each).toArray();
    Empirical plain = Empirical.of(numbers);

    assertThat(found.mean()).isCloseTo(plain.mean(), within(1e-12));
    assertThat(found.variance()).isCloseTo(plain.variance(), within(1e-9));
    assertThat(found.quantile(p)).isEqualTo(plain.quantile(p));
    assertThat(found.upperQuantile(p)).isEqualTo(plain.upperQuantile(p));
    assertThat(Tabulated.ofSample(numbers).mean()).isEqualTo(found.mean());
  }

  @Test
  void ofSample_equalObservations_isCertain() {
    Tabulated found = Tabulated.ofSample(7, 7, 7);

    assertThat(found.mean()).isEqualTo(7);
    assertThat(found.variance()).isZero();
    assertThat(found.quantile(0.01)).isEqualTo(7);
    assertThat(found.inverseLoss(1e-9)).isEqualTo(7);
  }

  @Test
  void ofSample_nothingPartsOrBeyondTheTable_isRefused() {
    assertRefused(
        () -> Tabulated.ofSample(new long[0]),
        INVALID_NUMBER,
        "size of the sample must be at least 1: 0");
    for (double bad : new double[] {0.5, Double.NaN, Double.POSITIVE_INFINITY, 0x1p53}) {
      assertRefused(
          () -> Tabulated.ofSample(1.0, bad),
          INVALID_NUMBER,
          "observation must be a whole number of at most 2^52 in size: " + bad);
    }
    assertRefused(
        () -> Tabulated.ofSample(0, 1L << 30),
        INVALID_NUMBER,
        "size of the table must be at most 16777216: 1.073741825E9");
  }
}
