package io.backorder.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorTest {

  private static final int DRAWS = 200_000;

  @Test
  void next_seedZero_isThePublishedSequence() {
    Generator generator = new Generator(0);

    assertThat(generator.next()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(generator.next()).isEqualTo(0x6E789E6AA1B965F4L);
    assertThat(generator.next()).isEqualTo(0x06C45D188009454FL);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 42, -1, Long.MIN_VALUE, Long.MAX_VALUE})
  void next_anySeed_isWhatTheJdkDraws(long seed) {
    Generator generator = new Generator(seed);
    SplittableRandom oracle = new SplittableRandom(seed);

    for (int i = 0; i < 1_000; i++) {
      assertThat(generator.next()).isEqualTo(oracle.nextLong());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 29, 10_000, 1_000_000, Integer.MAX_VALUE})
  void below_anyBound_scalesTheHighBits(int bound) {
    Generator generator = new Generator(3);
    SplittableRandom oracle = new SplittableRandom(3);

    for (int i = 0; i < 1_000; i++) {
      long high = oracle.nextLong() >>> 32;
      assertThat(generator.below(bound))
          .isEqualTo((int) Math.floor(high / 0x1.0p32 * bound))
          .isBetween(0, bound - 1);
    }
  }

  @Test
  void below_five_drawsAllAlike() {
    Generator generator = new Generator(42);
    int[] drawn = new int[5];

    for (int i = 0; i < DRAWS; i++) {
      drawn[generator.below(5)]++;
    }

    for (int count : drawn) {
      assertThat((double) count / DRAWS).isEqualTo(0.2, within(0.005));
    }
  }

  @Test
  void unit_manyDraws_staysBelowOneAndCentresOnAHalf() {
    Generator generator = new Generator(5);
    double sum = 0;

    for (int i = 0; i < DRAWS; i++) {
      double unit = generator.unit();
      assertThat(unit).isGreaterThanOrEqualTo(0).isLessThan(1);
      sum += unit;
    }

    assertThat(sum / DRAWS).isEqualTo(0.5, within(0.005));
  }

  @Test
  void text_seedZero_isTheSequenceInHexadecimal() {
    assertThat(new Generator(0).texts(3))
        .containsExactly("e220a8397b1dcdaf", "6e789e6aa1b965f4", "06c45d188009454f");
  }

  @Test
  void texts_sameSeed_areEqualButFresh() {
    String[] one = new Generator(9).texts(100);
    String[] other = new Generator(9).texts(100);

    assertThat(one).isEqualTo(other).doesNotHaveDuplicates();
    assertThat(one[0]).isNotSameAs(other[0]);
  }

  @Test
  void rank_edgesOfTheCumulatedProbability_fallOnTheRightSide() {
    Generator.Zipf zipf = Generator.Zipf.of(3, 1); // 6/11, 3/11, 2/11

    assertThat(zipf.rank(0)).isEqualTo(0);
    assertThat(zipf.rank(Math.nextDown(6.0 / 11))).isEqualTo(0);
    assertThat(zipf.rank(Math.nextUp(6.0 / 11))).isEqualTo(1);
    assertThat(zipf.rank(Math.nextDown(9.0 / 11))).isEqualTo(1);
    assertThat(zipf.rank(Math.nextUp(9.0 / 11))).isEqualTo(2);
    assertThat(zipf.rank(Math.nextDown(1.0))).isEqualTo(2);
  }

  @Test
  void draw_manyDraws_followsThePowerOfTheRank() {
    int ids = 1_000;
    Generator.Zipf zipf = Generator.Zipf.of(ids, 1.1);
    Generator generator = new Generator(1000);
    int[] drawn = new int[ids];

    for (int i = 0; i < DRAWS; i++) {
      drawn[zipf.draw(generator)]++;
    }

    double whole =
        IntStream.rangeClosed(1, ids).mapToDouble(k -> Math.pow(k, -1.1)).sum();
    int[] sorted = IntStream.of(drawn).sorted().toArray();
    assertThat((double) sorted[ids - 1] / DRAWS).isEqualTo(1 / whole, within(0.005));
    assertThat((double) sorted[ids - 2] / DRAWS)
        .isEqualTo(Math.pow(2, -1.1) / whole, within(0.005));
  }

  @Test
  void draw_everyRank_hasAnIdOfItsOwn() {
    Generator.Zipf zipf = Generator.Zipf.of(10, 0); // all alike
    Generator generator = new Generator(2);

    assertThat(
            IntStream.range(0, 1_000).map(i -> zipf.draw(generator)).distinct().sorted())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }
}
