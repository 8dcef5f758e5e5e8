package io.backorder.examples.firststeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the example prints. */
final class BuyingTest {

  /**
   * 143 lamps came; 138 were ordered, and 10 in vain. The big order leaves 5 - 25 = -20, and 70 + 20 are 96 in
   * packs of 12.
   */
  @Test
  void run_always_tellsABuyersMonth() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Buying.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "refused: INSUFFICIENT_STOCK",
            "148 lamps were asked for in 28 days",
            "forecast by exponential smoothing: 5.8 a day",
            "reorder point for 4 days: 30",
            "proposed: buy 96 LAMP of ACME, expected 2026-04-03T00:00:00Z: position -20 = 0 unreserved"
                + " + 0 on order - 20 backordered, at or below 30",
            "with the purchase on its way: 20 wait; short in a week with 0 %, in two weeks with 66 %",
            "ACME: 1 delivery, 0 % on time, 1 day late",
            "with the goods on the shelf: 0 wait; short in a week with 0 %, in two weeks with 66 %");
  }
}
