package io.backorder;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.CustomerId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.jdbc.Database;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AcceptSubstitute;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Document;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Scale;
import io.backorder.stock.Sku;
import io.backorder.storefront.BackorderTerms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A substitute is taken and the other item given up, or neither. */
final class AcceptSubstituteTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku TORCH = Sku.of("TORCH");
  private static final Sku CANDLE = Sku.of("CANDLE");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final OrderLineId O1_1 = OrderLineId.of("O1", "1");
  private static final OrderId NEW = OrderId.of("N1");
  private static final OrderTerms ANNAS = OrderTerms.standard().by(CustomerId.of("anna"));

  private final List<String> heard = new ArrayList<>();
  private final Map<Sku, ItemTerms> items =
      new HashMap<>(Map.of(LAMP, ItemTerms.standard().withSubstitutes(List.of(TORCH, PAIR))));
  private Instant now = NOON;

  enum Store {
    MEMORY,
    H2
  }

  private Inventory.Builder rules(Inventory.Builder builder) {
    return builder
        .clock(() -> now)
        .terms(sku -> items.getOrDefault(sku, ItemTerms.standard()))
        .listener(event -> heard.add(event.toString()));
  }

  /** Anna wants five lamps of which two are there; two torches are there. */
  private Inventory open(Store store) {
    Inventory.Builder builder = store == Store.MEMORY
        ? Inventory.inMemory()
        : Inventory.on(Database.h2("substitute" + System.nanoTime()).emptied());
    return morning(rules(builder).build());
  }

  private Inventory morning(Inventory inventory) {
    inventory.post(received("R1", LAMP, 2));
    inventory.post(received("R2", TORCH, 2));
    inventory.post(PlaceOrder.of(
            O1_1.order(),
            OrderLine.of("1", LAMP, Quantity.of(5)).dueBy(LocalDate.parse("2026-03-09")))
        .with(ANNAS));
    heard.clear();
    return inventory;
  }

  private static Document received(String number, Sku sku, long units) {
    return ReceiveStock.of(number, sku, MAIN, Quantity.of(units));
  }

  private static AcceptSubstitute accept(long units, Sku substitute) {
    return AcceptSubstitute.of(NEW, O1_1, Quantity.of(units), substitute);
  }

  private static LineStatus line(Inventory inventory, OrderId order) {
    return inventory.order(order).orElseThrow().lines().get(0);
  }

  private static List<LedgerRecord> records(Inventory inventory) {
    return inventory.ledger().after(0, Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void accept_substituteOnTheShelf_cancelsAndPlacesInOneDocument(Store store) {
    Inventory inventory = open(store);

    Outcome outcome = inventory.post(accept(3, TORCH));

    assertThat(heard)
        .containsExactly(
            "Cancelled O1/1 3",
            "Reserved N1/1 2 TORCH@MAIN",
            "Backordered N1/1 1",
            "OrderReady O1");
    assertThat(outcome.line("1").orElseThrow().reserved()).isEqualTo(Quantity.of(2));
    assertThat(line(inventory, O1_1.order()).cancelled()).isEqualTo(Quantity.of(3));
    assertThat(line(inventory, O1_1.order()).reserved()).isEqualTo(Quantity.of(2));
    assertThat(line(inventory, NEW).sku()).isEqualTo(TORCH);
    assertThat(inventory.order(NEW).orElseThrow().terms()).isEqualTo(ANNAS);
    assertThat(inventory.waiting(TORCH, 9).get(0).due()).contains(LocalDate.parse("2026-03-09"));
    assertThat(records(inventory).stream()
            .filter(each -> each.cause().document().id().toString().equals("substitute N1")))
        .hasSize(4);
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void accept_reservedUnitsToo_areFreeForWhoWaits(Store store) {
    Inventory inventory = open(store);
    inventory.post(PlaceOrder.of(OrderId.of("O2"), OrderLine.of("1", LAMP, Quantity.of(1))));
    heard.clear();

    inventory.post(accept(5, TORCH));

    assertThat(heard)
        .containsExactly(
            "Released O1/1 2 LAMP@MAIN",
            "Cancelled O1/1 5",
            "Reserved N1/1 2 TORCH@MAIN",
            "Backordered N1/1 3",
            "BackorderFilled O2/1 1 LAMP@MAIN",
            "OrderReady O2",
            "OrderClosed O1");
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void accept_again_answersTheFirstOutcome(Store store) {
    Inventory inventory = open(store);
    Outcome first = inventory.post(accept(3, TORCH));
    List<LedgerRecord> before = records(inventory);

    assertThat(inventory.post(accept(3, TORCH))).isEqualTo(first);
    assertThat(records(inventory)).isEqualTo(before);
    assertRefused(
        () -> inventory.post(accept(2, TORCH)),
        ErrorCode.DOCUMENT_CONFLICT,
        "quantity of substitute N1 must be what it was the first time, \"3\": \"2\"");
    assertRefused(
        () -> inventory.post(PlaceOrder.of(NEW, OrderLine.of("1", TORCH, Quantity.of(3)))),
        ErrorCode.DOCUMENT_CONFLICT,
        "document of place N1 must be what it was the first time, \"substitute N1\": \"place N1\"");
    inventory.post(ShipOrder.all("S1", NEW));
    inventory.post(CancelOrder.all("C1", NEW));
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void accept_whatCannotBeDone_changesNothing(Store store) {
    Inventory inventory = open(store);
    List<LedgerRecord> before = records(inventory);

    assertRefused(
        () -> inventory.post(accept(3, CANDLE)),
        ErrorCode.NOT_A_SUBSTITUTE,
        "substitute for line O1/1 must be one of [TORCH, PAIR], those of LAMP: CANDLE");
    assertRefused(
        () -> inventory.post(accept(6, TORCH)),
        ErrorCode.INVALID_QUANTITY,
        "quantity to cancel of line O1/1 must be at most 5: 6");
    assertRefused(
        () -> inventory.post(
            AcceptSubstitute.of(NEW, OrderLineId.of("O9", "1"), Quantity.of(1), TORCH)),
        ErrorCode.UNKNOWN_ORDER,
        "order must have been placed before: O9");
    assertRefused(
        () -> inventory.post(
            AcceptSubstitute.of(NEW, OrderLineId.of("O1", "2"), Quantity.of(1), TORCH)),
        ErrorCode.UNKNOWN_LINE,
        "line must be one of the 1 lines of order O1: 2");
    assertRefused(
        () -> inventory.post(AcceptSubstitute.of(O1_1.order(), O1_1, Quantity.of(1), TORCH)),
        ErrorCode.DOCUMENT_CONFLICT,
        "order must not have been placed before: O1");
    items.put(TORCH, ItemTerms.standard().withBackorders(BackorderAllowance.refused()));
    assertRefused(
        () -> inventory.post(accept(3, TORCH)),
        ErrorCode.BACKORDERS_REFUSED,
        "cannot accept line N1/1: 1 units of TORCH are not on the shelf");
    items.put(TORCH, ItemTerms.standard().withLot(Quantity.of(2)));
    assertRefused(
        () -> inventory.post(accept(3, TORCH)),
        ErrorCode.INVALID_QUANTITY,
        "quantity of line N1/1 must be whole lots of 2: 3");
    items.put(TORCH, ItemTerms.standard().withScale(Scale.of(1)));
    assertRefused(
        () -> inventory.post(accept(3, TORCH)),
        ErrorCode.INVALID_QUANTITY,
        "substitute TORCH must be counted as LAMP is, with 0 decimals: 1");
    assertThat(records(inventory)).isEqualTo(before);
    assertThat(heard).isEmpty();
    items.remove(TORCH);
    inventory.post(accept(3, TORCH)); // its number is still free
  }

  @Test
  void accept_nothingIsOpen_isRefused() {
    Inventory inventory = open(Store.MEMORY);
    inventory.post(CancelOrder.all("C1", O1_1.order()));

    assertRefused(
        () -> inventory.post(accept(1, TORCH)),
        ErrorCode.ALREADY_CLOSED,
        "cannot act on order O1: nothing of it is open");
    assertRefused(
        () -> accept(0, TORCH),
        ErrorCode.INVALID_QUANTITY,
        "quantity of line O1/1 must be at least 1: 0");
  }

  @Test
  void accept_orderThatTakesWhatIsThere_isRefusedWhole() {
    Inventory inventory = open(Store.MEMORY);
    inventory.post(received("R3", LAMP, 4));
    OrderLineId line = OrderLineId.of("O2", "1");
    inventory.post(PlaceOrder.of(line.order(), OrderLine.of("1", LAMP, Quantity.of(3)))
        .with(OrderTerms.standard().onShortage(ShortageRule.ACCEPT_AVAILABLE)));
    assertThat(line(inventory, line.order()).reserved()).isEqualTo(Quantity.of(1));
    inventory.post(received("R4", TORCH, 1));
    inventory.post(PlaceOrder.of(OrderId.of("O3"), OrderLine.of("1", TORCH, Quantity.of(3))));

    assertRefused(
        () -> inventory.post(AcceptSubstitute.of(NEW, line, Quantity.of(1), TORCH)),
        ErrorCode.INSUFFICIENT_STOCK,
        "cannot accept line N1/1: 1 units of TORCH are not on the shelf");
    assertThat(line(inventory, line.order()).reserved()).isEqualTo(Quantity.of(1));
  }

  @ParameterizedTest
  @EnumSource
  void accept_kitInsteadOfAnItem_takesItsParts(Store store) {
    items.put(PAIR, ItemTerms.standard().kitOf(Map.of(TORCH, Quantity.of(2))));
    Inventory inventory = open(store);

    inventory.post(accept(2, PAIR));

    assertThat(line(inventory, NEW).reserved()).isEqualTo(Quantity.of(1));
    assertThat(line(inventory, NEW).backordered()).isEqualTo(Quantity.of(1));
    assertThat(inventory.item(TORCH).reserved()).isEqualTo(Quantity.of(2));
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void accept_offerOfTheShop_isNotHeldToTheWindowButToTheWait(Store store) {
    Map<Sku, BackorderTerms> agreed = new HashMap<>();
    Inventory.Builder builder = store == Store.MEMORY
        ? Inventory.inMemory()
        : Inventory.on(Database.h2("window" + System.nanoTime()).emptied());
    Inventory inventory = morning(rules(builder)
        .quoting(sku -> agreed.getOrDefault(sku, BackorderTerms.standard()), Duration.ofMinutes(5))
        .build());
    agreed.put(LAMP, BackorderTerms.standard().withCancellation(0));
    agreed.put(TORCH, BackorderTerms.standard().withLongestWait(3));
    now = now.plus(Duration.ofDays(9));

    assertRefused(
        () -> inventory.post(accept(3, TORCH)),
        ErrorCode.WAIT_TOO_LONG,
        "line N1/1 must be promised by 2026-03-14, within 3 days: unknown");
    assertRefused(
        () -> inventory.post(CancelOrder.line("C1", O1_1).byCustomer()),
        ErrorCode.CANCELLATION_OVER,
        "line O1/1 must be cancelled by a customer by 2026-03-02: 2026-03-11");
    inventory.post(accept(2, TORCH));
    assertThat(line(inventory, NEW).reserved()).isEqualTo(Quantity.of(2));
  }

  @ParameterizedTest
  @EnumSource
  void accept_historyIsReplayedOrImported_isTheSameThere(Store store) throws IOException {
    Inventory inventory = open(store);
    Outcome outcome = inventory.post(accept(3, TORCH));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    inventory.export(out);

    for (Inventory other : List.of(
        rules(Inventory.inMemory()).replaying(records(inventory)).build(),
        rules(Inventory.on(Database.h2("replayed" + System.nanoTime()).emptied()))
            .replaying(records(inventory))
            .build(),
        rules(Inventory.inMemory())
            .importing(new ByteArrayInputStream(out.toByteArray()))
            .build())) {
      assertThat(other.post(accept(3, TORCH))).isEqualTo(outcome);
      assertThat(records(other)).hasToString(records(inventory).toString());
      assertThat(other.order(NEW)).isEqualTo(inventory.order(NEW));
      assertThat(other.order(O1_1.order())).isEqualTo(inventory.order(O1_1.order()));
      assertThat(other.verify().isSound()).isTrue();
    }
  }
}
