package io.backorder.promise;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.refusal.ErrorCode;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class AtpProfileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private static AtpProfile free(long units) {
    return AtpProfile.of(TODAY, Quantity.of(units));
  }

  private static LocalDate day(int number) {
    return TODAY.plusDays(number);
  }

  private static Quantity units(long number) {
    return Quantity.of(number);
  }

  @Test
  void availableAt_promiseOnALaterDay_looksAhead() {
    AtpProfile profile = free(10).withPromise(day(5), units(8)).withSupply(day(9), units(20));

    assertThat(profile.availableNow()).isEqualTo(units(2));
    assertThat(profile.availableAt(day(8))).isEqualTo(units(2));
    assertThat(profile.availableAt(day(9))).isEqualTo(units(22));
    assertThat(profile.availableToOrder()).isEqualTo(units(22));
    assertThat(profile.earliest(units(15))).contains(day(9));
    assertThat(profile.earliest(units(2))).contains(TODAY);
    assertThat(profile.earliest(units(23))).isEmpty();
    assertThat(profile).hasToString("from 2026-03-02: 2 now, 22 to order");
  }

  @Test
  void lookAhead_tooMuchPromised_isNegativeInsideAndZeroAtTheEdge() {
    AtpProfile profile = free(3).withPromise(day(2), units(7));

    assertThat(profile.lookAhead(TODAY)).isEqualTo(-4);
    assertThat(profile.availableNow()).isEqualTo(Quantity.ZERO);
    assertThat(profile.projectedBalance(day(1))).isEqualTo(3);
  }

  @Test
  void withSupply_dayBeforeTheFirst_countsAsTheFirst() {
    assertThat(free(1).withSupply(day(-4), units(2)).availableNow()).isEqualTo(units(3));
    assertThat(free(1).availableAt(day(-4))).isEqualTo(units(1));
  }

  @Test
  void overdue_fencesOfSevenDaysAndOffsetOfOne_confirmOnDayTen() {
    OverdueRule fence = OverdueRule.expectedWithin(7, 1);
    AtpProfile profile = free(0)
        .withSupply(fence.day(day(-3), TODAY).orElseThrow(), units(200))
        .withPromise(fence.day(day(-1), TODAY).orElseThrow(), units(75))
        .withSupply(day(10), units(100));

    assertThat(profile.availableNow()).isEqualTo(units(0));
    assertThat(profile.availableAt(day(1))).isEqualTo(units(125));
    assertThat(profile.availableAt(day(10))).isEqualTo(units(225));
    assertThat(profile.earliest(units(150))).contains(day(10));
  }

  @Test
  void overdue_dayBeyondTheFenceOrNoFence_expectsNothing() {
    assertThat(OverdueRule.expectedWithin(7, 1).day(day(-7), TODAY)).contains(day(1));
    assertThat(OverdueRule.expectedWithin(7, 1).day(day(-8), TODAY)).isEmpty();
    assertThat(OverdueRule.promisesNothing().day(day(-1), TODAY)).isEmpty();
    assertThat(OverdueRule.promisesNothing().day(TODAY, TODAY)).contains(TODAY);
    assertRefused(
        () -> OverdueRule.expectedWithin(-1, 0),
        ErrorCode.INVALID_NUMBER,
        "fence in days must be at least 0: -1");
    assertRefused(
        () -> OverdueRule.expectedWithin(0, -1),
        ErrorCode.INVALID_NUMBER,
        "offset in days must be at least 0: -1");
  }

  @Test
  void with_unitsBeyondALong_isRefused() {
    AtpProfile full = free(Long.MAX_VALUE);

    assertThat(full.withPromise(TODAY, units(Long.MAX_VALUE)).availableNow())
        .isEqualTo(Quantity.ZERO);
    assertRefused(
        () -> full.withSupply(day(1), units(1)),
        ErrorCode.QUANTITY_OVERFLOW,
        "sum must be at most 9223372036854775807: 9223372036854775807 + 1");
    assertRefused(
        () -> full.withPromise(day(1), units(Long.MAX_VALUE)).withPromise(day(2), units(1)),
        ErrorCode.QUANTITY_OVERFLOW,
        "sum must be at most 9223372036854775807: 9223372036854775807 + 1");
  }

  @Test
  void with_promise_takesEachStepAndNothingForUnitsWithoutADay() {
    Promise promise = Promise.of(
        Promise.Part.onShelf(units(2), day(1)),
        Promise.Part.onShelf(units(3), day(4)),
        Promise.Part.unknown(units(9), Promise.Reason.NO_SUPPLY));

    AtpProfile after = free(10).with(promise);

    assertThat(after.availableNow()).isEqualTo(units(5));
    assertThat(after.projectedBalance(day(3))).isEqualTo(8);
  }

  @Test
  void with_daysInAnyOrder_pathsStayShort() {
    DayTree ascending = DayTree.with(null, 0, 1);
    DayTree mixed = DayTree.with(null, 0, 1);
    int many = 1 << 16;
    for (int i = 1; i < many; i++) {
      ascending = DayTree.with(ascending, i, 1);
      mixed = DayTree.with(mixed, (i * 40_503L) & (many - 1), 1);
    }

    assertThat(ascending.depth()).isLessThanOrEqualTo(3 * 16);
    assertThat(mixed.depth()).isEqualTo(ascending.depth());
    assertThat(DayTree.sum(mixed, 999)).isEqualTo(1_000);
    assertThat(DayTree.firstFrom(ascending, 5_000)).contains(4_999L);
  }
}
