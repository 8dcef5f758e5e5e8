package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.Consent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time asks for, done when the host calls. */
final class MaintenanceTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderLineId LINE = OrderLineId.of("O1", "1");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T09:00:00Z");

  private Instant now = MONDAY;
  private final Inventory inventory = Inventory.inMemory().clock(() -> now).build();

  @BeforeEach
  void letFiveWait() {
    inventory.post(PlaceOrder.of(LINE.order(), OrderLine.of("1", LAMP, Quantity.of(5))));
  }

  private static Consent question(Consent.Answer fallback) {
    return new Consent(LINE, FRIDAY, fallback, Optional.empty());
  }

  private LineStatus line() {
    return inventory.order(LINE.order()).orElseThrow().line("1").orElseThrow();
  }

  @Test
  void maintain_beforeTheDeadline_decidesNothing() {
    now = FRIDAY.minusNanos(1_000);

    assertThat(inventory.maintain(List.of(question(Consent.Answer.CANCEL))).decided())
        .isEmpty();
    assertThat(line().backordered()).isEqualTo(Quantity.of(5));
  }

  @Test
  void maintain_atTheDeadlineWithoutAnswer_appliesWhatTheShopChose() {
    now = FRIDAY;

    Maintenance done = inventory.maintain(List.of(question(Consent.Answer.CANCEL)));

    assertThat(done.decided()).containsEntry(LINE, Consent.Answer.CANCEL);
    assertThat(line().cancelled()).isEqualTo(Quantity.of(5));
  }

  @Test
  void maintain_customerWhoWaits_keepsTheLine() {
    Consent kept = question(Consent.Answer.CANCEL).answered(Consent.Answer.KEEP, MONDAY);
    now = FRIDAY;

    assertThat(inventory.maintain(List.of(kept)).decided())
        .containsEntry(LINE, Consent.Answer.KEEP);
    assertThat(line().backordered()).isEqualTo(Quantity.of(5));
  }

  @Test
  void maintain_goodsThatCameMeanwhile_stayWithTheCustomer() {
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, Quantity.of(2)));
    now = FRIDAY;

    inventory.maintain(List.of(question(Consent.Answer.CANCEL)));

    assertThat(line().reserved()).isEqualTo(Quantity.of(2));
    assertThat(line().cancelled()).isEqualTo(Quantity.of(3));
  }

  @Test
  void maintain_again_changesNothing() {
    now = FRIDAY;
    inventory.maintain(List.of(question(Consent.Answer.CANCEL)));
    long entries = inventory.ledger().size();

    inventory.maintain(List.of(question(Consent.Answer.CANCEL)));

    assertThat(inventory.ledger().size()).isEqualTo(entries);
  }

  @Test
  void maintain_holdsThatAreOver_areSweptAndServeWhoWaits() {
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, Quantity.of(7)));
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofHours(1), List.of(OrderLine.of("1", LAMP, Quantity.of(2)))));
    inventory.post(PlaceOrder.of(OrderId.of("O2"), OrderLine.of("1", LAMP, Quantity.of(1))));
    now = MONDAY.plus(Duration.ofHours(1));

    assertThat(inventory.maintain(List.of()).swept().fills()).hasSize(1);
  }

  @Test
  void maintain_questionOfAnUnknownLine_isRefusedAndNothingIsDone() {
    now = FRIDAY;
    Consent unknown =
        new Consent(OrderLineId.of("O9", "1"), FRIDAY, Consent.Answer.CANCEL, Optional.empty());

    assertThatExceptionOfType(UnknownReferenceException.class)
        .isThrownBy(() -> inventory.maintain(List.of(question(Consent.Answer.CANCEL), unknown)))
        .withMessage("line of a question must have been placed before: O9/1")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_ORDER));
    assertThat(line().backordered()).isEqualTo(Quantity.of(5));
  }
}
