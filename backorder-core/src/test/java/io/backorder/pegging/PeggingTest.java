package io.backorder.pegging;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PeggingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final OrderLineId FIRST = OrderLineId.of("O1", "1");
  private static final OrderLineId SECOND = OrderLineId.of("O2", "1");

  private static Quantity units(long number) {
    return Quantity.of(number);
  }

  private static Arrival arrival(String supply, long units, int days) {
    return Arrival.of(SupplyId.of(supply), units(units), DAY.plusDays(days));
  }

  private static Peg peg(OrderLineId line, String supply, long units) {
    return new Peg(line, SupplyId.of(supply), units(units));
  }

  @Test
  void of_twoLinesOnTwoSupplies_secondStraddles() {
    SupplySchedule schedule =
        SupplySchedule.of(List.of(arrival("PO-2", 15, 7), arrival("PO-1", 20, 0)));

    Pegging pegging =
        Pegging.of(List.of(Need.of(FIRST, units(12)), Need.of(SECOND, units(15))), schedule);

    assertThat(pegging.pegs())
        .containsExactly(peg(FIRST, "PO-1", 12), peg(SECOND, "PO-1", 8), peg(SECOND, "PO-2", 7));
    assertThat(pegging.left()).containsExactly(entry("PO-2", 8));
    assertThat(pegging.uncovered()).isEmpty();
    assertThat(pegging.toString()).contains("O2/1");
    assertThat(pegging.needs()).hasSize(2);
  }

  private static Map.Entry<SupplyId, Quantity> entry(String supply, long units) {
    return Map.entry(SupplyId.of(supply), units(units));
  }

  @Test
  void of_wholeLine_takesLateUnitsAndLeavesEarlyOnes() {
    SupplySchedule schedule = SupplySchedule.of(
        List.of(arrival("PO-1", 4, 0), arrival("PO-2", 3, 5), arrival("PO-3", 4, 9)));

    Pegging pegging = Pegging.of(
        List.of(
            Need.of(FIRST, units(6)).with(DeliveryRule.COMPLETE_LINE), Need.of(SECOND, units(2))),
        schedule);

    assertThat(pegging.pegs())
        .containsExactly(
            peg(FIRST, "PO-1", 3),
            peg(FIRST, "PO-2", 3),
            peg(SECOND, "PO-1", 1),
            peg(SECOND, "PO-3", 1));
  }

  @Test
  void of_wholeLineWithoutEnough_takesNothingAndBlocksNobody() {
    Pegging pegging = Pegging.of(
        List.of(
            Need.of(FIRST, units(6)).with(DeliveryRule.COMPLETE_ORDER), Need.of(SECOND, units(2))),
        SupplySchedule.of(List.of(arrival("PO-1", 4, 0))));

    assertThat(pegging.pegs()).containsExactly(peg(SECOND, "PO-1", 2));
    assertThat(pegging.uncovered()).containsExactly(Map.entry(FIRST, units(6)));
  }

  @Test
  void of_supplyOfTheSameDayIsListedBehind_movesNobody() {
    List<Need> needs = List.of(
        Need.of(FIRST, units(3)), Need.of(SECOND, units(3)).with(DeliveryRule.COMPLETE_LINE));
    Pegging older = Pegging.of(needs, SupplySchedule.of(List.of(arrival("PO-2", 6, 0))));

    Pegging fresh =
        Pegging.of(needs, SupplySchedule.of(List.of(arrival("PO-2", 6, 0), arrival("PO-1", 6, 0))));

    assertThat(fresh.pegs())
        .containsExactly(peg(FIRST, "PO-2", 3), peg(SECOND, "PO-2", 3))
        .isEqualTo(older.pegs());
  }

  @Test
  void keeping_olderSupplyMovesToTheDay_movesNobody() {
    List<Need> needs = List.of(Need.of(FIRST, units(3)), Need.of(SECOND, units(3)));
    Pegging older =
        Pegging.of(needs, SupplySchedule.of(List.of(arrival("PO-1", 6, 5), arrival("PO-2", 6, 0))));

    Pegging fresh =
        Pegging.of(needs, SupplySchedule.of(List.of(arrival("PO-1", 6, 0), arrival("PO-2", 6, 0))));

    assertThat(fresh.pegs()).containsExactly(peg(FIRST, "PO-1", 3), peg(SECOND, "PO-1", 3));
    assertThat(fresh.keeping(older).pegs()).isEqualTo(older.pegs());
  }

  @Test
  void keeping_olderPegLeavesNothingForALineThatCanUseNothingElse_isGivenUp() {
    SupplySchedule schedule =
        SupplySchedule.of(List.of(arrival("PO-1", 3, 0), arrival("PO-2", 3, 0)));
    Need narrow = new Need(FIRST, units(3), DeliveryRule.PARTIAL, Set.of(SupplyId.of("PO-2")));
    Pegging older = Pegging.of(List.of(Need.of(SECOND, units(3))), schedule);

    Pegging fresh = Pegging.of(List.of(narrow, Need.of(SECOND, units(3))), schedule);

    assertThat(older.pegs()).containsExactly(peg(SECOND, "PO-1", 3));
    assertThat(fresh.pegs()).containsExactly(peg(FIRST, "PO-1", 3), peg(SECOND, "PO-2", 3));
    assertThat(fresh.keeping(older)).isEqualTo(fresh);
  }

  @Test
  void keeping_olderLineNeedsMore_keepsWhatFitsAndFillsTheRest() {
    Pegging older = Pegging.of(
        List.of(Need.of(FIRST, units(2)), Need.of(SECOND, units(2))),
        SupplySchedule.of(List.of(arrival("PO-1", 2, 0), arrival("PO-2", 2, 0))));

    Pegging kept = Pegging.of(
            List.of(Need.of(SECOND, units(3)), Need.of(FIRST, units(1))),
            SupplySchedule.of(List.of(arrival("PO-1", 2, 0), arrival("PO-2", 2, 0))))
        .keeping(older);

    assertThat(kept.pegs())
        .containsExactly(peg(SECOND, "PO-1", 1), peg(SECOND, "PO-2", 2), peg(FIRST, "PO-1", 1));
  }

  @Test
  void earliest_millionUnitsAhead_isFoundAndExact() {
    SupplySchedule schedule = SupplySchedule.of(IntStream.range(0, 1_000)
        .mapToObj(i -> arrival("PO-%04d".formatted(i), 1_000, i))
        .toList());

    assertThat(schedule.earliest(units(999_500), units(1_000)))
        .containsExactly(arrival("PO-0999", 500, 999));
    assertThat(schedule.day(units(123_456), units(1))).contains(DAY.plusDays(123));
    assertThat(schedule.day(units(999_500), units(501))).isEmpty();
    assertThat(schedule.day(Quantity.of(Long.MAX_VALUE), units(1))).isEmpty();
    assertThat(schedule.earliest(Quantity.of(Long.MAX_VALUE), units(1))).isEmpty();
    assertThat(schedule.total()).isEqualTo(units(1_000_000));
  }

  @Test
  void earliest_moreSuppliesThanCanBeWalked_takesFewSteps() {
    int many = 1 << 16;
    UnitTree tree = UnitTree.of(IntStream.range(0, many).mapToLong(i -> 3).toArray());

    assertThat(tree.depth()).isEqualTo(17);
    assertThat(tree.find(3L * 40_000 + 2)).isEqualTo(40_000);
    assertThat(tree.with(40_000, 0).depth()).isEqualTo(17);
    assertThat(tree.with(40_000, 0).find(3L * 40_000)).isEqualTo(40_001);
  }

  @Test
  void empty_anything_isNothing() {
    SupplySchedule none = SupplySchedule.empty();

    assertThat(none.earliest(units(0), units(1))).isEmpty();
    assertThat(none.whole(units(0), units(1))).isEmpty();
    assertThat(none.afterWhole(units(0), units(1))).isSameAs(none);
    assertThat(none.total()).isEqualTo(Quantity.ZERO);
    assertThat(none).isEqualTo(SupplySchedule.of(List.of())).hasToString("[]");
  }

  @Test
  void of_badSupplies_areRefused() {
    assertRefused(
        () -> SupplySchedule.of(List.of(arrival("PO-1", 1, 0), arrival("PO-1", 1, 1))),
        ErrorCode.INVALID_IDENTIFIER,
        "supply must be listed once: PO-1");
    assertRefused(
        () -> SupplySchedule.of(List.of(arrival("PO-1", Long.MAX_VALUE, 0), arrival("PO-2", 1, 1))),
        ErrorCode.QUANTITY_OVERFLOW,
        "sum must be at most 9223372036854775807: 9223372036854775807 + 1");
    assertRefused(
        () -> arrival("PO-1", 0, 0),
        ErrorCode.INVALID_QUANTITY,
        "units to come of supply PO-1 must be positive: 0");
    assertRefused(
        () -> Need.of(FIRST, Quantity.ZERO),
        ErrorCode.INVALID_QUANTITY,
        "waiting units of line O1/1 must be positive: 0");
    assertRefused(
        () -> new Stretch(units(2), units(2)),
        ErrorCode.INVALID_QUANTITY,
        "end of a stretch must be above its start 2: 2");
  }

  @Test
  void minus_moreThanThereIs_isRefused() {
    SupplySchedule schedule =
        SupplySchedule.of(List.of(arrival("PO-1", 4, 0), arrival("PO-2", 4, 0)));
    SupplySchedule rest = schedule.minus(List.of(arrival("PO-2", 3, 0)));

    assertThat(rest.arrivals()).containsExactly(arrival("PO-1", 4, 0), arrival("PO-2", 1, 0));
    assertRefused(
        () -> rest.minus(List.of(arrival("PO-2", 2, 0))),
        ErrorCode.INVALID_QUANTITY,
        "units taken of supply PO-2 on 2026-03-10 must be at most 1: 2");
    assertRefused(
        () -> rest.minus(List.of(arrival("PO-1", 1, 1))),
        ErrorCode.INVALID_QUANTITY,
        "units taken of supply PO-1 on 2026-03-11 must be at most 0: 1");
    assertRefused(
        () -> SupplySchedule.empty().minus(List.of(arrival("PO-1", 1, 0))),
        ErrorCode.INVALID_QUANTITY,
        "units taken of supply PO-1 on 2026-03-10 must be at most 0: 1");
    assertThat(rest.minus(List.of())).isSameAs(rest);
  }

  @Test
  void index_placesThatAreNone_areRefused() {
    PegIndex.Whole whole = new PegIndex.Whole(units(3), units(2));
    PegIndex index = PegIndex.of(SupplySchedule.of(List.of(arrival("PO-1", 9, 0))), List.of(whole));

    assertThat(index.behind(1).total()).isEqualTo(units(7));
    assertRefused(
        () -> index.behind(2),
        ErrorCode.INVALID_NUMBER,
        "number of whole lines ahead must be in [0, 1]: 2");
    assertRefused(
        () -> index.whole(-1),
        ErrorCode.INVALID_NUMBER,
        "number of whole lines ahead must be in [0, 0]: -1");
    assertRefused(
        () -> PegIndex.of(
            SupplySchedule.empty(), List.of(whole, new PegIndex.Whole(units(2), units(1)))),
        ErrorCode.INVALID_QUANTITY,
        "units ahead of a whole line must be at least the 3 of the one before: 2");
    assertRefused(
        () -> new PegIndex.Whole(units(2), Quantity.ZERO),
        ErrorCode.INVALID_QUANTITY,
        "units of a whole line must be positive: 0");
  }
}
