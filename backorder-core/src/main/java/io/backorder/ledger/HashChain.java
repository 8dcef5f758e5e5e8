package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.proof.Digest;
import io.backorder.stock.Sku;
import java.security.MessageDigest;
import java.util.List;
import java.util.OptionalLong;

/**
 * The chain of an item: each of its records carries a value that rests on all records before it.
 *
 * <p>With H for SHA-256, {@code ||} for one after the other, and {@code form} for the canonical form,
 * in which no two records read alike:
 *
 * <pre>
 * c(0) = H(0x03 || version || length of the SKU || SKU)
 * c(n) = H(0x02 || form(record n) || c(n - 1))
 * form = version || n || document || recorded at, in microseconds || entry
 * </pre>
 *
 * <p>The leading bytes keep these values apart from the leaves and nodes of a Merkle tree, which begin
 * with 0x00 and 0x01. The position in the whole ledger and the content of the document are not part of
 * the form. Whoever edits, removes, adds, swaps or repeats a record that is not the last of its item
 * breaks the chain. What a chain alone cannot show is that its end was cut off, or that the whole of it
 * was written anew: that takes a checkpoint that was stored elsewhere.
 *
 * <p>A chain can be folded by one thread over records of any items, in which it uses the same hash
 * function and buffer again; the static methods are thread-safe.
 */
public final class HashChain {

  private static final int LINK = 2;
  private static final int START = 3;

  private final MessageDigest function = Digest.function();
  private final Encoder buffer = new Encoder();
  private final EntryEncoder form = new EntryEncoder(buffer);

  private HashChain() {}

  /**
   * Returns a fold, for whoever computes many values.
   *
   * @return the fold, for one thread
   */
  public static HashChain fold() {
    return new HashChain();
  }

  /**
   * Returns the value before an item's first record.
   *
   * @param sku the item
   * @return the value, which no record carries
   */
  public static Digest start(Sku sku) {
    return new HashChain().begin(requireNonNull(sku, "sku"));
  }

  private Digest begin(Sku sku) {
    buffer.clear();
    buffer.putByte(START);
    buffer.putByte(EntryCodes.VERSION);
    buffer.putText(sku.value());
    return hash();
  }

  /**
   * Returns the value that a record carries.
   *
   * @param previous the value of the item's record before it, or of its start
   * @param sequence the place among the records of the item, from 1
   * @param cause the document, and when it was posted, in whole microseconds
   * @param entry what happened
   * @return the value
   */
  public static Digest next(Digest previous, long sequence, Cause cause, LedgerEntry entry) {
    return new HashChain().link(previous, sequence, cause, entry);
  }

  /**
   * Returns the value that a record carries; the same as {@link #next}, without a hash function and a
   * buffer of its own.
   *
   * @param previous the value of the item's record before it, or of its start
   * @param sequence the place among the records of the item, from 1
   * @param cause the document, and when it was posted, in whole microseconds
   * @param entry what happened
   * @return the value
   */
  public Digest link(Digest previous, long sequence, Cause cause, LedgerEntry entry) {
    buffer.clear();
    buffer.putByte(LINK);
    form.put(sequence, cause, entry);
    buffer.putDigest(previous);
    return hash();
  }

  /**
   * Returns where the chain of an item is broken.
   *
   * @param sku the item
   * @param records what are said to be all its records, in the order of their sequence numbers
   * @return the number, from 1, of the first record that is not of this item, not in its place or does
   *     not carry the value that follows from the records before it; empty if there is none
   */
  public static OptionalLong firstBreak(Sku sku, List<LedgerRecord> records) {
    HashChain chain = new HashChain();
    Digest value = chain.begin(sku);
    for (int i = 0; i < records.size(); i++) {
      LedgerRecord record = records.get(i);
      value = chain.link(value, record.sequence(), record.cause(), record.entry());
      boolean fits = record.sequence() == i + 1L && record.entry().sku().equals(sku);
      if (!fits || !record.chain().equals(value)) {
        return OptionalLong.of(i + 1L);
      }
    }
    return OptionalLong.empty();
  }

  private Digest hash() {
    function.update(buffer.buffer(), 0, buffer.size());
    return Digest.from(function);
  }

  @Override
  public String toString() {
    return "chain of version " + EntryCodes.VERSION;
  }
}
