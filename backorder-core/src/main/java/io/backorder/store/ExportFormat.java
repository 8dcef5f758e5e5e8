package io.backorder.store;

import io.backorder.ledger.LedgerRecord.Cause;
import java.util.Comparator;

/**
 * The bytes of an export, version 1. Numbers are big-endian; a text is the number of its bytes and its
 * UTF-8.
 *
 * <pre>
 * magic (8), version (4), horizon of documents and of orders (8 each, microseconds)
 * for each document in the order of the ledger, then for each that wrote no record, by time and key:
 *   'D', kind (text), number (text), recorded at (8, microseconds), content, number of records (4)
 *     content: 0 for an order, which its records tell; 1 if archived;
 *              2, number of fields (4), name and value of each (texts)
 *   for each record: 'R', length (4), canonical form with the chain value
 * 'H', number of items (4), for each in their order: SKU (text), records (8), last chain value (32)
 * 'T', documents (8), records (8), Merkle root over the canonical forms (32)
 * SHA-256 of all bytes before it (32)
 * </pre>
 */
final class ExportFormat {

  static final int VERSION = 1;

  static final byte DOCUMENT = 'D';
  static final byte RECORD = 'R';
  static final byte HEADS = 'H';
  static final byte TRAILER = 'T';

  static final byte AS_RECORDED = 0;
  static final byte ARCHIVED = 1;
  static final byte FIELDS = 2;

  /** The most bytes of a record or a text; more is refused before room is made for it. */
  static final int MOST_BYTES = 1 << 20;

  /** The order of the documents that wrote no record. */
  static final Comparator<Cause> BY_TIME = Comparator.comparing(Cause::recordedAt)
      .thenComparing(cause -> cause.document().id().kind().name())
      .thenComparing(cause -> cause.document().id().number());

  private ExportFormat() {}

  /** What every export begins with: no text does, and a transfer as text would damage it. */
  static byte[] magic() {
    return new byte[] {(byte) 0x8B, 'B', 'K', 'O', 'R', 'D', '\r', '\n'};
  }
}
