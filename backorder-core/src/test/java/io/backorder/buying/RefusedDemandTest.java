package io.backorder.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a host hears of orders that were refused. */
final class RefusedDemandTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku TORCH = Sku.of("TORCH");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
  private static final Map<Sku, ItemTerms> TERMS = Map.of(
      LAMP,
      ItemTerms.standard().withBackorders(BackorderAllowance.upTo(Quantity.of(4))),
      TORCH,
      ItemTerms.standard().withBackorders(BackorderAllowance.refused()),
      PAIR,
      ItemTerms.standard()
          .withBackorders(BackorderAllowance.refused())
          .kitOf(Map.of(LAMP, Quantity.of(2), TORCH, Quantity.of(1))));

  private final List<RefusedDemand> kept = new ArrayList<>();
  private final Inventory inventory = inventory().refusals(kept::add).build();

  private static Inventory.Builder inventory() {
    return Inventory.inMemory().terms(RefusedDemandTest::terms).clock(() -> NOON);
  }

  private static ItemTerms terms(Sku sku) {
    return TERMS.getOrDefault(sku, ItemTerms.standard());
  }

  private static PlaceOrder order(String order, Sku sku, long units) {
    return PlaceOrder.of(OrderId.of(order), OrderLine.of("1", sku, Quantity.of(units)));
  }

  private void refused(Document document) {
    assertThatExceptionOfType(InventoryException.class).isThrownBy(() -> inventory.post(document));
  }

  private static RefusedDemand.Refusal because(ErrorCode code, Sku item) {
    return new RefusedDemand.Refusal(NOON, code, Optional.of(item));
  }

  private List<String> units() {
    return kept.stream().map(each -> each.sku() + " " + each.quantity()).toList();
  }

  @Test
  void post_orderRefusedForWantOfGoods_tellsOfEveryLine() {
    refused(PlaceOrder.of(
        OrderId.of("A"),
        OrderLine.of("1", LAMP, Quantity.of(3)),
        OrderLine.of("2", TORCH, Quantity.of(1)),
        OrderLine.of("3", LAMP, Quantity.of(1))));

    RefusedDemand.Refusal refusal = because(ErrorCode.BACKORDERS_REFUSED, TORCH);
    assertThat(kept)
        .containsExactly(
            new RefusedDemand(OrderId.of("A"), LAMP, Quantity.of(4), refusal),
            new RefusedDemand(OrderId.of("A"), TORCH, Quantity.of(1), refusal));
    assertThat(kept).map(RefusedDemand::isOfShortItem).containsExactly(false, true);
  }

  @Test
  void post_everyWantOfGoods_isToldOf() {
    refused(order("A", LAMP, 5));
    refused(order("B", TORCH, 1));
    refused(order("C", LAMP, 1).with(OrderTerms.standard().onShortage(ShortageRule.REFUSE_ORDER)));

    assertThat(kept)
        .map(RefusedDemand::refusal)
        .containsExactly(
            because(ErrorCode.BACKORDER_LIMIT, LAMP),
            because(ErrorCode.BACKORDERS_REFUSED, TORCH),
            because(ErrorCode.INSUFFICIENT_STOCK, LAMP));
  }

  @Test
  void post_raiseRefused_tellsOfTheOrderAsItWouldHaveBeen() {
    inventory.post(PlaceOrder.of(
        OrderId.of("A"),
        OrderLine.of("1", LAMP, Quantity.of(1)),
        OrderLine.of("2", LAMP, Quantity.of(2))));

    refused(ChangeLine.of("C-1", OrderLineId.of("A", "2"), Quantity.of(7)));

    assertThat(units()).containsExactly("LAMP 8");
    assertThat(kept.get(0).order()).isEqualTo(OrderId.of("A"));
  }

  @Test
  void post_kitRefused_tellsOfItAndItsParts() {
    refused(PlaceOrder.of(
        OrderId.of("A"),
        OrderLine.of("1", PAIR, Quantity.of(3)),
        OrderLine.of("2", LAMP, Quantity.of(1))));

    assertThat(units()).containsExactlyInAnyOrder("PAIR 3", "LAMP 7", "TORCH 3");
    assertThat(kept).allMatch(RefusedDemand::isOfShortItem);
  }

  @Test
  void post_documentsRefusedForOtherReasons_areNotToldOf() {
    inventory.post(ReceiveStock.of("R-1", LAMP, LocationId.of("MAIN"), Quantity.of(1)));
    inventory.post(order("A", LAMP, 1));
    refused(order("A", LAMP, 2));
    refused(ChangeLine.of("C-1", OrderLineId.of("A", "9"), Quantity.of(7)));
    refused(ChangeLine.of("C-1", OrderLineId.of("Z", "1"), Quantity.of(7)));
    refused(ShipOrder.all("S-1", OrderId.of("Z")));

    assertThat(kept).isEmpty();
  }

  @Test
  void postAll_someRefused_tellsOfThose() {
    inventory.postAll(List.of(order("A", LAMP, 3), order("B", LAMP, 2), order("C", TORCH, 1)));

    assertThat(units()).containsExactly("LAMP 2", "TORCH 1");
  }

  @Test
  void post_keeperFails_leavesTheRefusalAsItIs() {
    Inventory failing = inventory()
        .refusals(demand -> {
          throw new IllegalStateException("disk full");
        })
        .build();

    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> failing.post(order("A", TORCH, 1)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.BACKORDERS_REFUSED))
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void post_anotherItemThanTheKitIsShort_partsAreNot() {
    inventory.post(ReceiveStock.of("R-1", LAMP, LocationId.of("MAIN"), Quantity.of(2)));
    inventory.post(ReceiveStock.of("R-2", TORCH, LocationId.of("MAIN"), Quantity.of(1)));
    refused(PlaceOrder.of(
        OrderId.of("A"),
        OrderLine.of("1", PAIR, Quantity.of(1)),
        OrderLine.of("2", TORCH, Quantity.of(1))));

    assertThat(kept.stream().filter(RefusedDemand::isOfShortItem))
        .map(RefusedDemand::sku)
        .containsExactly(TORCH);
  }

  @Test
  void post_keeperFailsOnEachItem_hearsOfTheOthersNevertheless() {
    Inventory failing = inventory()
        .refusals(demand -> {
          kept.add(demand);
          throw new IllegalStateException("disk full");
        })
        .build();

    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> failing.post(order("A", PAIR, 1)))
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(3));
    assertThat(units()).containsExactlyInAnyOrder("PAIR 1", "LAMP 2", "TORCH 1");
  }

  @Test
  void of_moreThanALongOfAPart_isRefused() {
    List<OrderLine> lines = List.of(OrderLine.of("1", PAIR, Quantity.of(Long.MAX_VALUE)));

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> RefusedDemand.of(
            OrderId.of("A"),
            lines,
            because(ErrorCode.BACKORDER_LIMIT, PAIR),
            sku -> Map.of(LAMP, Quantity.of(2))))
        .withMessage(
            "units of component LAMP must be at most 9223372036854775807: 9223372036854775807 x 2");
  }

  @Test
  void parts_kitsInKits_areTakenApart() {
    Sku box = Sku.of("BOX");
    Inventory shop = Inventory.inMemory()
        .terms(sku -> sku.equals(box)
            ? ItemTerms.standard().kitOf(Map.of(PAIR, Quantity.of(3), LAMP, Quantity.of(1)))
            : terms(sku))
        .build();

    assertThat(shop.parts(box))
        .containsOnly(Map.entry(LAMP, Quantity.of(7)), Map.entry(TORCH, Quantity.of(3)));
    assertThat(shop.parts(LAMP)).isEmpty();
  }
}
