package io.backorder.ledger;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what an {@link Encoder} wrote. It never makes room for more than is there. */
final class Decoder {

  private final ByteBuffer bytes;

  Decoder(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }

  private void require(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw invalid("record must go on for %d bytes at byte %d: %d"
          .formatted(length, bytes.position(), bytes.remaining()));
    }
  }

  static InvalidValueException invalid(String message) {
    return new InvalidValueException(ErrorCode.IMPORT_INVALID, message, Facts.NONE);
  }

  static InvalidValueException unknown(String what, int code) {
    return new InvalidValueException(
        ErrorCode.UNKNOWN_EVENT,
        "%s must be one that this version knows: %d".formatted(what, code),
        Facts.of("field", what).and("asked", code));
  }

  int getByte() {
    require(1);
    return bytes.get() & 0xFF;
  }

  int getInt() {
    require(Integer.BYTES);
    return bytes.getInt();
  }

  long getLong() {
    require(Long.BYTES);
    return bytes.getLong();
  }

  Instant getMicros() {
    long micros = getLong();
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  Instant getInstant() {
    long seconds = getLong();
    return Instant.ofEpochSecond(seconds, getInt());
  }

  byte[] getBytes(int length) {
    require(length);
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }

  /** A text; identifiers have no lone surrogate, so that only real UTF-8 is read. */
  String getText() {
    byte[] text = getBytes(getInt());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw invalid("text must be UTF-8, before byte %d".formatted(bytes.position()));
    }
  }
}
