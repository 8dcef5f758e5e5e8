package io.backorder.reallocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.demand.OrderLineId;
import io.backorder.reallocation.ConfirmationBounds.Hardness;
import io.backorder.reallocation.ConfirmationCurve.Change;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Confirmations over days, what lies between two of them, and what strategies allow. */
final class ConfirmationCurveTest {

  private static final LocalDate DAY = Worlds.TODAY;

  private static Quantity q(long units) {
    return Quantity.of(units);
  }

  @Provide
  Arbitrary<ConfirmationCurve> curves() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, 3).map(DAY::plusDays),
            Arbitraries.longs().between(0, 4).map(Quantity::of))
        .ofMaxSize(3)
        .map(ConfirmationCurve::of);
  }

  @Property
  void to_comparesOnEveryDay(
      @ForAll("curves") ConfirmationCurve one, @ForAll("curves") ConfirmationCurve other) {
    boolean less = false;
    boolean more = false;
    for (int day = 0; day < 5; day++) {
      int order = other.until(DAY.plusDays(day)).compareTo(one.until(DAY.plusDays(day)));
      less |= order < 0;
      more |= order > 0;
    }
    Change expected = less
        ? more ? Change.INCOMPARABLE : Change.WORSENED
        : more ? Change.IMPROVED : Change.UNCHANGED;
    assertThat(one.to(other)).isEqualTo(expected);
    assertThat(one.equals(other)).isEqualTo(expected == Change.UNCHANGED);
    assertThat(one.equals(other)).isEqualTo(one.toString().equals(other.toString()));
  }

  @Property
  void of_unitsByDay_addUp(@ForAll("curves") ConfirmationCurve curve) {
    Map<LocalDate, Quantity> byDay = new HashMap<>();
    curve.days().forEach(day -> byDay.put(day, curve.on(day)));
    assertThat(ConfirmationCurve.of(byDay)).isEqualTo(curve).hasSameHashCodeAs(curve);
    assertThat(byDay.values().stream().mapToLong(Quantity::units).sum())
        .isEqualTo(curve.total().units());
  }

  /** Baseline 5 on the 5th and 5 on the 20th; 10 on the 10th is less first and more then. */
  @Test
  void to_earlierForAPartAndLessInBetween_cannotBeCompared() {
    LocalDate fifth = LocalDate.parse("2026-01-05");
    ConfirmationCurve before =
        ConfirmationCurve.of(Map.of(fifth, q(5), LocalDate.parse("2026-01-20"), q(5)));
    ConfirmationCurve after = ConfirmationCurve.at(LocalDate.parse("2026-01-10"), q(10));

    assertThat(before.to(after)).isEqualTo(Change.INCOMPARABLE);
    ConfirmationCurve request = ConfirmationCurve.at(fifth, q(10));
    for (ConfirmationStrategy strategy : ConfirmationStrategy.values()) {
      assertThat(ConfirmationBounds.of(strategy, request, before).admits(after))
          .as(strategy.toString())
          .isEqualTo(strategy == ConfirmationStrategy.REDISTRIBUTE);
    }
    PlanDiff diff = PlanDiff.between(
        Map.of(OrderLineId.of("O", "1"), before), Map.of(OrderLineId.of("O", "1"), after));
    assertThat(diff.incomparable()).containsExactly(OrderLineId.of("O", "1"));
    assertThat(diff.churn()).isEqualTo(q(10));
  }

  @Property
  void bounds_ofAllStrategies_areTheOnesOfTheTable(@ForAll("curves") ConfirmationCurve confirmed) {
    ConfirmationCurve request = ConfirmationCurve.at(DAY, q(30));
    ConfirmationCurve none = ConfirmationCurve.NOTHING;
    Map<ConfirmationStrategy, List<Object>> table = new TreeMap<>();
    for (ConfirmationStrategy strategy : ConfirmationStrategy.values()) {
      ConfirmationBounds bounds = ConfirmationBounds.of(strategy, request, confirmed);
      table.put(strategy, List.of(bounds.floor(), bounds.ceiling(), bounds.hardness()));
    }
    assertThat(table)
        .containsEntry(ConfirmationStrategy.WIN, List.of(request, request, Hardness.HARD))
        .containsEntry(ConfirmationStrategy.GAIN, List.of(confirmed, request, Hardness.HARD))
        .containsEntry(ConfirmationStrategy.IMPROVE, List.of(confirmed, request, Hardness.SOFT))
        .containsEntry(ConfirmationStrategy.REDISTRIBUTE, List.of(none, request, Hardness.SOFT))
        .containsEntry(ConfirmationStrategy.FILL, List.of(none, confirmed, Hardness.SOFT))
        .containsEntry(ConfirmationStrategy.LOSE, List.of(none, none, Hardness.SOFT))
        .containsEntry(ConfirmationStrategy.SKIP, List.of(confirmed, confirmed, Hardness.HARD));
  }

  @Test
  void bounds_floorAboveTheCeiling_isRefused() {
    InvalidValueException refused = catchThrowableOfType(
        InvalidValueException.class,
        () -> new ConfirmationBounds(
            ConfirmationCurve.at(DAY, q(2)), ConfirmationCurve.NOTHING, Hardness.SOFT));
    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_QUANTITY);
    assertThat(refused).hasMessageContaining("floor must not be above the ceiling nothing");
  }

  @Test
  void of_unitsBeyondALong_overflow() {
    InvalidValueException refused = catchThrowableOfType(
        InvalidValueException.class,
        () -> ConfirmationCurve.of(Map.of(DAY, q(Long.MAX_VALUE), DAY.plusDays(1), q(1))));
    assertThat(refused.code()).isEqualTo(ErrorCode.QUANTITY_OVERFLOW);
  }
}
