package io.backorder.proof;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 value (FIPS 180-4): 32 bytes that stand for what was hashed.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Digest {

  /** The number of bytes of a value. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns the value of the given bytes.
   *
   * @param bytes 32 bytes, which are copied
   * @return the value
   * @throws InvalidValueException with {@code INVALID_IDENTIFIER} if there are more or fewer bytes
   */
  public static Digest of(byte[] bytes) {
    if (requireNonNull(bytes, "bytes").length != LENGTH) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "digest must have %d bytes: %d".formatted(LENGTH, bytes.length),
          Facts.of("field", "digest").and("asked", bytes.length).and("allowed", LENGTH));
    }
    return new Digest(bytes.clone());
  }

  /**
   * Returns the value of a text as {@link #toString} gives it.
   *
   * @param hex 64 hexadecimal digits, in either case
   * @return the value
   * @throws InvalidValueException with {@code INVALID_IDENTIFIER} if the text is anything else
   */
  public static Digest parse(String hex) {
    requireNonNull(hex, "digest");
    boolean fits = hex.length() == 2 * LENGTH && hex.chars().allMatch(HexFormat::isHexDigit);
    if (!fits) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "digest must have %d hexadecimal digits: a text of %d characters"
              .formatted(2 * LENGTH, hex.length()),
          Facts.of("field", "digest").and("asked", hex.length()).and("allowed", 2 * LENGTH));
    }
    return new Digest(HexFormat.of().parseHex(hex));
  }

  /**
   * Returns a fresh hash function whose results are digests. It belongs to one thread.
   *
   * @return SHA-256, which every Java platform has
   */
  public static MessageDigest function() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("platform must have SHA-256", e);
    }
  }

  /**
   * Returns the value of everything that a hash function was fed, and resets the function.
   *
   * @param function a function of {@link #function}
   * @return the value
   */
  public static Digest from(MessageDigest function) {
    return new Digest(requireNonNull(function, "function").digest());
  }

  /**
   * Returns the bytes.
   *
   * @return a copy of the 32 bytes
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Writes the bytes into an array.
   *
   * @param target the array
   * @param offset the index of the first byte; 32 bytes must fit behind it
   */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, requireNonNull(target, "target"), offset, LENGTH);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Returns the bytes as 64 hexadecimal digits in lower case. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
