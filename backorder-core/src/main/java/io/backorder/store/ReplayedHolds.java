package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import java.util.List;

/** Opens and closes the holds of a history. */
final class ReplayedHolds {

  private final MemoryUnitOfWork memory;

  ReplayedHolds(MemoryUnitOfWork memory) {
    this.memory = memory;
  }

  void open(Cause cause, List<LedgerRecord> records) {
    List<LedgerEntry> entries = records.stream().map(LedgerRecord::entry).toList();
    Restored.hold(cause, entries).ifPresent(hold -> {
      memory.holds().put(hold.id(), hold);
      memory.openHolds().add(hold);
      closeIfEnded(hold);
    });
  }

  /** A hold that wrote no record is told of behind the document that ended it. */
  private void closeIfEnded(HoldState hold) {
    String number = hold.id().value();
    if (memory.register().find(DocumentKind.CONFIRM, number) != null) {
      close(new DocumentId(DocumentKind.CONFIRM, number));
    } else if (memory.register().find(DocumentKind.RELEASE, number) != null) {
      close(new DocumentId(DocumentKind.RELEASE, number));
    }
  }

  /** Closes a hold, if the document is one that ends a hold. */
  void close(DocumentId document) {
    boolean confirms = document.kind() == DocumentKind.CONFIRM;
    if (confirms || document.kind() == DocumentKind.RELEASE) {
      HoldState hold = memory.holds().get(HoldId.of(document.number()));
      if (hold != null) {
        hold.close(confirms ? HoldState.End.CONFIRMED : HoldState.End.RELEASED);
        memory.openHolds().remove(hold);
      }
    }
  }
}
