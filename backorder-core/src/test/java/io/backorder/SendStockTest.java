package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.jdbc.Database;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.SendStock;
import io.backorder.promise.Promise;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transfers in two steps: what was sent is on hand nowhere, and counts once. */
final class SendStockTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");
  private static final SupplyId T1 = SupplyId.of("T1");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T12:00:00Z");

  private final List<String> heard = new ArrayList<>();

  enum Store {
    MEMORY,
    H2
  }

  private Inventory open(Store store) {
    Inventory.Builder builder = store == Store.MEMORY
        ? Inventory.inMemory()
        : Inventory.on(Database.h2("sent" + System.nanoTime()).emptied());
    Inventory inventory = builder
        .clock(() -> NOON)
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .listener(event -> heard.add(event.toString()))
        .build();
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, Quantity.of(5)));
    heard.clear();
    return inventory;
  }

  private static SendStock send(long units) {
    return SendStock.of(T1, StockUnits.of(LAMP, MAIN, Quantity.of(units)), EAST, FRIDAY);
  }

  private static void requireLevels(Inventory inventory, long... mainEastInboundPosition) {
    ItemLevels levels = inventory.item(LAMP);
    assertThat(Stream.of(
            levels.at(MAIN).orElseThrow().onHand().units(),
            levels.at(EAST).orElseThrow().onHand().units(),
            levels.inbound().units(),
            levels.position()))
        .containsExactly(
            mainEastInboundPosition[0],
            mainEastInboundPosition[1],
            mainEastInboundPosition[2],
            mainEastInboundPosition[3]);
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void send_thenArrivingInTwoParts_countsEachUnitOnce(Store store) {
    Inventory inventory = open(store);

    inventory.post(send(3));
    requireLevels(inventory, 2, 0, 3, 5);
    assertThat(heard).containsExactly("StockSent T1 3 LAMP@MAIN", "SupplyAnnounced T1 3");

    inventory.post(ReceiveStock.of("A1", LAMP, EAST, Quantity.of(2)).against(T1));
    requireLevels(inventory, 2, 2, 1, 5);
    inventory.post(ReceiveStock.of("A2", LAMP, EAST, Quantity.of(1)).against(T1));
    requireLevels(inventory, 2, 3, 0, 5);
  }

  @ParameterizedTest
  @EnumSource
  void send_whileSomebodyWaits_promisesTheDayOfArrival(Store store) {
    Inventory inventory = open(store);
    inventory.post(send(5));
    inventory.post(PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", LAMP, Quantity.of(4))));

    assertThat(inventory.promise(OrderLineId.of("O1", "1")).flatMap(Promise::by))
        .contains(LocalDate.parse("2026-03-06"));
    inventory.post(ReceiveStock.of("A1", LAMP, EAST, Quantity.of(5)).against(T1));

    assertThat(inventory.item(LAMP).reserved()).isEqualTo(Quantity.of(4));
    assertThat(inventory.item(LAMP).backordered()).isEqualTo(Quantity.ZERO);
  }

  @ParameterizedTest
  @EnumSource
  void close_ofWhatIsOnItsWay_givesItUpAsLost(Store store) {
    Inventory inventory = open(store);
    inventory.post(send(3));
    inventory.post(ReceiveStock.of("A1", LAMP, EAST, Quantity.of(2)).against(T1));

    inventory.post(CloseSupply.of(T1));

    requireLevels(inventory, 2, 2, 0, 4);
  }

  @ParameterizedTest
  @EnumSource
  void send_sameAgain_changesNothing_otherContent_isRefused(Store store) {
    Inventory inventory = open(store);
    inventory.post(send(3));
    long entries = inventory.ledger().size();

    inventory.post(send(3));

    assertThat(inventory.ledger().size()).isEqualTo(entries);
    requireRefused(inventory, ErrorCode.DOCUMENT_CONFLICT, send(2));
    requireRefused(
        inventory,
        ErrorCode.DOCUMENT_CONFLICT,
        AnnounceSupply.of(T1, StockUnits.of(LAMP, EAST, Quantity.of(3)), FRIDAY));
  }

  @ParameterizedTest
  @EnumSource
  void send_moreThanIsFree_isRefused(Store store) {
    Inventory inventory = open(store);
    inventory.post(PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", LAMP, Quantity.of(2))));

    requireRefused(inventory, ErrorCode.INSUFFICIENT_STOCK, send(4));
    requireLevels(inventory, 5, 0, 0, 3);
    inventory.post(send(3));
    requireLevels(inventory, 2, 0, 3, 3);
  }

  private static void requireRefused(Inventory inventory, ErrorCode code, Document document) {
    long before = inventory.ledger().size();
    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> inventory.post(document))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    assertThat(inventory.ledger().size()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void send_toAnUnknownPlace_isRefused(Store store) {
    requireRefused(
        open(store),
        ErrorCode.UNKNOWN_LOCATION,
        SendStock.of(T1, StockUnits.of(LAMP, MAIN, Quantity.of(1)), LocationId.of("MOON"), FRIDAY));
  }

  @Test
  void send_toTheSamePlaceOrAsSomethingElse_isRejected() {
    StockUnits units = StockUnits.of(LAMP, MAIN, Quantity.of(3));

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> SendStock.of(T1, units, MAIN, FRIDAY))
        .withMessage("to must be another location than from: MAIN");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            new SendStock(units, Supply.of(T1, StockUnits.of(LAMP, EAST, Quantity.of(2)), FRIDAY)))
        .withMessage("what arrives must be what is sent, 3 LAMP@MAIN: 2 LAMP@EAST");
  }
}
