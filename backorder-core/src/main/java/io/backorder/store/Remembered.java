package io.backorder.store;

import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import java.util.List;

/**
 * A document that was posted before, with what it did.
 *
 * @param document the document as it was first posted
 * @param records the ledger records that it caused, in order
 */
public record Remembered(SourceDocument document, List<LedgerRecord> records) {

  /** Copies the records. */
  public Remembered {
    records = List.copyOf(records);
  }
}
