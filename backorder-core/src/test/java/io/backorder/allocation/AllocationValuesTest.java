package io.backorder.allocation;

import static io.backorder.refusal.ErrorCode.POLICY_VIOLATION;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderTerms;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AllocationValuesTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");
  private static final List<Location> TWO =
      List.of(Location.of("MAIN"), Location.of("EAST").serving(ChannelId.of("web")));
  private static final OrderTerms STANDARD = OrderTerms.standard();
  private static final OrderTerms WHOLE = STANDARD.withDelivery(DeliveryRule.COMPLETE_LINE);
  private static final OrderTerms SHOP = STANDARD.through(ChannelId.of("shop"));

  private static WaitingLine line(OrderTerms terms, long waiting) {
    return TestLine.of("O", terms, waiting);
  }

  private static Shelf shelf(long... free) {
    return Shelf.of(TWO, free);
  }

  private static StockUnits units(LocationId location, long units) {
    return StockUnits.of(LAMP, location, Quantity.of(units));
  }

  private static Quantity q(long units) {
    return Quantity.of(units);
  }

  @Test
  void plan_listGivenIn_isCopiedAndTheEmptyPlanIsOne() {
    Grant grant = new Grant(line(STANDARD, 3), MAIN, q(2));
    List<Grant> given = new ArrayList<>(List.of(grant));
    AllocationPlan plan = AllocationPlan.of(given);

    given.clear();

    assertThat(plan.grants()).containsExactly(grant);
    assertThat(grant).hasToString("O/1 2 @MAIN");
    assertThat(AllocationPlan.of(List.of())).isSameAs(AllocationPlan.EMPTY);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> plan.grants().clear());
  }

  @Test
  void backlog_linesGivenIn_cannotBeChangedFromEitherSide() {
    List<WaitingLine> given = new ArrayList<>(List.of(line(STANDARD, 3)));
    Backlog backlog = Backlog.of(LAMP, given);
    given.clear();
    Iterator<WaitingLine> lines = backlog.iterator();

    assertThat(lines.next().waiting()).isEqualTo(q(3));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(lines::remove);
    assertThat(backlog).hasSize(1);
  }

  @Test
  void usable_bufferAndLots_areTakenOff() {
    assertThat(shelf(5, 4).usable()).isEqualTo(q(9));
    assertThat(shelf(5, 4).withholding(q(8)).usable()).isEqualTo(q(1));
    assertThat(shelf(5, 4).withholding(q(9)).isEmpty()).isTrue();
    assertThat(shelf(5, 4).withholding(q(Long.MAX_VALUE)).isEmpty()).isTrue();
    assertThat(shelf(5, 4).inLotsOf(q(3)).usable()).isEqualTo(q(9));
    assertThat(shelf(5, 4).inLotsOf(q(10)).isEmpty()).isTrue();
    assertThat(shelf(5, 4).inLotsOf(q(9)).isEmpty()).isFalse();
  }

  @Test
  void usableBy_partialLine_isWhatItWaitsForAndCanReach() {
    assertThat(shelf(5, 4).usableBy(line(STANDARD, 8))).isEqualTo(q(8));
    assertThat(shelf(5, 4).usableBy(line(STANDARD, 10))).isEqualTo(q(9));
    assertThat(shelf(5, 4).usableBy(line(SHOP, 10))).isEqualTo(q(5));
    assertThat(shelf(5, 4).inLotsOf(q(3)).usableBy(line(STANDARD, 10))).isEqualTo(q(6));
    assertThat(shelf(2, 2).inLotsOf(q(3)).usableBy(line(STANDARD, 10))).isEqualTo(q(0));
  }

  @Test
  void usableBy_completeLine_isAllOrNothing() {
    assertThat(shelf(5, 4).usableBy(line(WHOLE, 9))).isEqualTo(q(9));
    assertThat(shelf(5, 4).usableBy(line(WHOLE, 10))).isEqualTo(q(0));
    assertThat(shelf(5, 4).admissible(line(WHOLE, 9), q(8))).isEqualTo(q(0));
    assertThat(shelf(5, 4).inLotsOf(q(2)).usableBy(line(WHOLE, 5))).isEqualTo(q(0));
  }

  @Test
  void usableAt_location_isWhatLiesThereForTheLine() {
    assertThat(shelf(5, 4).usableAt(line(STANDARD, 9), EAST)).isEqualTo(q(4));
    assertThat(shelf(5, 4).usableAt(line(SHOP, 9), EAST)).isEqualTo(q(0));
    assertThat(shelf(5, 4).usableAt(line(STANDARD, 9), LocationId.of("MOON"))).isEqualTo(q(0));
    assertThat(shelf(5, 4).withholding(q(7)).usableAt(line(STANDARD, 9), MAIN)).isEqualTo(q(2));
  }

  @Test
  void grant_upToWhatIsUsable_isTakenByRank() {
    Shelf shelf = shelf(5, 4);
    shelf.grant(line(STANDARD, 9), q(7));

    assertThat(shelf.plan().grants()).extracting(Grant::quantity).containsExactly(q(5), q(2));
    assertThat(shelf.usable()).isEqualTo(q(2));
    assertThat(shelf).hasToString("2 usable units, 2 grants");
  }

  @Test
  void grant_nothingOrMoreThanIsUsable_isRefused() {
    assertRefused(
        () -> shelf(5, 4).grant(line(STANDARD, 10), q(0)),
        POLICY_VIOLATION,
        "grant to line O/1 must be 1 to 9 units in lots of 1: 0");
    assertRefused(
        () -> shelf(5, 4).grant(line(STANDARD, 10), q(10)),
        POLICY_VIOLATION,
        "grant to line O/1 must be 1 to 9 units in lots of 1: 10");
    assertRefused(
        () -> shelf(5, 4).inLotsOf(q(3)).grant(line(STANDARD, 10), q(4)),
        POLICY_VIOLATION,
        "grant to line O/1 must be 1 to 6 units in lots of 3: 4");
    assertRefused(
        () -> shelf(5, 4).grant(line(WHOLE, 9), q(8)),
        POLICY_VIOLATION,
        "grant to line O/1 must be 1 to 9 units in lots of 1: 8");
  }

  @Test
  void take_oneLocation_isAllOrNothing() {
    Shelf shelf = shelf(5, 4);

    assertThat(shelf.take(line(STANDARD, 9), units(EAST, 5))).isFalse();
    assertThat(shelf.plan()).isSameAs(AllocationPlan.EMPTY);
    assertThat(shelf.take(line(STANDARD, 9), units(EAST, 4))).isTrue();
    assertThat(shelf.usableAt(line(STANDARD, 9), EAST)).isEqualTo(q(0));
    assertThat(shelf(5, 4).inLotsOf(q(2)).take(line(STANDARD, 9), units(EAST, 3)))
        .isFalse();
  }

  @Test
  void grant_sourcingThatBreaksItsContract_isRefused() {
    Shelf tooMuch = shelf(5, 4).sourcedBy((wanted, from) -> List.of(units(EAST, 5)));
    Shelf tooLittle = shelf(5, 4).sourcedBy((wanted, from) -> List.of(units(EAST, 4)));

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> tooMuch.grant(line(STANDARD, 9), q(5)))
        .withMessageEndingWith("5 LAMP@EAST must be 1 to 4 units in lots of 1");
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> tooLittle.grant(line(STANDARD, 9), q(5)))
        .withMessageEndingWith("sources must add up to 5 units: 4");
    assertThat(tooMuch.plan()).isSameAs(AllocationPlan.EMPTY);
  }

  @Test
  void guards_only_lower() {
    WaitingLine line = line(STANDARD, 9);
    Guard atMostFour = (waiting, usable) -> usable.min(q(4));

    assertThat(Guard.none().allowed(line, q(5))).isEqualTo(q(5));
    assertThat(Guard.wholeLines().allowed(line, q(8))).isEqualTo(q(0));
    assertThat(Guard.wholeLines().allowed(line, q(9))).isEqualTo(q(9));
    assertThat(atMostFour.and(Guard.none()).allowed(line, q(5))).isEqualTo(q(4));
    assertThat(Guard.none().and(atMostFour).allowed(line, q(5))).isEqualTo(q(4));
    assertThat(atMostFour.and(Guard.wholeLines()).allowed(line, q(9))).isEqualTo(q(0));
  }

  @Test
  void policies_asText_areTheirNames() {
    assertThat(AllocationPolicy.firstComeFirstServed()).hasToString("first come first served");
    assertThat(AllocationPolicy.completeLines().in(Sequence.dueDate()))
        .hasToString("complete lines in sequence due date");
    assertThat(Sequence.priority().then(Sequence.smallestFirst()))
        .hasToString("priority, then smallest first");
    AllocationPolicy own =
        AllocationPolicy.of(Sequence.dueDate(), ShareRule.oneAfterTheOther(), Guard.wholeLines());
    assertThat(own).hasToString("due date");
    assertThat(own.sequence()).isSameAs(Sequence.dueDate());
  }
}
