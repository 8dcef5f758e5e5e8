package io.backorder.smoothing;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.forecast.DemandHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Series are read piece by piece, and the weights found on them are those of the whole. */
final class LevelSearchTest {

  @Provide
  Arbitrary<double[]> histories() {
    return Arbitraries.integers()
        .between(-3, 5)
        .map(each -> (double) Math.max(0, each))
        .array(Double[].class)
        .ofMaxSize(40)
        .map(values -> Arrays.stream(values).mapToDouble(Double::doubleValue).toArray());
  }

  private static double[] sizes(double[] demand) {
    return Arrays.stream(demand).filter(each -> each != 0).toArray();
  }

  private static double[] intervals(double[] demand) {
    int[] places = IntStream.rangeClosed(1, demand.length)
        .filter(place -> demand[place - 1] != 0)
        .toArray();
    return IntStream.range(0, places.length)
        .mapToDouble(each -> places[each] - (each == 0 ? 0 : places[each - 1]))
        .toArray();
  }

  private static double[] blocks(double[] demand, int length) {
    return IntStream.range(0, demand.length / length)
        .mapToDouble(block -> {
          int from = demand.length % length + block * length;
          return Arrays.stream(demand, from, from + length).sum();
        })
        .toArray();
  }

  private static double[] read(SeriesReader reader, int pieceSize) {
    List<Double> values = new ArrayList<>();
    double[] piece = new double[pieceSize];
    for (int count = reader.read(piece); count > 0; count = reader.read(piece)) {
      Arrays.stream(piece, 0, count).forEach(values::add);
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Property
  void piecesMakeTheWholeSeriesAndMakeItAgain(
      @ForAll("histories") double[] demand,
      @ForAll @IntRange(min = 1, max = 9) int piece,
      @ForAll @IntRange(min = 1, max = 7) int length) {
    DemandHistory history = DemandHistory.of(demand);
    SeriesReader[] readers = {
      SeriesReader.periods(history),
      SeriesReader.sizes(history),
      SeriesReader.intervals(history),
      SeriesReader.blocks(history, length)
    };
    double[][] expected = {demand, sizes(demand), intervals(demand), blocks(demand, length)};
    for (int kind = 0; kind < readers.length; kind++) {
      assertThat(read(readers[kind], piece)).isEqualTo(expected[kind]);
      assertThat(readers[kind].most()).isGreaterThanOrEqualTo(expected[kind].length);
      readers[kind].rewind();
      assertThat(read(readers[kind], piece + 1)).isEqualTo(expected[kind]);
    }
  }

  private static double squares(double[] series, double weight) {
    double level = series[0];
    double sum = 0;
    for (double demand : series) {
      sum += (demand - level) * (demand - level);
      level += weight * (demand - level);
    }
    return sum;
  }

  private static void assertBest(Supplier<SeriesReader> reader, double[] series) {
    double found = LevelSearch.weight(reader.get(), 0, 1);

    double least = squares(series, found) * (1 - 1e-9);
    for (double weight = 0; weight <= 1; weight += 0.005) {
      assertThat(squares(series, weight)).isGreaterThanOrEqualTo(least);
    }
  }

  /** Steady at first and then a walk: the first part alone, or the last, asks for another weight. */
  @Test
  void weight_seriesOfSeveralPieces_isTheBestOfTheWhole() {
    Random random = new Random(3);
    for (int length : new int[] {1, 2, 510, 511, 512, 513, 1022, 1024, 3000}) {
      double[] demand = new double[length];
      double level = 20;
      for (int period = 0; period < length; period++) {
        level = Math.max(5, level + (period < length / 2 ? 0 : random.nextInt(5) - 2));
        demand[period] = random.nextInt(3) == 0 ? Math.max(0, level + random.nextInt(9) - 4) : 0;
      }
      demand[0] = 20;
      DemandHistory history = DemandHistory.of(demand);

      assertBest(() -> SeriesReader.periods(history), demand);
      assertBest(() -> SeriesReader.sizes(history), sizes(demand));
      assertBest(() -> SeriesReader.intervals(history), intervals(demand));
      assertBest(() -> SeriesReader.blocks(history, 1), demand);
    }
  }

  @Test
  void weight_noValues_isTheSmallest() {
    DemandHistory zeros = DemandHistory.of(0, 0, 0);

    assertThat(LevelSearch.weight(SeriesReader.sizes(zeros), 0.1, 0.3)).isEqualTo(0.1);
    assertThat(LevelSearch.weight(SeriesReader.blocks(zeros, 4), 0.1, 0.3)).isEqualTo(0.1);
  }
}
