package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LedgerProofTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private final Inventory inventory = Inventory.inMemory().build();

  @Test
  void of_soundLedger_addsUpAndFindsNothing() {
    sell();

    LedgerProof proof = LedgerProof.of(inventory.ledger());

    assertThat(proof.oversold()).isEmpty();
    assertThat(proof.disorder()).isEmpty();
    assertThat(proof.repeated()).isEmpty();
    assertThat(proof.documents()).isEqualTo(5);
    assertThat(proof.totals()).containsEntry(LAMP, new LedgerProof.Totals(5, 11, 5, 3));
  }

  @Test
  void of_receiptLeftOut_findsWhatWasOversoldAndTheGap() {
    sell();
    List<LedgerRecord> records = new ArrayList<>(inventory.ledger().after(0, 100));
    records.removeIf(record -> record.entry() instanceof LedgerEntry.Received);

    LedgerProof proof = LedgerProof.of(records);

    assertThat(proof.oversold()).isNotEmpty();
    assertThat(proof.disorder()).isNotEmpty();
    assertThat(proof.notOnce(List.of(records.get(0).document().toString(), "PLACE 9")))
        .containsExactly("PLACE 9");
  }

  @Test
  void of_documentTwice_isToldAsRepeated() {
    sell();
    List<LedgerRecord> records = new ArrayList<>(inventory.ledger().after(0, 100));
    records.addAll(inventory.ledger().after(0, 1));

    LedgerProof proof = LedgerProof.of(records);

    assertThat(proof.repeated()).containsExactly(records.get(0).document().toString());
  }

  private void sell() {
    inventory.post(ReceiveStock.of("truck", LAMP, LocationId.of("MAIN"), Quantity.of(5)));
    for (int i = 1; i <= 2; i++) {
      OrderLine line = OrderLine.of("1", LAMP, Quantity.of(i == 1 ? 3 : 8));
      inventory.post(PlaceOrder.of(OrderId.of("order " + i), line));
    }
    inventory.post(CancelOrder.all("cancellation", OrderId.of("order 1")));
    inventory.post(ShipOrder.all("shipment", OrderId.of("order 2")));
  }
}
