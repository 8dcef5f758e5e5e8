package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.ledger.DocumentKind;
import io.backorder.posting.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A1 on PostgreSQL, where a failed statement ends the transaction. */
final class PostgresFaultSweepIT {

  private static final Database DATABASE = Database.postgres("sweep_");

  private static FaultSweep.Failing once(Fault.Moment moment) {
    return new FaultSweep.Failing(moment, Fault.Code.STRANGE, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"PLACE", "RECEIVE", "SHIP", "CONFIRM"})
  void a1_everyCallOfADocumentFails_nothingIsHalfDone(DocumentKind kind) {
    for (Fault.Moment moment : Fault.Moment.values()) {
      FaultSweep sweep =
          new FaultSweep(DATABASE, once(moment), inventory -> inventory.post(Paperwork.of(kind)));
      assertThat(sweep.run(PostgresFaultSweepIT::morning)).isGreaterThan(30);
    }
  }

  @Test
  void a1_everyCallOfAListOfDocumentsFails_nothingIsHalfDone() {
    List<Document> documents = new ArrayList<>();
    for (DocumentKind kind : List.of(DocumentKind.RECEIVE, DocumentKind.PLACE, DocumentKind.SHIP)) {
      documents.add(Paperwork.of(kind));
    }
    FaultSweep sweep = new FaultSweep(
        DATABASE,
        once(Fault.Moment.BEFORE),
        inventory -> inventory.postAll(documents).toString());
    assertThat(sweep.run(PostgresFaultSweepIT::morning)).isGreaterThan(40);
  }

  private static void morning(Inventory inventory) {
    Paperwork.before().forEach(inventory::post);
  }
}
