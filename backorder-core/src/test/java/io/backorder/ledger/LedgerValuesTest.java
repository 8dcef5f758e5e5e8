package io.backorder.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.proof.Verification;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LedgerValuesTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderLineId LINE = OrderLineId.of("O", "1");
  private static final Quantity TWO = Quantity.of(2);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @EnumSource
  void documentId_ofEachKind_isAnotherDocument(DocumentKind kind) {
    for (DocumentKind other : DocumentKind.values()) {
      boolean same = new DocumentId(kind, "7").equals(new DocumentId(other, "7"));
      assertThat(same).isEqualTo(kind == other);
    }
  }

  @Test
  void documentId_asText_isKindAndNumber() {
    assertThat(new DocumentId(DocumentKind.RECEIVE, "R 7")).hasToString("receive R 7");
  }

  @Test
  void claim_ofEqualParts_isEqual() {
    Claim claim = new Claim(LINE, LAMP, PlaceInLine.of(1));

    assertThat(claim).isEqualTo(new Claim(LINE, LAMP, PlaceInLine.of(1)));
    assertThat(claim).isNotEqualTo(new Claim(LINE, LAMP, PlaceInLine.of(2)));
  }

  @Test
  void cartLine_ofEqualParts_isEqual() {
    OrderLine line = OrderLine.of("1", LAMP, TWO);
    CartLine cart = new CartLine(HoldId.of("H"), line, NOON);

    assertThat(cart).isEqualTo(new CartLine(HoldId.of("H"), line, NOON));
    assertThat(cart).isNotEqualTo(new CartLine(HoldId.of("H"), line, NOON.plusNanos(1000)));
  }

  private static LedgerRecord record() {
    SourceDocument receipt = new SourceDocument() {
      @Override
      public DocumentId id() {
        return new DocumentId(DocumentKind.RECEIVE, "R");
      }

      @Override
      public Map<String, String> content() {
        return Map.of();
      }
    };
    return new LedgerRecord(
        5, 2, new LedgerRecord.Cause(receipt, NOON), new LedgerEntry.Received(LAMP, MAIN, TWO));
  }

  @Test
  void ledgerRecord_tells_whereWhenWhyAndWhat() {
    LedgerRecord record = record();

    assertThat(record.position()).isEqualTo(5);
    assertThat(record.sequence()).isEqualTo(2);
    assertThat(record.recordedAt()).isEqualTo(NOON);
    assertThat(record.document()).isEqualTo(new DocumentId(DocumentKind.RECEIVE, "R"));
    assertThat(record.entry().sku()).isEqualTo(LAMP);
    assertThat(record.toString()).startsWith("5 2026-03-02T12:00:00Z receive R: Received[");
  }

  @Test
  @SuppressWarnings("NullAway") // the point of the test
  void ledgerRecord_missingParts_areNamed() {
    LedgerRecord.Cause cause = record().cause();
    LedgerEntry entry = record().entry();
    assertThatNullPointerException()
        .isThrownBy(() -> new LedgerRecord(1, 1, null, entry))
        .withMessage("cause");
    assertThatNullPointerException()
        .isThrownBy(() -> new LedgerRecord(1, 1, cause, null))
        .withMessage("entry");
  }

  @Test
  void verification_withoutADifference_isSound() {
    assertThat(new Verification(3, Optional.empty()).isSound()).isTrue();
    assertThat(new Verification(3, Optional.of("on hand @MAIN of LAMP: 1, by the ledger 2")))
        .extracting(Verification::isSound)
        .isEqualTo(false);
  }

  private static PromiseRevision revision(Optional<LocalDate> to) {
    DocumentId close = new DocumentId(DocumentKind.CLOSE_SUPPLY, "PO-1");
    PromiseCause cause = new PromiseCause(
        PromiseCause.Kind.SUPPLY_CLOSED, close, Instant.EPOCH, Optional.of(SupplyId.of("PO-1")));
    return new PromiseRevision(Optional.of(LocalDate.EPOCH), to, cause);
  }

  @Test
  void events_asText_areOneLineForPeople() {
    LocationId east = LocationId.of("EAST");
    HoldId hold = HoldId.of("H");
    OrderId order = OrderId.of("O");
    Supply supply = Supply.of(SupplyId.of("PO-1"), StockUnits.of(LAMP, MAIN, TWO), NOON);
    assertThat(new InventoryEvent[] {
          new InventoryEvent.ReceivedStock(LAMP, MAIN, TWO),
          new InventoryEvent.Reserved(LINE, LAMP, MAIN, TWO),
          new InventoryEvent.Backordered(LINE, LAMP, TWO),
          new InventoryEvent.BackorderFilled(LINE, LAMP, MAIN, TWO),
          new InventoryEvent.Refused(LINE, LAMP, TWO),
          new InventoryEvent.Released(LINE, LAMP, MAIN, TWO),
          new InventoryEvent.Cancelled(LINE, LAMP, TWO),
          new InventoryEvent.Shipped(LINE, LAMP, MAIN, TWO),
          new InventoryEvent.Returned(LINE, StockUnits.of(LAMP, MAIN, TWO), Restocking.TO_STOCK),
          new InventoryEvent.Adjusted(LAMP, MAIN, -2, "broken"),
          new InventoryEvent.OrderReady(order),
          new InventoryEvent.OrderClosed(order),
          new InventoryEvent.HoldPlaced(hold),
          new InventoryEvent.HoldConfirmed(hold, order),
          new InventoryEvent.HoldReleased(hold),
          new InventoryEvent.HoldExpired(hold),
          new InventoryEvent.HoldReduced(hold, LAMP, MAIN, TWO),
          new InventoryEvent.Changed(LINE, LAMP, Quantity.of(10), Quantity.of(7)),
          new InventoryEvent.Transferred(LAMP, MAIN, east, TWO),
          new InventoryEvent.LostReservation(LINE, LAMP, MAIN, TWO),
          new InventoryEvent.StockSent(supply.id(), StockUnits.of(LAMP, MAIN, TWO)),
          new InventoryEvent.PromiseMade(LINE, LAMP, LocalDate.EPOCH),
          new InventoryEvent.PromiseRevised(LINE, LAMP, revision(Optional.empty())),
          new InventoryEvent.PromiseRevised(
              LINE, LAMP, revision(Optional.of(LocalDate.EPOCH.plusDays(7)))),
          new InventoryEvent.Reallocated(LINE, LAMP, MAIN, TWO),
          new InventoryEvent.AllocationFailed(LAMP, "mine", "no plan"),
          new InventoryEvent.SupplyAnnounced(supply),
          new InventoryEvent.SupplyRescheduled(
              supply.id(), LAMP, supply.schedule(), supply.schedule()),
          new InventoryEvent.SupplyClosed(supply.id(), LAMP, TWO)
        })
        .extracting(InventoryEvent::toString)
        .containsExactly(
            "ReceivedStock LAMP@MAIN 2",
            "Reserved O/1 2 LAMP@MAIN",
            "Backordered O/1 2",
            "BackorderFilled O/1 2 LAMP@MAIN",
            "Refused O/1 2",
            "Released O/1 2 LAMP@MAIN",
            "Cancelled O/1 2",
            "Shipped O/1 2 LAMP@MAIN",
            "Returned O/1 2 LAMP@MAIN",
            "Adjusted LAMP@MAIN -2",
            "OrderReady O",
            "OrderClosed O",
            "HoldPlaced H",
            "HoldConfirmed H",
            "HoldReleased H",
            "HoldExpired H",
            "HoldReduced H 2 LAMP@MAIN",
            "Changed O/1 10 7",
            "Transferred LAMP MAIN EAST 2",
            "LostReservation O/1 2 LAMP@MAIN",
            "StockSent PO-1 2 LAMP@MAIN",
            "PromiseMade O/1 1970-01-01",
            "PromiseRevised O/1 1970-01-01 unknown",
            "PromiseRevised O/1 1970-01-01 1970-01-08",
            "Reallocated O/1 2 LAMP@MAIN",
            "AllocationFailed LAMP mine: no plan",
            "SupplyAnnounced PO-1 2",
            "SupplyRescheduled PO-1",
            "SupplyClosed PO-1");
  }
}
