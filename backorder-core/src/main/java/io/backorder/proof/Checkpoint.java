package io.backorder.proof;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;

/**
 * What a history was at one moment: how many entries it had, and the Merkle root over them.
 *
 * <p>Stored where whoever keeps the history cannot write, it shows later whether the history still
 * begins with the same entries. This type is immutable and thread-safe.
 *
 * @param size the number of entries, zero or more
 * @param root the root of the {@link MerkleTree} over them
 */
public record Checkpoint(long size, Digest root) {

  /** Rejects a negative size. */
  public Checkpoint {
    requireNonNull(root, "root");
    if (size < 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "size must not be negative: " + size,
          Facts.of("field", "size").and("asked", size).and("allowed", 0));
    }
  }

  /**
   * Returns the checkpoint of a text as {@link #toString} gives it.
   *
   * @param text the size, a blank, and the root as 64 hexadecimal digits
   * @return the checkpoint
   * @throws InvalidValueException with {@code INVALID_IDENTIFIER} if the text is anything else
   */
  public static Checkpoint parse(String text) {
    int blank = requireNonNull(text, "checkpoint").indexOf(' ');
    if (blank < 1 || !text.substring(0, blank).matches("0|[1-9][0-9]{0,17}")) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "checkpoint must be a size, a blank and a root: a text of %d characters"
              .formatted(text.length()),
          Facts.of("field", "checkpoint").and("asked", text.length()));
    }
    long size = Long.parseLong(text.substring(0, blank));
    return new Checkpoint(size, Digest.parse(text.substring(blank + 1)));
  }

  @Override
  public String toString() {
    return size + " " + root;
  }
}
