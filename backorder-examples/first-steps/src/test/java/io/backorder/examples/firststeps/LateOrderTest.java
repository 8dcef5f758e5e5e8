package io.backorder.examples.firststeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the example prints. */
final class LateOrderTest {

  /**
   * A fifth of 99.99 is 20.00, three tenths are 30.00 and the rest is 49.99. A parcel for both costs 0.80 and
   * 4.90 and 2.4 * 0.125, two cost twice the fixed part.
   */
  @Test
  void run_always_tellsOfPaymentsHurryAndParcels() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LateOrder.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("As soon as it is here and set aside for you, 30 % of the price is due.")
        .contains("three units: Stages[atOrder=EUR 20.00, atFill=EUR 30.00, atShipment=EUR 49.99]")
        .containsSubsequence(
            "air freight costs", "waiting costs", "losing the sale costs EUR 65.00")
        .contains("hurrying pays from day 11")
        .containsSubsequence(
            "sent on [2026-03-05]: EUR 6.00, parcels: 1, 768 g of CO2e",
            "sent on [2026-03-02, 2026-03-05]: EUR 11.70, parcels: 2, 1248 g of CO2e");
  }
}
