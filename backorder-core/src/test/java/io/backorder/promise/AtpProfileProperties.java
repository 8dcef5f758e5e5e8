package io.backorder.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The laws of the look-ahead profile, against a row of days that is added up each time. */
final class AtpProfileProperties {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final int DAYS = 12;

  /** Units that come on a day, or below zero, that are promised for it. */
  record Move(int day, long units) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(
            Arbitraries.integers().between(0, DAYS - 1), Arbitraries.longs().between(-9, 12))
        .as(Move::new)
        .list()
        .ofMaxSize(20);
  }

  private static LocalDate day(int number) {
    return MONDAY.plusDays(number);
  }

  private static AtpProfile profile(List<Move> moves) {
    AtpProfile profile = AtpProfile.of(MONDAY, Quantity.ZERO);
    for (Move each : moves) {
      profile = each.units() < 0
          ? profile.withPromise(day(each.day()), Quantity.of(-each.units()))
          : profile.withSupply(day(each.day()), Quantity.of(each.units()));
    }
    return profile;
  }

  private static long balance(List<Move> moves, int day) {
    return moves.stream()
        .filter(each -> each.day() <= day)
        .mapToLong(Move::units)
        .sum();
  }

  private static long available(List<Move> moves, int day) {
    return IntStream.range(day, DAYS)
        .mapToLong(each -> balance(moves, each))
        .min()
        .orElseThrow();
  }

  @Property
  void answersAreThoseOfAddingUpAllDays(
      @ForAll("moves") List<Move> moves, @ForAll @LongRange(max = 40) long wanted) {
    AtpProfile profile = profile(moves);
    for (int i = 0; i < DAYS; i++) {
      assertThat(profile.projectedBalance(day(i))).isEqualTo(balance(moves, i));
      assertThat(profile.lookAhead(day(i))).isEqualTo(available(moves, i));
      assertThat(profile.availableAt(day(i)).units()).isEqualTo(Math.max(0, available(moves, i)));
    }
    Optional<LocalDate> first = IntStream.range(0, DAYS)
        .filter(i -> available(moves, i) >= wanted)
        .mapToObj(AtpProfileProperties::day)
        .findFirst();
    assertThat(profile.earliest(Quantity.of(wanted))).isEqualTo(first);
  }

  @Property
  void whatIsAvailableNeverFallsFromDayToDay(@ForAll("moves") List<Move> moves) {
    AtpProfile profile = profile(moves);
    for (int i = 1; i < DAYS + 3; i++) {
      assertThat(profile.lookAhead(day(i))).isGreaterThanOrEqualTo(profile.lookAhead(day(i - 1)));
    }
    assertThat(profile.availableToOrder()).isGreaterThanOrEqualTo(profile.availableNow());
    assertThat(profile.availableToOrder()).isEqualTo(profile.availableAt(day(DAYS)));
  }

  @Property
  void aPromiseTakesItsUnitsFromItsDayOnAndCapsTheDaysBefore(
      @ForAll("moves") List<Move> moves,
      @ForAll @IntRange(max = DAYS - 1) int day,
      @ForAll @LongRange(max = 20) long units) {
    AtpProfile before = profile(moves);
    AtpProfile after = before.withPromise(day(day), Quantity.of(units));
    long rest = before.lookAhead(day(day)) - units;
    for (int i = 0; i < DAYS; i++) {
      assertThat(after.lookAhead(day(i)))
          .isEqualTo(
              i >= day
                  ? before.lookAhead(day(i)) - units
                  : Math.min(before.lookAhead(day(i)), rest));
    }
  }

  @Property
  void aPromiseOfNoMoreThanIsAvailableHarmsNoEarlierOne(
      @ForAll("moves") List<Move> moves, @ForAll @IntRange(max = DAYS - 1) int day) {
    AtpProfile before = profile(moves);
    AtpProfile after = before.withPromise(day(day), before.availableAt(day(day)));
    for (int i = 0; i < DAYS; i++) {
      boolean covered = before.projectedBalance(day(i)) >= 0;
      boolean harmed = covered && after.projectedBalance(day(i)) < 0;
      assertThat(harmed).as("day %d", i).isFalse();
    }
  }

  @Property
  void theEarliestDayExistsIfAndOnlyIfAllThatComesSuffices(
      @ForAll("moves") List<Move> moves, @ForAll @LongRange(max = 40) long units) {
    AtpProfile profile = profile(moves);
    Optional<LocalDate> day = profile.earliest(Quantity.of(units));

    assertThat(day.isPresent()).isEqualTo(profile.projectedBalance(LocalDate.MAX) >= units);
    day.ifPresent(first -> {
      assertThat(profile.lookAhead(first)).isGreaterThanOrEqualTo(units);
      assertThat(first.equals(MONDAY) || profile.lookAhead(first.minusDays(1)) < units)
          .isTrue();
    });
  }

  @Property
  void twoPromisesCommute(
      @ForAll("moves") List<Move> moves,
      @ForAll @IntRange(max = DAYS - 1) int one,
      @ForAll @IntRange(max = DAYS - 1) int other) {
    AtpProfile profile = profile(moves);
    Promise first = Promise.of(Promise.Part.onShelf(Quantity.of(3), day(one)));
    Promise second = Promise.of(Promise.Part.onShelf(Quantity.of(5), day(other)));
    AtpProfile there = profile.with(first).with(second);
    AtpProfile back = profile.with(second).with(first);
    for (int i = 0; i < DAYS; i++) {
      assertThat(there.lookAhead(day(i))).isEqualTo(back.lookAhead(day(i)));
    }
  }

  /** However promises and supplies follow one another, none is promised by a day that is not there by it. */
  @Property
  void noSequenceOfPromisesGivesMoreByADayThanThereIsByIt(@ForAll("moves") List<Move> moves) {
    AtpProfile profile = AtpProfile.of(MONDAY, Quantity.of(4));
    for (Move each : moves) {
      LocalDate day = day(each.day());
      Quantity wanted = Quantity.of(Math.abs(each.units()));
      profile = each.units() >= 0
          ? profile.withSupply(day, wanted)
          : profile.withPromise(day, wanted.min(profile.availableAt(day)));
      for (int i = 0; i < DAYS; i++) {
        assertThat(profile.projectedBalance(day(i))).isNotNegative();
      }
    }
  }
}
