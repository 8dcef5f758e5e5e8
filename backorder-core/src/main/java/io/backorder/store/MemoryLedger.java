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

  private final MemoryChains chains = new MemoryChains(this);
  private volatile EntryChunk[] chunks = {};
  private volatile CauseChunk[] causes = {};
  private long last;
  private int documents;
  private int settled;
  private int forgotten;
  private Instant latest = Instant.MIN;

  /** Gives out positions for the entries of one document. */
  synchronized Stretch allot(Posted document, Instant now, int entries) {
    long first = last + 1;
    last += entries;
    advance(now);
    while (EntryChunk.of(last) >= chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length + 1);
      chunks[chunks.length - 1] = new EntryChunk();
    }
    return new Stretch(first, note(document, latest));
  }

  private int note(Posted document, Instant at) {
    int cause = documents;
    documents = Math.addExact(documents, 1);
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
      found.add(chained(record(chunk, next, cause)));
    }
    return found;
  }

  private LedgerRecord chained(LedgerRecord record) {
    return record.chained(() -> chains.at(record.position()));
  }

  /** The records of one item, whose lock is held. */
  List<LedgerRecord> of(Trail trail) {
    List<LedgerRecord> found = new ArrayList<>();
    for (long next = trail.last; next > 0; next = chunkOf(next).previous(next)) {
      found.add(chained(record(next)));
    }
    Collections.reverse(found);
    return found;
  }

  /** The record at a position, which is shown, without its chain value. */
  LedgerRecord record(long position) {
    EntryChunk chunk = chunkOf(position);
    return record(chunk, position, cause(chunk.cause(position)));
  }

  /** The position of the record before it of the same item, 0 if there is none. */
  long previous(long position) {
    return chunkOf(position).previous(position);
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

  /** Waits for whoever is writing, and returns the number of records, all of which are shown. */
  long awaitAll() {
    long end;
    int first;
    int behind;
    synchronized (this) {
      end = last;
      first = settled;
      behind = documents;
    }
    for (int cause = first; cause < behind; cause++) {
      document(cause).awaitDone();
    }
    synchronized (this) {
      settled = Math.max(settled, behind);
    }
    return end;
  }

  private Posted document(int cause) {
    return causes[CauseChunk.of(cause)].document(cause);
  }

  /** Has no later record be earlier than an instant, and returns the time of the latest. */
  synchronized Instant advance(Instant least) {
    latest = least.isAfter(latest) ? least : latest;
    return latest;
  }

  /** Forgets the content of documents that were posted before an instant; returns how many. */
  synchronized long archive(Instant before, Register register) {
    long archived = 0;
    while (forgotten < documents && at(forgotten).isBefore(before)) {
      Posted document = document(forgotten++);
      boolean kept = !document.document(this).id().kind().isRepeatable();
      if (document.archive() && kept) {
        register.forgot();
        archived++;
      }
    }
    return archived;
  }

  private Instant at(int cause) {
    return causes[CauseChunk.of(cause)].at(cause);
  }

  /** Rejects a record that is not the next one, when another ledger is taken over. */
  synchronized void requireNext(LedgerRecord record) {
    long next = last + 1;
    if (record.position() != next) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "position must be %d: %d".formatted(next, record.position()),
          Facts.of("asked", record.position()).and("allowed", next));
    }
  }

  @Override
  public String toString() {
    return "%d chunks of records".formatted(chunks.length);
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

    Posted document(int cause) {
      return requireNonNull(documents[row(cause)], "document");
    }

    Instant at(int cause) {
      return Instant.ofEpochSecond(seconds[row(cause)], nanos[row(cause)]);
    }

    Cause cause(int cause, MemoryLedger ledger) {
      return new Cause(document(cause).document(ledger), at(cause));
    }
  }
}
