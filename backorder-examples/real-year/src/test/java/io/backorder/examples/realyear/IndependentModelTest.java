package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real sales, replayed, against the figures of an independent model of the same rule. Where the
 * rule could be read in two ways: the mean and the deviation are taken over the 56 days that end with
 * the day of the review, that day included; receipts come before the sales of their day, the review
 * after them; and {@code m (L + R)} is computed in doubles, which decides the ceiling of 24 lines at
 * {@code z = 0}.
 */
final class IndependentModelTest {

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
    RetailYear sales = YearSource.of(orders).read().salesOnly();

    YearResult result = new Replay(
            sales, new OrderUpToRule(z, 14, 7), PolicyChoice.FIRST_COME_FIRST_SERVED)
        .run(done -> {});

    Service total = result.total();
    assertThat(total.lines()).isEqualTo(458_125);
    assertThat(total.orders()).isEqualTo(17_379);
    assertThat(total.units()).isEqualTo(4_893_663);
    assertThat(total.unitFill()).isCloseTo(unitFill, within(0.005));
    assertThat(total.lineFill()).isCloseTo(lineFill, within(0.005));
    assertThat(total.orderFill()).isCloseTo(orderFill, within(0.005));
    assertThat(total.backorderedLines()).isEqualTo(lines);
    assertThat(total.backorderedUnits()).isEqualTo(units);
    assertThat(total.meanWait()).isCloseTo(wait, within(0.005));
    assertThat(total.longestWait()).isEqualTo(20);
    assertThat(total.stillOpen()).isEqualTo(open);
    assertThat(result.meanStock()).isCloseTo(stock, within(1.0));
    assertThat(result.closing().verification().firstDifference()).isEmpty();
  }
}
