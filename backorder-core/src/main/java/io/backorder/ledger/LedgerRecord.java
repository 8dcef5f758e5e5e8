package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.proof.Digest;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry with its place in the ledger, its time, the document that caused it, and the value
 * that ties it to the item's record before it.
 *
 * <p>Two records are equal if they tell the same; the chain values follow from that and are not
 * compared. This type is immutable and thread-safe.
 */
public final class LedgerRecord {

  private final long position;
  private final long sequence;
  private final Cause cause;
  private final LedgerEntry entry;
  private final @Nullable Supplier<Digest> chain;

  /**
   * Makes a record that carries no chain value yet.
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
    this.chain = null;
  }

  private LedgerRecord(LedgerRecord record, Supplier<Digest> chain) {
    this.position = record.position;
    this.sequence = record.sequence;
    this.cause = record.cause;
    this.entry = record.entry;
    this.chain = chain;
  }

  /**
   * Reads a record from its canonical form. The form is not trusted: that the chain value follows from
   * the records before is for the reader to check.
   *
   * @param position the place in the whole ledger, which the form does not tell
   * @param document the document that the form names
   * @param canonical the form, as {@link #canonical} gives it
   * @return the record
   * @throws InvalidValueException with {@code UNKNOWN_EVENT} if the version or the kind of entry is not
   *     known here, with {@code IMPORT_INVALID} if the bytes are no such form
   */
  public static LedgerRecord read(long position, SourceDocument document, byte[] canonical) {
    LedgerRecord record;
    try {
      record = new EntryDecoder(new Decoder(canonical)).record(position, document);
    } catch (InvalidValueException e) {
      boolean known = e.code() == ErrorCode.UNKNOWN_EVENT || e.code() == ErrorCode.IMPORT_INVALID;
      throw known ? e : Decoder.invalid("record must have valid parts: " + e.getMessage());
    } catch (DateTimeException | ArithmeticException e) {
      throw Decoder.invalid("record must have valid parts: " + e.getMessage());
    }
    if (!Arrays.equals(record.canonical(), canonical)) {
      throw Decoder.invalid("record must be in its canonical form");
    }
    return record;
  }

  /**
   * Returns this record with a chain value.
   *
   * @param value the value, as it was stored
   * @return the record
   */
  public LedgerRecord chained(Digest value) {
    requireNonNull(value, "chain");
    return new LedgerRecord(this, () -> value);
  }

  /**
   * Returns this record with a chain value that is computed when somebody asks.
   *
   * @param value gives the value
   * @return the record
   */
  public LedgerRecord chained(Supplier<Digest> value) {
    return new LedgerRecord(this, requireNonNull(value, "chain"));
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

  /**
   * Returns the value that ties the record to the item's record before it, see {@link HashChain}. Where
   * the ledger is in memory it is computed now.
   *
   * @return the value
   * @throws IllegalStateException if the record was made by hand and given no value
   */
  public Digest chain() {
    if (chain == null) {
      throw new IllegalStateException(
          "record must come from a ledger to carry a chain value: " + this);
    }
    return chain.get();
  }

  /**
   * Returns the canonical form: the version, the sequence number, the document's key, the time, the
   * entry and the chain value. No two records have the same form. It is what proofs are about.
   *
   * @return the bytes
   */
  public byte[] canonical() {
    Encoder bytes = new Encoder();
    new EntryEncoder(bytes).put(sequence, cause, entry);
    bytes.putDigest(chain());
    return bytes.toBytes();
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
