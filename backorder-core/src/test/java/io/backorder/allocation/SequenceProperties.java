package io.backorder.allocation;

import static io.backorder.refusal.ErrorCode.DUPLICATE_LINE;
import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.demand.Priority;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What the sequences that come with the library say of two lines. */
final class SequenceProperties {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9899-12-31T23:59:59.999999Z");

  private static JoiningUnits joining(String order, Priority priority, Instant at) {
    OrderLine line = OrderLine.of("1", Sku.of("ITEM"), Quantity.of(1));
    OrderTerms terms = OrderTerms.standard().withPriority(priority);
    return new JoiningUnits(OrderId.of(order), line, terms, at);
  }

  private static boolean isBefore(Sequence sequence, JoiningUnits one, JoiningUnits other) {
    PlaceInLine place = sequence.place(one, 1);
    return place.compareTo(sequence.place(other, 2)) < 0;
  }

  @Provide
  Arbitrary<Instant> instants() {
    long years = Duration.between(FIRST, Instant.parse("9500-01-01T00:00:00Z")).toSeconds();
    return Arbitraries.longs()
        .between(0, years * 1_000_000)
        .map(micros -> FIRST.plus(micros, ChronoUnit.MICROS));
  }

  @Provide
  Arbitrary<Duration> headStarts() {
    return Arbitraries.longs()
        .between(1, Duration.ofDays(36_500).toSeconds() * 1_000_000)
        .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
  }

  /** F5: before the computed moment the more urgent newcomer goes first, from it on the older line. */
  @Property
  void fromAComputableMomentOnTheOlderLineGoesFirst(
      @ForAll("instants") Instant joined,
      @ForAll("headStarts") Duration step,
      @ForAll Priority own,
      @ForAll Priority others) {
    Sequence.HeadStart headStart = new Sequence.HeadStart(step);
    Sequence sequence = Sequence.agedPriority(headStart);
    JoiningUnits older = joining("OLD", own, joined);

    Instant safe = headStart.safeFrom(joined, own, others);

    Instant tickBefore = safe.minus(1, ChronoUnit.MICROS);
    Instant tickAfter = safe.plus(1, ChronoUnit.MICROS);
    assertThat(isBefore(sequence, older, joining("NEW", others, safe))).isTrue();
    assertThat(isBefore(sequence, older, joining("NEW", others, tickAfter))).isTrue();
    if (!tickBefore.isBefore(joined)) { // nobody who comes later joined before the line did
      assertThat(isBefore(sequence, older, joining("NEW", others, tickBefore))).isFalse();
    }
  }

  /** The urgent line of the last moment that a ledger holds still ranks by both. */
  @Example
  void agedPriority_atBothEndsOfTime_ranksWithoutOverflow() {
    Sequence sequence = Sequence.agedPriority(new Sequence.HeadStart(Duration.ofDays(36_500)));

    assertThat(isBefore(
            sequence, joining("A", Priority.LOW, FIRST), joining("B", Priority.URGENT, LAST)))
        .isTrue();
    assertThat(isBefore(
            sequence, joining("A", Priority.LOW, LAST), joining("B", Priority.URGENT, LAST)))
        .isFalse();
  }

  @Example
  void headStart_outOfRange_isRefused() {
    assertThat(new Sequence.HeadStart(Duration.ofNanos(1_000)).ofOneStep()).hasNanos(1_000);
    assertRefused(
        () -> new Sequence.HeadStart(Duration.ofNanos(999)),
        INVALID_QUANTITY,
        "head start must be 1 microsecond to PT876000H: PT0.000000999S");
    assertRefused(
        () -> new Sequence.HeadStart(Duration.ofDays(36_500).plusNanos(1)),
        INVALID_QUANTITY,
        "head start must be 1 microsecond to PT876000H: PT876000H0.000000001S");
    assertRefused(
        () -> new Sequence.HeadStart(Duration.ofDays(-1)),
        INVALID_QUANTITY,
        "head start must be 1 microsecond to PT876000H: PT-24H");
  }

  @Property
  void theWorthierLineGoesFirstAndOfEqualsTheEarlier(@ForAll long one, @ForAll long other) {
    Sequence sequence =
        Sequence.highestValueFirst(units -> units.order().value().equals("A") ? one : other);
    JoiningUnits a = joining("A", Priority.LOW, FIRST);
    JoiningUnits b = joining("B", Priority.LOW, FIRST);

    assertThat(isBefore(sequence, a, b)).isEqualTo(one >= other);
    assertThat(isBefore(sequence, b, a)).isEqualTo(other >= one);
  }

  @Property
  void whoWasPromisedAnEarlierDayGoesFirstAndWhoWasPromisedNoneLast(
      @ForAll @LongRange(min = -500_000, max = 500_000) long one,
      @ForAll @LongRange(min = -500_000, max = 500_000) long other,
      @ForAll boolean promised) {
    LocalDate day = LocalDate.ofEpochDay(one);
    LocalDate second = LocalDate.ofEpochDay(other);
    Sequence sequence = Sequence.promisedDate(units -> units.order().value().equals("A")
        ? Optional.of(day)
        : Optional.of(second).filter(each -> promised));
    JoiningUnits a = joining("A", Priority.LOW, FIRST);
    JoiningUnits b = joining("B", Priority.URGENT, FIRST);

    assertThat(isBefore(sequence, a, b)).isEqualTo(!promised || one <= other);
    assertThat(isBefore(sequence, b, a)).isEqualTo(promised && other <= one);
  }

  @Example
  void listed_ordersOfTheList_goFirstInItsOrderAndTheOthersByTheNextSequence() {
    Sequence sequence =
        Sequence.listed(List.of(OrderId.of("X"), OrderId.of("Y"))).then(Sequence.priority());
    JoiningUnits x = joining("X", Priority.LOW, FIRST);
    JoiningUnits y = joining("Y", Priority.LOW, FIRST);
    JoiningUnits urgent = joining("Z", Priority.URGENT, FIRST);
    JoiningUnits normal = joining("W", Priority.NORMAL, FIRST);

    assertThat(isBefore(sequence, y, x)).isFalse();
    assertThat(isBefore(sequence, urgent, y)).isFalse();
    assertThat(isBefore(sequence, normal, urgent)).isFalse();
    assertThat(sequence).hasToString("listed orders, then priority");
  }

  @Example
  void listed_orderTwice_isRefused() {
    List<OrderId> twice = List.of(OrderId.of("X"), OrderId.of("Y"), OrderId.of("X"));

    assertRefused(
        () -> Sequence.listed(twice), DUPLICATE_LINE, "order must stand once in the list: X");
  }
}
