package io.backorder.picking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.demand.OrderLineId;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class PickingTest {

  private static final BinPlan BINS = Units.bins(4);
  private static final PickLimits ANY = PickLimits.none();
  private static final OrderLineId FIRST = OrderLineId.of("O", "1");

  private static void requireRefused(ErrorCode code, String message, ThrowingCallable call) {
    InventoryException refused = catchThrowableOfType(InventoryException.class, call);
    assertThat(refused).isNotNull().hasMessage(message);
    assertThat(refused.code()).isEqualTo(code);
  }

  private static PickList list() {
    return PickPlan.byOrder(
            "W", List.of(Units.of("O", "1", "S1", 5), Units.of("O", "2", "S3", 2)), BINS, ANY)
        .lists()
        .get(0);
  }

  @Test
  void confirm_inParts_addsUp() {
    PickList list = list().confirm(FIRST, Quantity.of(2)).confirm(FIRST, Quantity.of(3));

    assertThat(list.line(FIRST).open()).isEqualTo(Quantity.ZERO);
    assertThat(list.picked()).isEqualTo(Quantity.of(5));
    assertThat(list.open()).isEqualTo(Quantity.of(2));
    assertThat(list.asked()).isEqualTo(Quantity.of(7));
    assertThat(list.bins()).extracting(bin -> bin.id().value()).containsExactly("B1", "B3");
  }

  @Test
  void confirm_moreThanIsOpen_isRefused() {
    PickList list = list().confirm(FIRST, Quantity.of(2));

    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "units picked for line O/1 must be at most the 3 that are open: 4",
        () -> list.confirm(FIRST, Quantity.of(4)));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "units picked for line O/1 must be at most the 3 that are open: 4",
        () -> list.shortPick(FIRST, Quantity.of(4)));
  }

  @Test
  void confirm_lineOfAnotherList_isRefused() {
    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "list W-1 has no line X/1",
        () -> list().confirm(OrderLineId.of("X", "1"), Quantity.of(1)));
  }

  @Test
  void shortPick_afterAPart_leavesTheRestMissing() {
    PickList list = list().confirm(FIRST, Quantity.of(1)).shortPick(FIRST, Quantity.of(2));

    assertThat(list.line(FIRST).picked()).isEqualTo(Quantity.of(3));
    assertThat(list.missing()).isEqualTo(Quantity.of(2));
    assertThat(list.line(FIRST).open()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void plan_itemWithoutABin_isRefused() {
    requireRefused(
        ErrorCode.UNKNOWN_LOCATION,
        "cannot pick S9 at MAIN: it has no bin there; give it one in the plan",
        () -> PickPlan.byOrder("W", List.of(Units.of("O", "1", "S9", 1)), BINS, ANY));
    requireRefused(
        ErrorCode.UNKNOWN_LOCATION,
        "cannot pick S1 at EAST: it has no bin there; give it one in the plan",
        () -> PickPlan.zoned(
            "W", List.of(Units.at(LocationId.of("EAST"), "O/1", "S1", 1)), BINS, ANY));
  }

  @Test
  void plan_lineTwiceAtALocation_isRefused() {
    ReservedUnits units = Units.of("O", "1", "S1", 1);

    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "lines to pick must be given once a location: O/1 at MAIN",
        () -> PickPlan.batched("W", List.of(units, units), BINS, ANY));
  }

  @Test
  void plan_waveWithoutAName_isRefused() {
    requireRefused(
        ErrorCode.INVALID_IDENTIFIER,
        "wave must not be empty: \"\"",
        () -> PickPlan.byOrder("", List.of(), BINS, ANY));
  }

  @Test
  void plan_unitThatNobodyCanCarry_isRefused() {
    PickLimits limits = ANY.withGrams(299);

    requireRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "grams of a unit of S3 must be at most the 299 of a tour: 300",
        () -> PickPlan.byOrder("W", List.of(Units.of("O", "1", "S3", 2)), BINS, limits));
    assertThat(
            PickPlan.byOrder("W", List.of(Units.of("O", "1", "S3", 2)), BINS, limits.withGrams(300))
                .lists())
        .hasSize(2);
  }

  @Test
  void plan_moreToursThanAnybodyPrints_isRefused() {
    PickLimits limits = ANY.withUnits(1);

    assertThat(PickPlan.byOrder("W", List.of(Units.of("O", "1", "S1", 500)), BINS, limits)
            .lists())
        .hasSize(500);
    requireRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "tours of one order must be at most 100000: raise the limits, which are at most units 1,"
            + " grams any, lines any, orders any",
        () ->
            PickPlan.byOrder("W", List.of(Units.of("O", "1", "S0", Long.MAX_VALUE)), BINS, limits));
  }

  @Test
  void plan_weightBeyondALong_isRefused() {
    requireRefused(
        ErrorCode.QUANTITY_OVERFLOW,
        "units and grams of a tour must be at most 9223372036854775807: 9223372036854775807 units more",
        () -> PickPlan.byOrder("W", List.of(Units.of("O", "1", "S3", Long.MAX_VALUE)), BINS, ANY));
    requireRefused(
        ErrorCode.QUANTITY_OVERFLOW,
        "units and grams of a tour must be at most 9223372036854775807: 1 units more",
        () -> PickPlan.byOrder(
            "W",
            List.of(Units.of("O", "1", "S0", Long.MAX_VALUE), Units.of("O", "2", "S0", 1)),
            BINS,
            ANY));
  }

  @Test
  void plan_orderAtTwoLocations_hasAListForEach() {
    LocationId east = LocationId.of("EAST");
    BinPlan bins = BinPlan.of(
        List.of(Bin.of("B1", Units.MAIN, "z"), Bin.of("E1", east, "z")),
        List.of(
            new PickFace(Sku.of("S1"), BinId.of("B1"), 0),
            new PickFace(Sku.of("S1"), BinId.of("E1"), 0)));

    PickPlan plan = PickPlan.batched(
        "W", List.of(Units.of("O", "1", "S1", 1), Units.at(east, "O/1", "S1", 2)), bins, ANY);

    assertThat(plan.lists()).extracting(PickList::location).containsExactly(east, Units.MAIN);
    assertThat(plan.consolidation())
        .singleElement()
        .satisfies(each -> assertThat(each.lists()).containsExactly("W-1", "W-2"));
  }

  @Test
  void binPlan_unknownOrRepeatedParts_areRefused() {
    Bin bin = Bin.of("B1", Units.MAIN, "z");
    PickFace face = new PickFace(Sku.of("S1"), BinId.of("B1"), 0);

    requireRefused(
        ErrorCode.UNKNOWN_LOCATION,
        "bin of S1 must be on the way: B2",
        () -> BinPlan.of(List.of(bin), List.of(new PickFace(Sku.of("S1"), BinId.of("B2"), 0))));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "bins of the way must be given once each: B1",
        () -> BinPlan.of(List.of(bin, bin), List.of()));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "bins of an item must be given once each: " + new Shelf(Sku.of("S1"), Units.MAIN),
        () -> BinPlan.of(List.of(bin), List.of(face, face)));
    assertThat(BinPlan.of(List.of(bin), List.of(face)).way()).containsExactly(bin);
  }

  @Test
  void values_outOfRange_areRefused() {
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "grams of S1 must be zero or more: -1",
        () -> new PickFace(Sku.of("S1"), BinId.of("B1"), -1));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "units of line O/1 must be at least 1: 0",
        () -> Units.of("O", "1", "S1", 0));
    requireRefused(ErrorCode.INVALID_NUMBER, "units must be at least 1: 0", () -> ANY.withUnits(0));
    requireRefused(
        ErrorCode.INVALID_NUMBER, "grams must be at least 1: -5", () -> ANY.withGrams(-5));
    requireRefused(ErrorCode.INVALID_NUMBER, "lines must be at least 1: 0", () -> ANY.withLines(0));
    requireRefused(
        ErrorCode.INVALID_NUMBER, "orders must be at least 1: 0", () -> ANY.withOrders(0));
    requireRefused(ErrorCode.INVALID_IDENTIFIER, "bin must not be empty: \"\"", () -> BinId.of(""));
    requireRefused(
        ErrorCode.INVALID_IDENTIFIER,
        "zone must not be empty: \"\"",
        () -> Bin.of("B1", Units.MAIN, ""));
  }

  @Test
  void list_badParts_areRefused() {
    PickLine line = list().lines().get(0);

    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "lines of list L must be at least 1: 0",
        () -> new PickList("L", Units.MAIN, List.of()));
    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "lines of a list must be there once each: O/1",
        () -> new PickList("L", Units.MAIN, List.of(line, line)));
    requireRefused(
        ErrorCode.UNKNOWN_LOCATION,
        "bins of a list must be where it is: B1 in left@MAIN",
        () -> new PickList("L", LocationId.of("EAST"), List.of(line)));
  }

  @Test
  void quality_impossibleFigures_areRefused() {
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "visits must be at least the bound of 3: 2",
        () -> new TourQuality(2, 3, 3));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "orderByOrder must be at least the bound of 3: 2",
        () -> new TourQuality(3, 2, 3));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "lowerBound must be zero or more: -1",
        () -> new TourQuality(0, 0, -1));
    assertThat(new TourQuality(3, 6, 2).ratio()).isEqualTo(0.5);
    assertThat(new TourQuality(3, 6, 2).aboveBound()).isEqualTo(1.5);
    assertThat(new TourQuality(0, 0, 0).ratio()).isEqualTo(1);
    assertThat(new TourQuality(0, 0, 0).aboveBound()).isEqualTo(1);
  }
}
