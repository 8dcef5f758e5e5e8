package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.OrderLine;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BackorderCalculatorTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku BULB = Sku.of("BULB");

  @Test
  void report_severalItems_listsTheWorstFirst() {
    List<OrderLine> lines = List.of(
        OrderLine.of("1", LAMP, Quantity.of(5)),
        OrderLine.of("2", BULB, Quantity.of(9)),
        OrderLine.of("3", LAMP, Quantity.of(4)));

    BackorderReport report =
        BackorderCalculator.report(lines.iterator(), sku -> Quantity.of(sku.equals(LAMP) ? 2 : 8));

    assertThat(report.items()).extracting(BackorderReport.Item::sku).containsExactly(LAMP, BULB);
    assertThat(report.of(LAMP).orElseThrow().backordered()).isEqualTo(Quantity.of(7));
    assertThat(report.of(BULB).orElseThrow().fillable()).isEqualTo(Quantity.of(8));
    assertThat(report.backordered()).isEqualTo(Quantity.of(8));
  }

  @Test
  void pooled_surplusElsewhere_lacksLessThanTheLocations() {
    LocationId east = LocationId.of("EAST");
    LocationId west = LocationId.of("WEST");
    Map<LocationId, Quantity> ordered = Map.of(east, Quantity.of(8), west, Quantity.of(1));
    Map<LocationId, Quantity> stock = Map.of(east, Quantity.of(5), west, Quantity.of(3));

    Map<LocationId, Shortage> apart = BackorderCalculator.perLocation(ordered, stock);

    assertThat(apart.get(east)).extracting(Shortage::backordered).isEqualTo(Quantity.of(3));
    assertThat(apart.get(west)).extracting(Shortage::backordered).isEqualTo(Quantity.ZERO);
    assertThat(BackorderCalculator.pooled(ordered, stock).backordered()).isEqualTo(Quantity.of(1));
  }

  @Test
  void columns_totalsPerItem_areComparedWithStock() {
    long[] lacking = BackorderCalculator.columns(
        new int[] {0, 1, 0}, new long[] {5, 9, 4}, new long[] {2, 8, 3});

    assertThat(lacking).containsExactly(7, 1, 0);
  }

  @Test
  void columns_totalAboveTheRange_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BackorderCalculator.columns(
            new int[] {0, 0}, new long[] {Long.MAX_VALUE, 1}, new long[] {0}))
        .withMessage("total of item 0 must be at most 9223372036854775807: 9223372036854775807 + 1")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.QUANTITY_OVERFLOW));
  }

  @Test
  void columns_unknownItem_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> BackorderCalculator.columns(new int[] {1}, new long[] {2}, new long[] {0}))
        .withMessage("line 0 must name a known item and no negative quantity: 2 of item 1");
  }

  @Test
  void columns_unequalLengths_areRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> BackorderCalculator.columns(new int[] {0}, new long[] {}, new long[] {}))
        .withMessage("columns must be equally long: 1, 0");
  }
}
