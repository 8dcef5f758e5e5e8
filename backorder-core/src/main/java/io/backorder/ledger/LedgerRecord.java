package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A ledger entry with its place in the ledger, its time and the document that caused it.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class LedgerRecord {

  private final long position;
  private final long sequence;
  private final Cause cause;
  private final LedgerEntry entry;

  /**
   * Makes the record.
   *
   * @param position the place in the whole ledger, from 1, without gaps
   * @param sequence the place among the records of the item, from 1, without gaps
   * @param cause the document, and when it was posted
   * @param entry what happened
   */
  public LedgerRecord(long position, long sequence, Cause cause, LedgerEntry entry) {
    this.position = position;
    this.sequence = sequence;
    this.cause = requireNonNull(cause, "cause");
    this.entry = requireNonNull(entry, "entry");
  }

  /**
   * A document, and when it was posted.
   *
   * @param document the document
   * @param recordedAt the ledger's time, in whole microseconds; it never runs back
   */
  public record Cause(SourceDocument document, Instant recordedAt) {}

  /**
   * Returns the place in the whole ledger.
   *
   * @return the position, from 1
   */
  public long position() {
    return position;
  }

  /**
   * Returns the place among the records of the item.
   *
   * @return the sequence number, from 1
   */
  public long sequence() {
    return sequence;
  }

  /**
   * Returns the document, and when it was posted.
   *
   * @return the cause
   */
  public Cause cause() {
    return cause;
  }

  /**
   * Returns the key of the document that caused the entry.
   *
   * @return the document's key
   */
  public DocumentId document() {
    return cause.document().id();
  }

  /**
   * Returns the ledger's time at which the entry was recorded.
   *
   * @return the instant, in whole microseconds
   */
  public Instant recordedAt() {
    return cause.recordedAt();
  }

  /**
   * Returns what happened.
   *
   * @return the entry
   */
  public LedgerEntry entry() {
    return entry;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LedgerRecord that
        && position == that.position
        && sequence == that.sequence
        && cause.equals(that.cause)
        && entry.equals(that.entry);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(position) * 31 + entry.hashCode();
  }

  @Override
  public String toString() {
    return "%d %s %s: %s".formatted(position, recordedAt(), document(), entry);
  }
}
