package io.backorder.store;

import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.SourceDocument;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The records of all items, in chunks that never move.
 *
 * <p>Positions are given out under a short lock, together with a time that never runs back. The
 * records are then put in place by the thread that wrote them, so that a reader stops where a record
 * is still missing and never sees a gap. This type is thread-safe.
 */
final class MemoryLedger {

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private volatile List<AtomicReferenceArray<LedgerRecord>> chunks = List.of();
  private long last;
  private Instant latest = Instant.MIN;

  /** Gives out positions for the entries of one document. */
  synchronized Stretch allot(SourceDocument document, Instant now, int entries) {
    long first = last + 1;
    last += entries;
    latest = now.isAfter(latest) ? now : latest;
    if ((last >> CHUNK_BITS) >= chunks.size()) {
      grow();
    }
    return new Stretch(first, new Cause(document, latest));
  }

  private void grow() {
    List<AtomicReferenceArray<LedgerRecord>> more = new ArrayList<>(chunks);
    while ((last >> CHUNK_BITS) >= more.size()) {
      more.add(new AtomicReferenceArray<>(CHUNK));
    }
    chunks = more;
  }

  LedgerRecord put(Stretch stretch, int index, long sequence, LedgerEntry entry) {
    long position = stretch.first + index;
    LedgerRecord record = new LedgerRecord(position, sequence, stretch.cause, entry);
    chunks.get((int) (position >> CHUNK_BITS)).setRelease((int) (position & (CHUNK - 1)), record);
    return record;
  }

  /** Takes a record of another ledger over, at the end. */
  synchronized void restore(LedgerRecord record) {
    if (record.position() != last + 1) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "position must be %d: %d".formatted(last + 1, record.position()),
          Facts.of("asked", record.position()).and("allowed", last + 1));
    }
    Stretch stretch = allot(record.cause().document(), record.recordedAt(), 1);
    int chunk = (int) (stretch.first >> CHUNK_BITS);
    chunks.get(chunk).setRelease((int) (stretch.first & (CHUNK - 1)), record);
  }

  List<LedgerRecord> after(long position, int limit) {
    List<LedgerRecord> found = new ArrayList<>(Math.min(limit, 1024));
    List<AtomicReferenceArray<LedgerRecord>> all = chunks;
    for (long next = position + 1; found.size() < limit; next++) {
      int chunk = (int) (next >> CHUNK_BITS);
      LedgerRecord record =
          chunk < all.size() ? all.get(chunk).getAcquire((int) (next & (CHUNK - 1))) : null;
      if (record == null) {
        break;
      }
      found.add(record);
    }
    return found;
  }

  synchronized long size() {
    return last;
  }

  @Override
  public String toString() {
    return "%d records in %s".formatted(size(), Arrays.asList(chunks.size()));
  }

  /** Positions that belong to one document. */
  record Stretch(long first, Cause cause) {}
}
