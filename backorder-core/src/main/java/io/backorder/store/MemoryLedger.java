package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of all items, as columns in chunks that never move; record objects are made when
 * somebody reads.
 *
 * <p>Positions are given out under a short lock, together with a time that never runs back. The
 * columns are then filled by the thread that wrote, which makes a row visible last, so that a reader
 * stops where a row is still missing and never sees a gap. This type is thread-safe.
 */
final class MemoryLedger {

  private volatile EntryChunk[] chunks = {};
  private volatile CauseChunk[] causes = {};
  private long last;
  private long documents;
  private Instant latest = Instant.MIN;

  /** Gives out positions for the entries of one document. */
  synchronized Stretch allot(Posted document, Instant now, int entries) {
    long first = last + 1;
    last += entries;
    latest = now.isAfter(latest) ? now : latest;
    while (EntryChunk.of(last) >= chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length + 1);
      chunks[chunks.length - 1] = new EntryChunk();
    }
    return new Stretch(first, note(document, latest));
  }

  private int note(Posted document, Instant at) {
    int cause = Math.toIntExact(documents++);
    if (CauseChunk.of(cause) >= causes.length) {
      causes = Arrays.copyOf(causes, causes.length + 1);
      causes[causes.length - 1] = new CauseChunk();
    }
    causes[CauseChunk.of(cause)].put(cause, document, at);
    return cause;
  }

  List<LedgerRecord> after(long position, int limit) {
    List<LedgerRecord> found = new ArrayList<>(Math.min(limit, 1024));
    EntryChunk[] all = chunks;
    Cause cause = null;
    int known = -1;
    for (long next = position + 1; found.size() < limit; next++) {
      EntryChunk chunk = EntryChunk.of(next) < all.length ? all[EntryChunk.of(next)] : null;
      if (chunk == null || !chunk.has(next)) {
        break;
      }
      if (cause == null || chunk.cause(next) != known) {
        known = chunk.cause(next);
        cause = cause(known);
      }
      found.add(record(chunk, next, cause));
    }
    return found;
  }

  /** The records of one item, whose lock is held. */
  List<LedgerRecord> of(Trail trail) {
    List<LedgerRecord> found = new ArrayList<>();
    for (long next = trail.last; next > 0; next = chunkOf(next).previous(next)) {
      found.add(record(chunkOf(next), next, cause(chunkOf(next).cause(next))));
    }
    Collections.reverse(found);
    return found;
  }

  private EntryChunk chunkOf(long position) {
    return chunks[EntryChunk.of(position)];
  }

  private LedgerRecord record(EntryChunk chunk, long position, Cause cause) {
    LedgerEntry entry = chunk.entry(position);
    return new LedgerRecord(position, chunk.sequence(position), cause, entry);
  }

  private Cause cause(int cause) {
    return causes[CauseChunk.of(cause)].cause(cause, this);
  }

  synchronized long size() {
    return last;
  }

  /** Rejects a record that is not the next one, when another ledger is taken over. */
  void requireNext(LedgerRecord record) {
    long next = size() + 1;
    if (record.position() != next) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "position must be %d: %d".formatted(next, record.position()),
          Facts.of("asked", record.position()).and("allowed", next));
    }
  }

  @Override
  public String toString() {
    return "%d records".formatted(size());
  }

  /** Positions that belong to one document. */
  final class Stretch {

    private final long first;
    private final int cause;

    private Stretch(long first, int cause) {
      this.first = first;
      this.cause = cause;
    }

    long first() {
      return first;
    }

    /** Writes an entry behind the item's last one; its subject is a claim, or else the item. */
    void put(int index, LedgerEntry entry, Trail trail, Object subject) {
      long position = first + index;
      EntryChunk chunk = chunkOf(position);
      chunk.link(position, cause, trail);
      trail.extend(position);
      chunk.show(position, entry, subject);
    }
  }

  /** The records of one item: how many, and the last one, from which each leads to the one before. */
  static final class Trail {

    private long length;
    private long last;

    private void extend(long position) {
      length++;
      last = position;
    }

    long length() {
      return length;
    }

    long last() {
      return last;
    }
  }

  /** Documents and when they were posted, one row each. */
  private static final class CauseChunk {

    private static final int BITS = 12;

    private final @Nullable Posted[] documents = new Posted[1 << BITS];
    private final long[] seconds = new long[1 << BITS];
    private final int[] nanos = new int[1 << BITS];

    static int of(int cause) {
      return cause >> BITS;
    }

    private static int row(int cause) {
      return cause & ((1 << BITS) - 1);
    }

    void put(int cause, Posted document, Instant at) {
      documents[row(cause)] = document;
      seconds[row(cause)] = at.getEpochSecond();
      nanos[row(cause)] = at.getNano();
    }

    Cause cause(int cause, MemoryLedger ledger) {
      Posted posted = requireNonNull(documents[row(cause)], "document");
      Instant at = Instant.ofEpochSecond(seconds[row(cause)], nanos[row(cause)]);
      return new Cause(posted.document(ledger), at);
    }
  }
}
