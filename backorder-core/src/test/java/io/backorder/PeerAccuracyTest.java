package io.backorder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.backorder.accuracy.Backtest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How accurate the methods are on real demand, beside other libraries: those without fitted parameters to the
 * digits of the table, those with them at most 2 % worse in any measure of error. Relative bias is compared
 * for the former alone: on weeks that lead up to Christmas everybody is low, and who is less so is chance.
 */
final class PeerAccuracyTest {

  private static final double DIGITS = 1e-5;

  private static final double YARDSTICK = 1.02;

  /** Peers whose parameters are fitted, as they were by other means than ours. */
  private static final Set<String> FITTED = Set.of(
      "croston_optimised",
      "adida",
      "imapa",
      "statsmodels_ses_estimated",
      "statsmodels_hw_additive_noTrend_clip0",
      "R_ses_optimal",
      "R_ets_nonseasonal");

  @TestFactory
  Stream<DynamicTest> peers() throws IOException {
    Path table = Path.of(System.getProperty("backorder.real", ""), "series", "peer_accuracy.csv");
    assumeTrue(Files.exists(table), "no such file, see -Dbackorder.real: " + table);
    List<String> lines = Files.readAllLines(table);
    String[] head = cells(lines.get(0));
    return lines.stream().skip(1).map(line -> named(head, cells(line))).map(this::test);
  }

  /** Splits at the commas outside of quotes. */
  private static String[] cells(String line) {
    return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }

  private static Map<String, String> named(String[] head, String[] cells) {
    Map<String, String> row = new HashMap<>();
    for (int cell = 0; cell < head.length; cell++) {
      row.put(head[cell], cells[cell]);
    }
    return row;
  }

  private DynamicTest test(Map<String, String> row) {
    String method = text(row, "method");
    String name = "%s on %s, %s".formatted(method, text(row, "dataset"), text(row, "protocol"));
    return DynamicTest.dynamicTest(name, () -> {
      Backtest backtest = text(row, "protocol").contains("rolling")
          ? Backtest.oneStep(BenchmarkCases.TESTED)
          : Backtest.holdout(BenchmarkCases.TESTED);
      Map<String, Object> found = BenchmarkCases.measures(BenchmarkCases.pooled(
          text(row, "dataset") + ".csv",
          BenchmarkCases.method(method),
          backtest,
          new BenchmarkCases.HeldOut(BenchmarkCases.TESTED, 1)));
      found.forEach((measure, ours) ->
          compare(row, measure, (double) requireNonNull(CaseValues.plain(ours))));
    });
  }

  private static String text(Map<String, String> row, String column) {
    return requireNonNull(row.get(column), column);
  }

  private static void compare(Map<String, String> row, String measure, double ours) {
    String told = text(row, measure);
    if (told.isEmpty()) {
      return; // not measured in this protocol
    }
    double peer = Double.parseDouble(told);
    if (!FITTED.contains(text(row, "method"))) {
      assertThat(ours).as(measure).isCloseTo(peer, within(DIGITS * (1 + Math.abs(peer))));
    } else if (!measure.equals("relative_bias")) {
      assertThat(ours).as(measure).isLessThanOrEqualTo(YARDSTICK * peer);
    }
  }
}
