package io.backorder.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.forecast.DemandHistory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The plain loops and the library answer the same. */
final class PlanningTest {

  private static final PlanningColumns COLUMNS = PlanningColumns.of(500);

  private static final double[][] SERIES = PlanningColumns.series(500);

  private static final DemandHistory[] HISTORIES = LibraryPlanning.histories(SERIES);

  @Test
  void points_ofBoth_agree() {
    assertThat(LibraryPlanning.points(COLUMNS))
        .containsExactly(PlainPlanning.points(COLUMNS), within(1e-9));
  }

  @Test
  void year_ofBoth_agree() {
    short[] weeks = PlanningColumns.weeks(500);

    assertThat(LibraryPlanning.year(weeks, COLUMNS))
        .containsExactly(PlainPlanning.year(weeks, COLUMNS), within(1e-8));
  }

  @Test
  void smoothed_ofBoth_agree() {
    assertThat(LibraryPlanning.smoothed(HISTORIES, 0.2))
        .containsExactly(PlainPlanning.smoothed(SERIES, 0.2), within(1e-7));
  }

  @Test
  void croston_ofBoth_agree() {
    double[] plain = PlainPlanning.croston(SERIES, 0.2);

    assertThat(LibraryPlanning.croston(HISTORIES, 0.2))
        .containsExactly(Arrays.copyOf(plain, SERIES.length), within(1e-10));
  }

  @Test
  void fitted_ofTheLibrary_isNotWorseThanGoldenSection() {
    double[] library = LibraryPlanning.fitted(HISTORIES);
    double[] golden = PlainPlanning.fitted(SERIES);

    for (int each = 0; each < golden.length; each++) {
      assertThat(library[each]).isLessThanOrEqualTo(golden[each] * (1 + 1e-6));
    }
  }
}
