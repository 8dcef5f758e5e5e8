package io.backorder;

import static io.backorder.refusal.Refusals.assertRefused;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.allocation.Sourcing;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseRange;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.WorkingCalendar;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.Offer;
import io.backorder.storefront.TransitTimes;
import io.backorder.storefront.TransitTimes.Days;
import io.backorder.storefront.TransitTimes.Zone;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Offers that tell when the goods are with the customer. */
final class DeliveryOffersTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku BULB = Sku.of("BULB");
  private static final Sku SET = Sku.of("SET");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");
  private static final ChannelId WEB = ChannelId.of("web");
  private static final ChannelId EAST_ONLY = ChannelId.of("east");
  private static final Zone NEAR = Zone.of("near");
  private static final Zone FAR = Zone.of("far");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T09:00:00Z");
  private static final TransitTimes TIMES = TransitTimes.none()
      .with(MAIN, NEAR, Days.between(1, 1))
      .with(MAIN, FAR, Days.between(2, 5))
      .with(EAST, FAR, Days.between(1, 1));

  private final Map<Sku, ItemTerms> items = new HashMap<>();
  private final Map<Sku, BackorderTerms> agreed = new HashMap<>();

  private Inventory open(TransitTimes times) {
    return Inventory.inMemory()
        .clock(() -> FRIDAY)
        .locations(Location.of("MAIN").serving(WEB), Location.of("EAST").serving(WEB, EAST_ONLY))
        .sourcing(Sourcing.rank())
        .terms(sku -> items.getOrDefault(sku, ItemTerms.standard()))
        .promising(
            PromiseRules.of(WorkingCalendar.everyDay("UTC").closedOn(SATURDAY, SUNDAY)),
            supplier -> SupplierScorecard.empty())
        .quoting(sku -> agreed.getOrDefault(sku, BackorderTerms.standard()), Duration.ofMinutes(5))
        .transit(times)
        .build();
  }

  private static void receive(Inventory inventory, LocationId location, long units) {
    inventory.post(ReceiveStock.of("R" + location, LAMP, location, Quantity.of(units)));
  }

  private static void supply(Inventory inventory, LocationId location, String day) {
    inventory.post(AnnounceSupply.of(
        SupplyId.of("P" + location),
        StockUnits.of(LAMP, location, Quantity.of(5)),
        Instant.parse(day + "T12:00:00Z")));
  }

  private static Offer offer(Inventory inventory, long units, ChannelId channel, Zone zone) {
    return inventory.offer(LAMP, Quantity.of(units), channel, zone).offer();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void offer_onTheShelf_isWithTheCustomerWorkingDaysLater() {
    Inventory inventory = open(TIMES);
    receive(inventory, MAIN, 3);

    assertThat(offer(inventory, 2, WEB, NEAR).range())
        .contains(PromiseRange.certain(day("2026-03-09")));
    assertThat(offer(inventory, 2, WEB, FAR))
        .isEqualTo(new Offer.InStock(new PromiseRange(
            day("2026-03-10"), day("2026-03-12"), day("2026-03-13"), OptionalDouble.of(1))));
    assertThat(
            inventory.offer(LAMP, Quantity.of(2), OrderTerms.standard()).offer().by())
        .contains(day("2026-03-06"));
  }

  @Test
  void offer_severalLocations_travelsFromWhereTheUnitsWouldBeTaken() {
    Inventory inventory = open(TIMES);
    receive(inventory, MAIN, 1);
    receive(inventory, EAST, 5);

    assertThat(offer(inventory, 1, WEB, FAR).by()).contains(day("2026-03-13"));
    assertThat(offer(inventory, 3, WEB, FAR).by()).contains(day("2026-03-13"));
    assertThat(offer(inventory, 3, EAST_ONLY, FAR).by()).contains(day("2026-03-09"));
    inventory.post(PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", LAMP, Quantity.of(1))));
    assertThat(offer(inventory, 3, WEB, FAR).by()).contains(day("2026-03-09"));
  }

  @Test
  void offer_suppliesToCome_travelFromWhereTheyArrive() {
    Inventory inventory = open(TIMES);
    receive(inventory, EAST, 1);
    supply(inventory, EAST, "2026-03-11");
    supply(inventory, MAIN, "2026-03-10");

    Offer.Backorder offer = (Offer.Backorder) offer(inventory, 7, WEB, FAR);

    assertThat(offer.onShelf()).isEqualTo(Quantity.of(1));
    assertThat(offer.promise().steps())
        .containsExactly(
            new Promise.Step(day("2026-03-09"), Quantity.of(1)),
            new Promise.Step(day("2026-03-12"), Quantity.of(1)),
            new Promise.Step(day("2026-03-17"), Quantity.of(5)));
    assertThat(offer(inventory, 2, EAST_ONLY, FAR).by()).contains(day("2026-03-12"));
  }

  @Test
  void offer_noTimeFromALocationOrNoneAtAll_isTheDayOfShipping() {
    Inventory inventory = open(TIMES);
    receive(inventory, EAST, 2);
    Inventory untold = open(TransitTimes.none());
    receive(untold, MAIN, 2);

    assertThat(offer(inventory, 2, EAST_ONLY, NEAR).by()).contains(day("2026-03-06"));
    assertThat(offer(untold, 2, WEB, Zone.of("anywhere")).by()).contains(day("2026-03-06"));
    items.put(LAMP, ItemTerms.standard().untracked());
    assertThat(offer(inventory, 2, WEB, FAR).by()).contains(day("2026-03-06"));
  }

  @Test
  void offer_zoneToWhichNobodyDelivers_isRefused() {
    Inventory inventory = open(TIMES);

    assertRefused(
        () -> offer(inventory, 2, WEB, Zone.of("faar")),
        ErrorCode.UNKNOWN_ZONE,
        "zone must be one of the 2 to which a time of transit is known: faar");
    assertRefused(
        () -> offer(inventory, 0, WEB, FAR),
        ErrorCode.INVALID_QUANTITY,
        "quantity of an offer must be at least 1: 0");
  }

  @Test
  void offer_kit_isWithTheCustomerWhenItsLastPartIs() {
    items.put(SET, ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(1), BULB, Quantity.of(2))));
    Inventory inventory = open(TIMES);
    receive(inventory, EAST, 1);
    inventory.post(ReceiveStock.of("RB", BULB, MAIN, Quantity.of(4)));
    supply(inventory, EAST, "2026-03-13");

    assertThat(inventory.offer(SET, Quantity.of(1), WEB, FAR).offer().by())
        .contains(day("2026-03-13"));
    assertThat(inventory.offer(SET, Quantity.of(2), WEB, FAR).offer().status())
        .isEqualTo(Offer.Status.BACKORDER);
  }

  @Test
  void offer_longestWait_isThatUntilShipping() {
    agreed.put(LAMP, BackorderTerms.standard().withLongestWait(4));
    Inventory inventory = open(TIMES);
    supply(inventory, MAIN, "2026-03-10");

    assertThat(offer(inventory, 1, WEB, FAR).by()).contains(day("2026-03-17"));
    inventory.post(PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", LAMP, Quantity.of(1))));
    agreed.put(LAMP, BackorderTerms.standard().withLongestWait(3));
    assertThat(offer(inventory, 1, WEB, FAR))
        .isEqualTo(new Offer.OutOfStock(Offer.OutOfStock.Why.WAIT));
  }

  @Test
  void offer_preorderAndLowStock_haveDaysOfDeliveryToo() {
    agreed.put(LAMP, BackorderTerms.standard().withLowStock(Quantity.of(9)));
    Inventory inventory = open(TIMES);
    receive(inventory, MAIN, 3);

    assertThat(offer(inventory, 1, WEB, NEAR))
        .isEqualTo(new Offer.LowStock(PromiseRange.certain(day("2026-03-09")), Quantity.of(3)));
    items.put(LAMP, ItemTerms.standard().releasedOn(day("2026-03-20")));
    assertThat(offer(inventory, 1, WEB, NEAR).status()).isEqualTo(Offer.Status.PREORDER);
    assertThat(offer(inventory, 1, WEB, NEAR).by()).contains(day("2026-03-23"));
  }

  @Test
  void transit_badInput_isRefused() {
    assertRefused(
        () -> open(TransitTimes.none().with(LocationId.of("WEST"), FAR, Days.between(1, 2))),
        ErrorCode.UNKNOWN_LOCATION,
        "location must be one of 2 known ones: WEST");
    assertRefused(
        () -> Days.between(-1, 2),
        ErrorCode.INVALID_NUMBER,
        "fewest days of transit must be at least 0: -1");
    assertRefused(
        () -> Days.between(3, 2),
        ErrorCode.INVALID_NUMBER,
        "most days of transit must be at least 3: 2");
    assertRefused(
        () -> Days.between(3, 366),
        ErrorCode.INVALID_NUMBER,
        "most days of transit must be at most 365: 366");
    assertRefused(
        () -> Zone.of(" x"),
        ErrorCode.INVALID_IDENTIFIER,
        "zone must not begin or end with white space: \" x\"");
    assertThat(TIMES.with(MAIN, FAR, Days.between(9, 9)).between(MAIN, FAR))
        .contains(Days.between(9, 9));
    assertThat(TIMES).hasToString("3 times of transit to [far, near]");
  }
}
