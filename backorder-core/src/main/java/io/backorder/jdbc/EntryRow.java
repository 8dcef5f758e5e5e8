package io.backorder.jdbc;

import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.proof.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of the ledger, as it was read.
 *
 * @param index its place among the entries of its document, from 0
 * @param sequence its place among the records of its item, from 1
 * @param entry what happened
 * @param chain its chain value
 */
record EntryRow(int index, long sequence, LedgerEntry entry, Digest chain) {

  /** Reads rows; the terms of an order are those of the document that opened it. */
  static final String SELECT =
      "SELECT e.document, e.entry_index, e.sku, e.item_sequence, e.kind, e.order_no, e.line_no,"
          + " e.arrival, e.place_rank, e.hold_no, e.until_at, e.cart_units, e.due_day, e.location,"
          + " e.to_location, e.units, e.before_units, e.waited, e.reason, e.restocking, e.tally_group,"
          + " e.tally_from, e.supply_no, e.due_at, e.due_before, e.supplier, e.ordered_at, e.excess,"
          + " e.chain,"
          + " d.channel, d.customer, d.priority, d.delivery, d.shortage, d.splits_from,"
          + " d.at_least"
          + " FROM $ledger_entry e JOIN $document d ON d.id = e.document";

  static EntryRow read(ResultSet row, Dialect dialect) throws SQLException {
    return new EntryRow(
        row.getInt("entry_index"),
        row.getLong("item_sequence"),
        EntryReading.read(row, dialect),
        Digest.of(row.getBytes("chain")));
  }

  LedgerRecord record(DocumentReader.Header header, SourceDocument document) {
    long first = header.stored().firstPosition();
    LedgerRecord.Cause cause = new LedgerRecord.Cause(document, header.recordedAt());
    return new LedgerRecord(first == 0 ? 0 : first + index, sequence, cause, entry).chained(chain);
  }
}
