package io.backorder.smoothing;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.forecast.DemandHistory;
import org.junit.jupiter.api.Test;

/** Blocks that are longer than memory or sense allows. */
final class TemporalAggregationTest {

  @Test
  void withLength_bothSidesOfTheLongest_areToldApart() {
    DemandHistory history = DemandHistory.of(0, 4, 0, 0, 8);

    assertThat(TemporalAggregation.adida()
            .withLength(1000)
            .fit(history)
            .forecast(1)
            .mean(1))
        .isCloseTo(12 / 5.0, within(1e-12));
    assertRefused(
        () -> TemporalAggregation.adida().withLength(1001),
        INVALID_NUMBER,
        "periods must be at most 1000: 1001");
    assertRefused(
        () -> TemporalAggregation.imapa().withLength(2_000_000_000),
        INVALID_NUMBER,
        "periods must be at most 1000: 2000000000");
  }

  @Test
  void fit_oneDemandInALongHistory_takesBlocksOfBoundedLength() {
    double[] demand = new double[20_000];
    demand[19_999] = 6;

    assertThat(TemporalAggregation.adida().fit(DemandHistory.of(demand)).toString())
        .endsWith("from blocks of 1000 to 1000");
  }
}
