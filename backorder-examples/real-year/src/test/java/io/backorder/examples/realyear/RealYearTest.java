package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.backorder.allocation.AllocationPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RealYearTest {

  /** The figures of an independent model of the same rule on the same sales. */
  @ParameterizedTest
  @CsvSource({
    "0, 50.34, 57.55, 7.72, 194477, 2430423, 8.94, 168843, 180395",
    "1.645, 76.15, 82.02, 23.13, 82350, 1167293, 8.71, 129644, 564867",
    "2.326, 80.90, 86.32, 29.41, 62668, 934499, 8.90, 123410, 739620"
  })
  void run_realSales_agreesWithTheIndependentModel(
      double z,
      double unitFill,
      double lineFill,
      double orderFill,
      long lines,
      long units,
      double wait,
      long open,
      double stock)
      throws IOException {
    Path orders = Path.of(System.getProperty("backorder.real", "missing"), "orders");
    assumeTrue(
        Files.isDirectory(orders),
        "set -Dbackorder.real to the folder of the real data: " + orders);
    RetailYear year = RetailYear.readSales(orders);
    Replay replay =
        new Replay(year, new OrderUpToRule(z, 14, 7), AllocationPolicy.firstComeFirstServed());

    YearResult result = replay.run();

    assertThat(result.lines).isEqualTo(458_125);
    assertThat(result.orders).isEqualTo(17_379);
    assertThat(result.units).isEqualTo(4_893_663);
    assertThat(result.unitFill()).isCloseTo(unitFill, within(0.005));
    assertThat(result.lineFill()).isCloseTo(lineFill, within(0.005));
    assertThat(result.orderFill()).isCloseTo(orderFill, within(0.005));
    assertThat(result.backorderedLines).isEqualTo(lines);
    assertThat(result.backorderedUnits).isEqualTo(units);
    assertThat(result.meanWait()).isCloseTo(wait, within(0.005));
    assertThat(result.longestWait).isEqualTo(20);
    assertThat(result.stillOpen).isEqualTo(open);
    assertThat(result.meanStock()).isCloseTo(stock, within(1.0));
    assertThat(replay.inventory().verify().firstDifference()).isEmpty();
  }

  @Test
  void level_constantDemand_isTheDemandOfTheCoveredDays() {
    long[] demand = new long[OrderUpToRule.WINDOW];
    Arrays.fill(demand, 3);

    assertThat(new OrderUpToRule(1.645, 14, 7).level(demand, OrderUpToRule.WINDOW - 1))
        .isEqualTo(63);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void rule_badSafetyFactor_isRejected(double z) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderUpToRule(z, 14, 7))
        .withMessage("z must be zero or more: " + z);
  }
}
