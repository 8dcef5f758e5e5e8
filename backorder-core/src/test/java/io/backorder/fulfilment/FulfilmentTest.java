package io.backorder.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.finance.Money;
import io.backorder.finance.UnitPrice;
import io.backorder.fulfilment.ShipmentPart.Goods;
import io.backorder.fulfilment.Warehouse.Deed;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerRecord;
import io.backorder.picking.PickFloor;
import io.backorder.picking.ReservedUnits;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class FulfilmentTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku CUP = Sku.of("CUP");
  private static final OrderLineId OLD = OrderLineId.of("OLD", "1");
  private static final OrderLineId NEW = OrderLineId.of("NEW", "1");
  private static final UnitPrice FREE = price("0", "EUR");

  private static UnitPrice price(String amount, String currency) {
    return UnitPrice.of(new BigDecimal(amount), Currency.getInstance(currency));
  }

  private final OpenOrders orders = OpenOrders.empty();
  private final Inventory inventory =
      Inventory.inMemory().listener(orders::apply).build();

  private void receive(String receipt, Sku item, long units) {
    inventory.post(
        ReceiveStock.of(receipt, List.of(StockUnits.of(item, MAIN, Quantity.of(units)))));
  }

  private void place(String order, OrderLine... lines) {
    inventory.post(PlaceOrder.of(OrderId.of(order), lines));
  }

  private static OrderLine line(String number, Sku item, long units) {
    return OrderLine.of(number, item, Quantity.of(units));
  }

  private static void requireRefused(ErrorCode code, String message, ThrowingCallable call) {
    InventoryException refused = catchThrowableOfType(InventoryException.class, call);
    assertThat(refused).isNotNull().hasMessage(message);
    assertThat(refused.code()).isEqualTo(code);
  }

  @Test
  void queue_filledBackorder_comesBeforeTheOrderThatNeverWaited() {
    place("OLD", line("1", LAMP, 2), line("2", CUP, 1));
    receive("R1", LAMP, 2);
    receive("R2", CUP, 5);
    place("NEW", line("1", CUP, 1));
    orders.promise(NEW, TODAY);
    orders.promise(OLD, TODAY.plusDays(9));

    FulfilmentQueue queue = FulfilmentQueue.of(orders.lines(), TODAY.plusDays(1));

    assertThat(queue.readyOrders()).containsExactly(OrderId.of("OLD"), OrderId.of("NEW"));
    assertThat(queue.late()).extracting(each -> each.line().id()).containsExactly(NEW);
    assertThat(queue.wave(1))
        .extracting(each -> each.line().order().value())
        .containsExactly("OLD", "OLD");
    assertThat(queue.wave(0)).isEmpty();
    assertThat(queue.wave(2)).hasSize(3);
  }

  @Test
  void queue_partOfAnOrderWaits_isNotReady() {
    receive("R1", LAMP, 2);
    place("OLD", line("1", LAMP, 2), line("2", CUP, 1));

    FulfilmentQueue queue = FulfilmentQueue.of(orders.lines(), TODAY);

    assertThat(queue.readyOrders()).isEmpty();
    assertThat(queue.wave(9)).isEmpty();
    assertThat(queue.entries(Readiness.WAITS_FOR_ORDER))
        .extracting(each -> each.line().id())
        .containsExactly(OLD);
    assertThat(queue.entries(Readiness.WAITS_FOR_GOODS)).hasSize(1);
    assertThat(ReservedUnits.of(orders.lines().get(0).status())).hasSize(1);
  }

  @Test
  void orders_place_isKeptAndRanks() {
    receive("R1", LAMP, 9);
    place("OLD", line("1", LAMP, 1));
    place("NEW", line("1", LAMP, 1));
    orders.place(OLD, PlaceInLine.ranked(1, 5));
    orders.place(NEW, PlaceInLine.ranked(2, 3));

    assertThat(FulfilmentQueue.of(orders.lines(), TODAY).readyOrders())
        .containsExactly(OrderId.of("NEW"), OrderId.of("OLD"));
  }

  private static final Sku TABLE = Sku.of("TABLE");
  private static final Sku LEG = Sku.of("LEG");
  private static final Sku TOP = Sku.of("TOP");

  /** A table is four legs and a top; what is picked of it are these. */
  @Test
  void queue_kit_isPickedByItsParts() {
    Map<Sku, Quantity> parts = new TreeMap<>();
    parts.put(LEG, Quantity.of(4));
    parts.put(TOP, Quantity.of(1));
    Inventory kits = Inventory.inMemory()
        .terms(sku -> sku.equals(TABLE) ? ItemTerms.standard().kitOf(parts) : ItemTerms.standard())
        .build();
    OpenOrders open = OpenOrders.of(kits.ledger());
    PickFloor floor = PickFloor.of(kits.ledger());
    kits.listeners().add(open::apply);
    kits.listeners().add(floor::apply);
    kits.post(ReceiveStock.of("R1", LEG, MAIN, Quantity.of(8)));
    kits.post(ReceiveStock.of("R2", TOP, MAIN, Quantity.of(2)));
    kits.post(PlaceOrder.of(OrderId.of("OLD"), line("1", TABLE, 2)));

    List<ReservedUnits> wave = FulfilmentQueue.of(open.lines(), TODAY).wave(10);

    assertThat(wave)
        .extracting(each -> each.units().toString(), each -> each.line().hostLine())
        .containsExactlyInAnyOrder(tuple("8 LEG@MAIN", OLD), tuple("2 TOP@MAIN", OLD));
    assertThat(floor.unlisted()).containsExactlyInAnyOrderElementsOf(wave);
    kits.post(ShipOrder.all("S1", OrderId.of("OLD")));
    assertThat(floor.unlisted()).isEmpty();
    assertThat(open.lines()).isEmpty();
  }

  @Test
  void line_partOfAnotherLine_isRefused() {
    receive("R1", LAMP, 2);
    place("OLD", line("1", LAMP, 2), line("2", CUP, 1));
    FulfilmentLine line = orders.lines().get(0);

    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "parts of line OLD/1 must be of its kit: OLD/2",
        () -> line.withParts(List.of(orders.lines().get(1).status())));
  }

  /** The second line is urgent; the first was promised, and the promise slipped. */
  @Test
  void orders_ofALedger_knowPlacePromiseAndTerms() {
    Instant now = Instant.parse("2026-03-02T09:00:00Z");
    Inventory urgent = Inventory.inMemory()
        .clock(() -> now)
        .policy(AllocationPolicy.priority())
        .build();
    urgent.post(AnnounceSupply.of(
        SupplyId.of("P"), StockUnits.of(LAMP, MAIN, Quantity.of(1)), now.plus(Duration.ofDays(8))));
    urgent.post(PlaceOrder.of(OLD.order(), line("1", LAMP, 1)));
    urgent.post(ReceiveStock.of("R1", CUP, MAIN, Quantity.of(9)));
    urgent.post(PlaceOrder.of(NEW.order(), line("1", CUP, 1)));
    urgent.post(PlaceOrder.of(OrderId.of("FAST"), line("1", CUP, 1))
        .with(OrderTerms.standard().withPriority(Priority.URGENT)));

    OpenOrders open = OpenOrders.of(urgent.ledger());
    assertThat(open.lines())
        .extracting(each -> each.id().order().value(), FulfilmentLine::promised)
        .containsExactly(
            tuple("OLD", Optional.of(LocalDate.parse("2026-03-10"))),
            tuple("NEW", Optional.empty()),
            tuple("FAST", Optional.empty()));
    assertThat(FulfilmentQueue.of(open.lines(), TODAY).readyOrders())
        .containsExactly(OrderId.of("FAST"), NEW.order());
    assertThat(FulfilmentQueue.of(open.lines(), LocalDate.parse("2026-03-11")).late())
        .extracting(each -> each.line().id())
        .containsExactly(OLD);

    urgent.post(RescheduleSupply.of("X1", SupplyId.of("P"), now.plus(Duration.ofDays(15))));
    assertThat(open.lines().get(0).promised()).contains(LocalDate.parse("2026-03-10"));
    open.catchUp();
    assertThat(open.lines().get(0).promised()).contains(LocalDate.parse("2026-03-17"));
    assertThat(open.lines().get(0).terms()).contains(OrderTerms.standard());
    assertThat(open.position()).isEqualTo(urgent.ledger().size());
  }

  @Test
  void orders_toldOfPromises_knowTheDay() {
    Instant now = Instant.parse("2026-03-02T09:00:00Z");
    OpenOrders told = OpenOrders.empty();
    Inventory here = Inventory.inMemory().clock(() -> now).listener(told::apply).build();
    here.post(AnnounceSupply.of(
        SupplyId.of("P"), StockUnits.of(LAMP, MAIN, Quantity.of(1)), now.plus(Duration.ofDays(8))));
    here.post(PlaceOrder.of(OLD.order(), line("1", LAMP, 1)));
    assertThat(told.lines().get(0).promised()).contains(LocalDate.parse("2026-03-10"));

    here.post(CloseSupply.of(SupplyId.of("P")));
    assertThat(told.lines().get(0).promised()).isEmpty();
  }

  @Test
  void orders_terms_sayWhatMayShipInPart() {
    receive("R1", LAMP, 2);
    place("OLD", line("1", LAMP, 2), line("2", CUP, 1));
    assertThat(FulfilmentQueue.of(orders.lines(), TODAY).ordersReadyInPart()).isEmpty();

    orders.terms(OLD.order(), OrderTerms.standard());

    FulfilmentQueue queue = FulfilmentQueue.of(orders.lines(), TODAY);
    assertThat(queue.ordersReadyInPart()).containsExactly(OLD.order());
    assertThat(queue.waveInPart(1)).extracting(ReservedUnits::line).containsExactly(OLD);
    assertThat(queue.wave(1)).isEmpty();
    requireRefused(
        ErrorCode.UNKNOWN_ORDER,
        "no open order has the number NEW",
        () -> orders.terms(NEW.order(), OrderTerms.standard()));
  }

  /** Nothing of the first line is open when the second is told of; the order is open all the same. */
  @Test
  void orders_firstLineRefusedWhole_keepIt() {
    receive("R1", CUP, 1);
    inventory.post(PlaceOrder.of(OLD.order(), line("1", LAMP, 2), line("2", CUP, 1))
        .with(OrderTerms.standard().onShortage(ShortageRule.ACCEPT_AVAILABLE)));

    OpenOrders open = OpenOrders.empty();
    for (LedgerRecord record : inventory.ledger().after(0, 99)) {
      open.apply(record);
    }

    assertThat(open.lines())
        .extracting(Object::toString)
        .containsExactly("OLD/1: 0 reserved, 0 waiting", "OLD/2: 1 reserved, 0 waiting");
    assertThat(open.lines().get(0).status())
        .isEqualTo(inventory.order(OLD.order()).orElseThrow().lines().get(0));
  }

  /** The order that a listener missed is refused; made anew from the ledger, it is there. */
  @Test
  void orders_madeLate_areReadFromTheLedger() {
    place("OLD", line("1", LAMP, 5));
    OpenOrders late = OpenOrders.of(inventory.ledger());
    inventory.listeners().add(late::apply);
    receive("R1", LAMP, 2);

    assertThat(late.lines())
        .extracting(Object::toString)
        .containsExactly("OLD/1: 2 reserved, 3 waiting");
    List<FulfilmentLine> before = late.lines();
    LedgerRecord last =
        inventory.ledger().after(inventory.ledger().size() - 1, 1).get(0);
    late.apply(last);
    assertThat(late.lines()).isEqualTo(before);
    LedgerRecord more =
        new LedgerRecord(last.position() + 1, last.sequence() + 1, last.cause(), last.entry());
    late.apply(more);
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "subtrahend must be at most 1: 2",
        () -> late.apply(new LedgerRecord(
            last.position() + 2, last.sequence() + 2, last.cause(), last.entry())));
    assertThat(late.position()).isEqualTo(last.position() + 1);
  }

  @Test
  void orders_closed_areForgotten() {
    receive("R1", LAMP, 9);
    place("OLD", line("1", LAMP, 1));
    inventory.post(ShipOrder.all("S1", OrderId.of("OLD")));

    assertThat(orders.lines()).isEmpty();
    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "no open order has the line OLD/1",
        () -> orders.promise(OLD, TODAY));
    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "no open order has the line NEW/1",
        () -> orders.place(NEW, PlaceInLine.of(1)));
  }

  @Test
  void orders_eventThatDoesNotFit_isRefused() {
    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "no open order has the line OLD/1",
        () -> orders.apply(new InventoryEvent.Shipped(OLD, LAMP, MAIN, Quantity.of(3))));
    assertThat(orders.lines()).isEmpty();

    receive("R1", LAMP, 2);
    place("OLD", line("1", LAMP, 2));
    List<FulfilmentLine> before = orders.lines();
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "subtrahend must be at most 2: 3",
        () -> orders.apply(new InventoryEvent.Shipped(OLD, LAMP, MAIN, Quantity.of(3))));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "subtrahend must be at most 0: 1",
        () -> orders.apply(new InventoryEvent.BackorderFilled(OLD, LAMP, MAIN, Quantity.of(1))));
    assertThat(orders.lines()).isEqualTo(before);
  }

  @Test
  void line_moreFilledThanReserved_isRefused() {
    receive("R1", LAMP, 2);
    place("OLD", line("1", LAMP, 2));
    FulfilmentLine line = orders.lines().get(0);

    assertThat(line.withFilled(Quantity.of(2)).filled()).isEqualTo(Quantity.of(2));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "filled units of line OLD/1 must be at most the 2 that are reserved: 3",
        () -> line.withFilled(Quantity.of(3)));
  }

  @Test
  void queue_badInput_isRefused() {
    receive("R1", LAMP, 2);
    place("OLD", line("1", LAMP, 2));
    FulfilmentLine line = orders.lines().get(0);

    requireRefused(
        ErrorCode.DUPLICATE_LINE,
        "lines of a queue must be given once each: OLD/1",
        () -> FulfilmentQueue.of(List.of(line, line.promisedBy(TODAY)), TODAY));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "orders must be at least 0: -1",
        () -> FulfilmentQueue.of(List.of(line), TODAY).wave(-1));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "lateDays must be zero or more: -1",
        () -> new QueueEntry(line, Readiness.READY, -1));
  }

  @Test
  void line_text_saysWhereItsUnitsAre() {
    receive("R1", LAMP, 2);
    place("OLD", line("1", LAMP, 5));
    FulfilmentLine line = orders.lines().get(0);

    assertThat(line).hasToString("OLD/1: 2 reserved, 3 waiting");
    assertThat(line.promisedBy(TODAY)).hasToString("OLD/1: 2 reserved, 3 waiting, by 2026-03-02");
    assertThat(line.promisedBy(TODAY)).isNotEqualTo(line).isEqualTo(line.promisedBy(TODAY));
  }

  @Test
  void tariff_severalCurrencies_isRefused() {
    UnitPrice euro = price("1.50", "EUR");
    UnitPrice dollar = price("1.50", "USD");

    requireRefused(
        ErrorCode.CURRENCY_MISMATCH,
        "amount must be in EUR: USD; convert it first",
        () -> new ShippingService.Tariff(euro, dollar, euro));
    requireRefused(
        ErrorCode.CURRENCY_MISMATCH,
        "amount must be in EUR: USD; convert it first",
        () -> new ShippingService.Tariff(euro, euro, dollar));
  }

  @Test
  void cost_finerThanACoin_isRoundedOnceHalfEven() {
    ShippingService.Emissions none =
        new ShippingService.Emissions(BigDecimal.ZERO, BigDecimal.ZERO);
    UnitPrice fine = price("0.005", "EUR");
    ShippingService service =
        new ShippingService(1000, new ShippingService.Tariff(FREE, fine, fine), none);
    Currency euro = Currency.getInstance("EUR");

    assertThat(service.cost(1, 1, 0)).isEqualTo(Money.of(BigDecimal.ZERO, euro));
    assertThat(service.cost(1, 3, 0)).isEqualTo(Money.of(new BigDecimal("0.02"), euro));
    assertThat(service.cost(1, 1, 1000)).isEqualTo(Money.of(new BigDecimal("0.01"), euro));
  }

  @Test
  void service_badNumbers_areRefused() {
    ShippingService.Tariff tariff = new ShippingService.Tariff(FREE, FREE, FREE);
    ShippingService.Emissions none =
        new ShippingService.Emissions(BigDecimal.ZERO, BigDecimal.ZERO);

    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "parcelGrams must be at least 1: 0",
        () -> new ShippingService(0, tariff, none));
    requireRefused(
        ErrorCode.INVALID_NUMBER,
        "perKilogram must be zero or more: -1",
        () -> new ShippingService.Emissions(BigDecimal.ZERO, BigDecimal.ONE.negate()));
  }

  private static ShippingService freeOf(long parcelGrams) {
    return new ShippingService(
        parcelGrams,
        new ShippingService.Tariff(FREE, FREE, FREE),
        new ShippingService.Emissions(BigDecimal.ZERO, BigDecimal.ZERO));
  }

  private static ShipmentPart part(long units, long grams, LocalDate available) {
    return ShipmentPart.of(OLD, new Goods(Quantity.of(units), grams), available);
  }

  @Test
  void plan_badParts_areRefused() {
    requireRefused(
        ErrorCode.NOTHING_TO_SHIP,
        "parts of a shipment must be at least 1: 0",
        () -> ShipmentPlan.of(TODAY, List.of(), freeOf(1)));
    requireRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "grams of a unit must be at most the 10 of a parcel: 11",
        () -> ShipmentPlan.of(TODAY, List.of(part(1, 11, TODAY)), freeOf(10)));
    requireRefused(
        ErrorCode.INVALID_QUANTITY,
        "units of a part must be at least 1: 0",
        () -> part(0, 1, TODAY));
    requireRefused(
        ErrorCode.INVALID_NUMBER, "grams must be zero or more: -1", () -> part(1, -1, TODAY));
    requireRefused(
        ErrorCode.QUANTITY_OVERFLOW,
        "grams of 2 units must be at most 4611686018427387903 each: 4611686018427387904",
        () -> part(2, 1L << 62, TODAY));
    requireRefused(
        ErrorCode.QUANTITY_OVERFLOW,
        "sum must be at most 9223372036854775807: 1 + 9223372036854775807",
        () -> ShipmentPlan.of(
            TODAY, List.of(part(1, 1, TODAY), part(Long.MAX_VALUE, 1, TODAY)), freeOf(10)));
  }

  @Test
  void plan_moreDaysThanCanBeWeighed_isRefused() {
    List<ShipmentPart> parts = new ArrayList<>();
    for (int i = 0; i < ShipmentPlan.MOST_DAYS; i++) {
      parts.add(part(1, 1, TODAY.plusDays(i)));
    }
    assertThat(ShipmentPlan.of(TODAY, parts, freeOf(100)).options()).hasSize(1 << 11);
    parts.add(part(1, 1, TODAY.plusDays(30)));

    requireRefused(
        ErrorCode.LIMIT_EXCEEDED,
        "days on which parts come must be at most 12: 13; put parts of neighbouring days together",
        () -> ShipmentPlan.of(TODAY, parts, freeOf(100)));
  }

  @Test
  void plan_manyUnits_isPackedWithoutCountingEach() {
    ShipmentPlan plan = ShipmentPlan.of(
        TODAY, List.of(part(3_000_000_000_001L, 400, TODAY), part(5, 0, TODAY)), freeOf(1000));

    assertThat(plan.chosen().parcels()).isEqualTo(1_500_000_000_001L);
  }

  @Test
  void part_text_saysFromWhenAndByWhen() {
    assertThat(part(2, 5, TODAY)).hasToString("2 of line OLD/1 from 2026-03-02");
    assertThat(part(2, 5, TODAY).at(MAIN)).hasToString("2 of line OLD/1 at MAIN from 2026-03-02");
    assertThat(part(2, 5, TODAY).at(MAIN).promisedBy(TODAY).location()).contains(MAIN);
    assertThat(part(2, 5, TODAY).promisedBy(TODAY.plusDays(1)))
        .hasToString("2 of line OLD/1 from 2026-03-02, by 2026-03-03")
        .isNotEqualTo(part(2, 5, TODAY));
  }

  /** What the laws of the warehouse speak about does happen in it. */
  @Test
  void warehouse_randomDeeds_reachEverySituation() {
    Random random = new Random(7);
    int putBack = 0;
    int missing = 0;
    int partlyPicked = 0;
    int ready = 0;
    int filled = 0;
    int shipped = 0;
    int inPart = 0;
    Map<String, Integer> met = new TreeMap<>();
    for (int walk = 0; walk < 120; walk++) {
      Warehouse warehouse = new Warehouse();
      for (int i = 0; i < 70; i++) {
        warehouse.run(
            new Deed(random.nextInt(Deed.KINDS), random.nextInt(1001), 1 + random.nextInt(9)));
        putBack += warehouse.floor.toPutBack().isEmpty() ? 0 : 1;
        missing +=
            warehouse.floor.lists().stream().anyMatch(each -> !each.missing().isZero()) ? 1 : 0;
        partlyPicked += warehouse.floor.lists().stream()
                .anyMatch(each -> !each.picked().isZero() && !each.open().isZero())
            ? 1
            : 0;
      }
      FulfilmentQueue queue = FulfilmentQueue.of(warehouse.orders.lines(), TODAY);
      ready += queue.readyOrders().size();
      filled += (int) queue.entries().stream()
          .filter(each -> !each.line().filled().isZero())
          .count();
      shipped += (int) warehouse.placed.stream()
          .filter(id -> warehouse.order(id).lines().stream()
              .anyMatch(each -> !each.shipped().isZero()))
          .count();
      met.merge(
          "kits",
          (int) queue.wave(99).stream().filter(u -> u.line().isPart()).count(),
          Integer::sum);
      inPart += queue.ordersReadyInPart().size();
      warehouse.met.forEach((what, times) -> met.merge(what, times, Integer::sum));
      assertThat(warehouse.failures).isEmpty();
    }

    assertThat(met)
        .containsKeys("kits", "held units ordered", "reallocated", "taken too late")
        .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(10));
    assertThat(List.of(putBack, missing, partlyPicked, ready, filled, shipped, inPart))
        .allSatisfy(count -> assertThat(count).isGreaterThan(50));
  }
}
