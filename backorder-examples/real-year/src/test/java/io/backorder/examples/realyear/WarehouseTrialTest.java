package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.ledger.InventoryEvent.OrderReady;
import io.backorder.ledger.InventoryEvent.Shipped;
import io.backorder.picking.ReservedUnits;
import io.backorder.posting.PlaceOrder;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A day picked three ways. */
final class WarehouseTrialTest {

  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  /** A year in which eight items appear: I1 and I2 are in zone 1, I7 and I8 in zone 4. */
  private static RetailYear year() {
    List<OrderLine> lines = new ArrayList<>();
    for (int item = 1; item <= 8; item++) {
      lines.add(OrderLine.of("" + item, Sku.of("I" + item), Quantity.of(1)));
    }
    PlaceOrder all = PlaceOrder.of(OrderId.of("all"), lines.toArray(OrderLine[]::new));
    List<List<RetailEvent>> days = new ArrayList<>();
    days.add(List.of(new Sale(FIRST.atTime(12, 0), all, "", MAIN)));
    while (days.size() <= OrderUpToRule.WINDOW) {
      days.add(List.of());
    }
    RetailYear.About about = new RetailYear.About("Eight items", "made up", Map.of(), List.of());
    return new RetailYear(about, List.of(Location.of("MAIN")), FIRST, days);
  }

  private static ReservedUnits units(String order, String line, String item) {
    return new ReservedUnits(
        OrderLineId.of(order, line), StockUnits.of(Sku.of(item), MAIN, Quantity.of(2)));
  }

  /**
   * Order by order I1 I3, I1 I2 and I8 are five visits; together four, which is one for each bin. Of the
   * zones the first is visited for two orders, two others for one each; order A comes from two tours.
   */
  @Test
  void run_threeOrders_comesToWhatAHandCounts() {
    PickDay day = new PickDay(
        FIRST,
        List.of(
            units("A", "1", "I1"),
            units("A", "2", "I3"),
            units("B", "1", "I1"),
            units("B", "2", "I2"),
            units("C", "1", "I8")));

    WarehouseResult result = WarehouseTrial.of(year(), day).run();

    assertThat(result.lowerBound()).isEqualTo(4);
    assertThat(result.table().title()).isEqualTo("The busiest day in the warehouse, 2026-01-01");
    assertThat(result.table().rows())
        .containsExactly(
            List.of("tours", "3", "1", "3"),
            List.of("bin visits", "5", "4", "4"),
            List.of("against order by order", "1.000", "0.800", "0.800"),
            List.of("against the lower bound", "1.250", "1.000", "1.000"),
            List.of("visits a tour", "1.667", "4.000", "1.333"),
            List.of("tours an order comes from", "1.000", "1.000", "1.333"));
    assertThat(result.words())
        .contains(": 5 lines of 3 orders, 10 units. A cart takes 12 orders.")
        .endsWith("nobody can do with fewer than 4.");
  }

  private static Shipped shipped(String order, String line, long units) {
    return new Shipped(OrderLineId.of(order, line), Sku.of("I1"), MAIN, Quantity.of(units));
  }

  @Test
  void busiest_severalDays_keepsTheFirstWithTheMostLines() {
    PickDay.Busiest busiest = new PickDay.Busiest();
    assertThat(busiest.day().units()).isEmpty();

    busiest.onEvent(shipped("A", "1", 50));
    busiest.evening(FIRST);
    busiest.onEvent(shipped("B", "1", 1));
    busiest.onEvent(shipped("B", "2", 2));
    busiest.onEvent(shipped("B", "1", 3));
    busiest.onEvent(new OrderReady(OrderId.of("B")));
    busiest.evening(FIRST.plusDays(1));
    busiest.onEvent(shipped("C", "1", 9));
    busiest.onEvent(shipped("C", "2", 9));
    busiest.evening(FIRST.plusDays(2));

    PickDay day = busiest.day();
    assertThat(day.date()).isEqualTo(FIRST.plusDays(1));
    assertThat(day.orders()).isEqualTo(1);
    assertThat(day.pieces()).isEqualTo(6);
    assertThat(day.units())
        .extracting(ReservedUnits::quantity)
        .containsExactly(Quantity.of(4), Quantity.of(2));
  }

  /** What was ordered on the day with the most order lines, as if all of it had been there. */
  @Test
  void run_realYearsBusiestDay_savesVisitsAndKeepsAboveTheBound() throws Exception {
    String real = System.getProperty("backorder.real");
    Assumptions.assumeTrue(
        real != null, "set the system property backorder.real to the folder of real data");
    RetailYear year = YearSource.of(Path.of(real, "orders")).read();
    PickDay.Busiest busiest = new PickDay.Busiest();
    for (int day = 0; day < year.days().size(); day++) {
      for (RetailEvent event : year.days().get(day)) {
        if (event instanceof Sale sale) {
          sale.order()
              .lines()
              .forEach(line -> busiest.onEvent(new Shipped(
                  new OrderLineId(sale.order().order(), line.number()),
                  line.sku(),
                  sale.home(),
                  line.quantity())));
        }
      }
      busiest.evening(year.date(day));
    }

    WarehouseResult result = WarehouseTrial.of(year, busiest.day()).run();

    result.table().lines().forEach(System.out::println);
    assertThat(busiest.day().date()).isEqualTo(LocalDate.of(2011, 12, 5));
    assertThat(result.ways().get(0).quality().ratio()).isEqualTo(1);
    assertThat(result.ways().get(1).quality().ratio()).isLessThan(0.6);
    assertThat(result.ways().get(2).quality().ratio()).isLessThan(0.6);
    assertThat(result.ways())
        .allSatisfy(way -> assertThat(way.quality().aboveBound()).isGreaterThanOrEqualTo(1));
  }
}
