package io.backorder.examples.boostedtrees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.accuracy.Backtest;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.smoothing.ExponentialSmoothing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BoostedTreesTest {

  private static final BoostedTrees.Growth SMALL = new BoostedTrees.Growth(40, 6, 0.2, 0.8);

  private static final Comparison COMPARISON = new Comparison(Backtest.rolling(2, 4), 2);

  @TempDir
  private Path folder = Path.of(".");

  /** Items of all sizes that are bought every fourth week, each from a week of its own. */
  private static List<DemandHistory> everyFourthWeek(int items, int weeks) {
    Random random = new Random(4);
    List<DemandHistory> series = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      double size = 5 + random.nextInt(500);
      int first = random.nextInt(4);
      double[] demand = new double[weeks];
      for (int week = 0; week < weeks; week++) {
        demand[week] = week % 4 == first ? Math.rint(size * (0.8 + 0.4 * random.nextDouble())) : 0;
      }
      series.add(DemandHistory.of(demand));
    }
    return series;
  }

  @Test
  void ofTrees_patternThatItemsShare_isLearntAcrossThem() {
    List<DemandHistory> series = everyFourthWeek(30, 40);

    Comparison.Row trees = COMPARISON.ofTrees("trees", SMALL, series);
    Comparison.Row smoothing = COMPARISON.ofEach("SES", ExponentialSmoothing.simple(), series);

    assertThat(mase(trees)).isLessThan(0.5 * mase(smoothing));
  }

  private static double mase(Comparison.Row row) {
    return row.errors().meanAbsoluteScaledError().orElseThrow();
  }

  @Test
  void forecast_itemNeverSeenAndAnyUnit_isOfItsSize() {
    Forecaster trees = BoostedTrees.grownFrom(everyFourthWeek(30, 40), SMALL);
    double[] small = {0, 0, 10, 0, 0, 0, 12, 0, 0, 0, 11, 0, 0, 0, 10, 0, 0, 0};
    double[] large = Arrays.stream(small).map(each -> 64 * each).toArray();

    Forecast forecast = trees.forecast(DemandHistory.of(small), 2);
    Forecast scaled = trees.forecast(DemandHistory.of(large), 2);

    assertThat(forecast.mean(1)).isBetween(5.0, 15.0);
    assertThat(forecast.mean(2)).isBetween(0.0, 4.0);
    assertThat(forecast.standardDeviation(1)).isPositive();
    // the logarithm of the size is a feature, too
    assertThat(scaled.mean(1)).isBetween(5.0 * 64, 15.0 * 64);
  }

  @Test
  void grownFrom_sameHistories_answersTheSame() {
    List<DemandHistory> series = everyFourthWeek(10, 30);

    double[] once =
        BoostedTrees.grownFrom(series, SMALL).forecast(series.get(0), 5).means();
    double[] again =
        BoostedTrees.grownFrom(series, SMALL).forecast(series.get(0), 5).means();

    assertThat(again).isEqualTo(once);
  }

  @Test
  void ofTrees_otherFuture_doesNotChangeTheForecastsBeforeIt() {
    List<DemandHistory> series = everyFourthWeek(10, 40);
    List<DemandHistory> other =
        series.stream().map(each -> each.first(39).plus(12_345)).toList();
    Comparison one = new Comparison(Backtest.rolling(1, 1), 1);

    Comparison.Row row = one.ofTrees("trees", SMALL, series);
    Comparison.Row changed = one.ofTrees("trees", SMALL, other);

    double forecast = row.errors().relativeBias().orElseThrow();
    double total = series.stream().mapToDouble(each -> each.demand(39)).sum();
    double changedForecast = changed.errors().relativeBias().orElseThrow();
    assertThat((1 + changedForecast) * 12_345 * 10).isCloseTo((1 + forecast) * total, within(1e-6));
  }

  @Test
  void forecast_nothingEverAskedFor_isZero() {
    Forecaster trees = BoostedTrees.grownFrom(everyFourthWeek(10, 30), SMALL);

    assertThat(trees.forecast(DemandHistory.of(new double[10]), 3).means())
        .containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void forecast_historyTooShort_isRefused(int periods) {
    Forecaster trees = BoostedTrees.grownFrom(everyFourthWeek(10, 30), SMALL);
    DemandHistory history = DemandHistory.of(new double[periods]);

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> trees.forecast(history, 1))
        .withMessage("history must have at least 8 periods: " + periods);
  }

  @Test
  void grownFrom_nothingToLearn_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BoostedTrees.grownFrom(List.of(DemandHistory.of(1, 2, 3)), SMALL))
        .withMessage("examples must be at least 10: 0");
  }

  @ParameterizedTest
  @CsvSource({"0, 6, 0.1, 0.5", "9, 1, 0.1, 0.5", "9, 6, 0, 0.5", "9, 6, 0.1, NaN", "9, 6, 2, 1"})
  void growth_figuresOutOfRange_areRefused(int trees, int leaves, double shrinkage, double sample) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new BoostedTrees.Growth(trees, leaves, shrinkage, sample));
  }

  @Test
  void run_file_printsARowForEveryMethod() throws IOException {
    Path file = folder.resolve("series.csv");
    Files.write(
        file,
        Stream.concat(
                Stream.of("item" + ",week".repeat(40)),
                everyFourthWeek(8, 40).stream().map(BoostedTreesTest::line))
            .toList());

    assertThat(compared(file))
        .startsWith(
            "8 series, 1 to 4 periods ahead from each of 9 origins; 0 series are too short\n")
        .contains("MASE", "WAPE", "naive", "SBA", "boosted trees")
        .hasLineCount(11);
  }

  @Test
  void run_seriesThatBeganLater_areComparedIfLongEnough() throws IOException {
    Path file = folder.resolve("series.csv");
    List<String> lines = new ArrayList<>(List.of("item" + ",week".repeat(40)));
    everyFourthWeek(8, 40).forEach(each -> lines.add(line(each)));
    lines.add("twenty" + ",".repeat(20) + ",5".repeat(20));
    lines.add("nineteen" + ",".repeat(21) + ",5".repeat(19));
    lines.add("never" + ",".repeat(40));
    Files.write(file, lines);

    assertThat(compared(file))
        .startsWith(
            "9 series, 1 to 4 periods ahead from each of 9 origins; 2 series are too short\n");
  }

  private static String compared(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    int status =
        CompareForecasts.run(new PrintStream(out, true, StandardCharsets.UTF_8), file.toString());

    assertThat(status).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String line(DemandHistory history) {
    StringBuilder line = new StringBuilder("item " + history.hashCode());
    for (double each : history.toArray()) {
      line.append(',').append(each);
    }
    return line.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'item,a\nx,1,2','lines must be well formed: Record 2 has 3 fields, but first record had 2 fields'",
    "'item,a\nx,one',line 2 must hold numbers once the item is on offer: one",
    "'item,a,b\nx,1,-',line 2 must hold numbers once the item is on offer: -",
    "'item,a\nx,1\nx,2',line 3 must name an item once: x"
  })
  void run_badFile_saysWhichLine(String text, String problem) throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    int status =
        CompareForecasts.run(new PrintStream(out, true, StandardCharsets.UTF_8), file.toString());

    assertThat(status).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "boosted-trees: cannot compare on " + file + ": " + problem + "\n");
  }

  @Test
  void run_noFile_isMisuse() {
    assertThat(CompareForecasts.run(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)))
        .isEqualTo(2);
  }
}
