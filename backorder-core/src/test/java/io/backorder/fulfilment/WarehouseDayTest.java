package io.backorder.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.picking.Bin;
import io.backorder.picking.BinId;
import io.backorder.picking.BinPlan;
import io.backorder.picking.PickFace;
import io.backorder.picking.PickFloor;
import io.backorder.picking.PickLimits;
import io.backorder.picking.PickPlan;
import io.backorder.picking.ShortPick;
import io.backorder.picktolight.LightAnswer;
import io.backorder.picktolight.LightTask;
import io.backorder.picktolight.LightTour;
import io.backorder.picktolight.Patience;
import io.backorder.picktolight.PickDevice;
import io.backorder.picktolight.Reception;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a filled backorder to the truck: all rooms of fulfilment together, as a host uses them. */
final class WarehouseDayTest {

  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Sku CUP = Sku.of("CUP");
  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final OrderLineId LAMPS_OF_A = OrderLineId.of("A", "2");

  private final OpenOrders orders = OpenOrders.empty();
  private final PickFloor floor = PickFloor.of(List.of());
  private final Inventory inventory = Inventory.inMemory()
      .locations(Location.of("MAIN"))
      .listener(orders::apply)
      .listener(floor::apply)
      .build();
  private final BinPlan bins = BinPlan.of(
      List.of(Bin.of("A-01", MAIN, "front"), Bin.of("B-07", MAIN, "back")),
      List.of(new PickFace(CUP, BinId.of("A-01"), 300), new PickFace(LAMP, BinId.of("B-07"), 900)));

  /** What the lamps show. */
  private final List<LightTask> lit = new ArrayList<>();

  private final PickDevice device = new PickDevice() {
    @Override
    public void lightOn(LightTask task) {
      lit.add(task);
    }

    @Override
    public void lightOff(LightTask task) {
      lit.remove(task);
    }
  };

  private void receive(String receipt, Sku item, long units) {
    inventory.post(
        ReceiveStock.of(receipt, List.of(StockUnits.of(item, MAIN, Quantity.of(units)))));
  }

  private static OrderLine line(String number, Sku item, long units) {
    return OrderLine.of(number, item, Quantity.of(units));
  }

  /** Hands an answer to the tour and what it says to the floor; what is missing is counted. */
  private void press(LightTour tour, LightAnswer answer) {
    LightTask task = tour.task(answer.task());
    if (tour.answer(answer) == Reception.ACCEPTED) {
      if (tour.missing(task.number()).isZero()) {
        floor.confirm("W1-1", task.line(), tour.taken(task.number()));
      } else {
        ShortPick few =
            floor.shortPick("W1-1", task.line(), tour.taken(task.number()), Quantity.ZERO);
        inventory.post(few.count().orElseThrow().toDocument("count of " + task.number()));
      }
    }
  }

  @Test
  void day_filledBackorderPickedShort_waitsAgainAndShipsWhenGoodsCome() {
    inventory.post(PlaceOrder.of(OrderId.of("A"), line("1", CUP, 2), line("2", LAMP, 3)));
    receive("R1", CUP, 5);
    receive("R2", LAMP, 3);
    inventory.post(PlaceOrder.of(OrderId.of("B"), line("1", CUP, 1)));

    FulfilmentQueue queue = FulfilmentQueue.of(orders.lines(), TODAY);
    assertThat(queue.readyOrders()).containsExactly(OrderId.of("A"), OrderId.of("B"));
    floor.issue(PickPlan.batched(
        "W1", queue.wave(10), bins, PickLimits.none().withGrams(15_000).withOrders(12)));

    LightTour tour =
        LightTour.of(floor.list("W1-1"), device, new Patience(Duration.ofSeconds(30), 3));
    tour.tick(NOON);
    assertThat(lit).extracting(LightTask::number).containsExactly("W1-1:A/1", "W1-1:A/2");
    press(tour, new LightAnswer.Confirmed("W1-1:A/1", Quantity.of(2)));
    press(tour, new LightAnswer.Confirmed("W1-1:A/1", Quantity.of(2)));
    press(tour, new LightAnswer.PickedShort("W1-1:A/2", Quantity.of(1)));
    tour.tick(NOON.plusSeconds(9));
    press(tour, new LightAnswer.Confirmed("W1-1:B/1", Quantity.of(1)));
    assertThat(tour.open()).isEmpty();
    assertThat(lit).isEmpty();

    assertThat(inventory.waiting(LAMP, 9)).singleElement().satisfies(each -> {
      assertThat(each.id()).isEqualTo(LAMPS_OF_A);
      assertThat(each.waiting()).isEqualTo(Quantity.of(2));
    });
    FulfilmentQueue later = FulfilmentQueue.of(orders.lines(), TODAY);
    assertThat(later.readyOrders()).containsExactly(OrderId.of("B"));
    assertThat(later.entries(Readiness.WAITS_FOR_ORDER)).hasSize(2);
    inventory.post(ShipOrder.all("S1", OrderId.of("B")));

    receive("R3", LAMP, 4);
    floor.issue(PickPlan.byOrder("W2", floor.unlisted(), bins, PickLimits.none()));
    assertThat(floor.list("W2-1").asked()).isEqualTo(Quantity.of(2));
    floor.confirm("W2-1", LAMPS_OF_A, Quantity.of(2));
    inventory.post(ShipOrder.all("S2", OrderId.of("A")));

    assertThat(floor.lists()).isEmpty();
    assertThat(floor.toPutBack()).isEmpty();
    assertThat(orders.lines()).isEmpty();
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(2));
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }
}
