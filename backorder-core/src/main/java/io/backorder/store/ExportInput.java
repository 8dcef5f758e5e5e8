package io.backorder.store;

import io.backorder.proof.Digest;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** The bytes of an export, counted and hashed while they are read. */
final class ExportInput {

  private final InputStream in;
  private final MessageDigest function = Digest.function();
  private long read;

  ExportInput(InputStream source) {
    in = new BufferedInputStream(source, 1 << 16);
  }

  /** The number of bytes that were read. */
  long read() {
    return read;
  }

  static InvalidValueException invalid(String message) {
    return new InvalidValueException(ErrorCode.IMPORT_INVALID, message, Facts.NONE);
  }

  /** Room is made as bytes arrive, so that a length that lies takes none. */
  byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw invalid("export must not end here");
    }
    read += length;
    function.update(bytes);
    return bytes;
  }

  byte[] sized() throws IOException {
    int length = integer();
    if (length < 0 || length > ExportFormat.MOST_BYTES) {
      throw invalid("length must be from 0 to %d: %d".formatted(ExportFormat.MOST_BYTES, length));
    }
    return bytes(length);
  }

  byte single() throws IOException {
    return bytes(1)[0];
  }

  int integer() throws IOException {
    return ByteBuffer.wrap(bytes(Integer.BYTES)).getInt();
  }

  /** A number of things that follow. */
  int count() throws IOException {
    int count = integer();
    if (count < 0) {
      throw invalid("count must not be negative: " + count);
    }
    return count;
  }

  long number() throws IOException {
    return ByteBuffer.wrap(bytes(Long.BYTES)).getLong();
  }

  Instant instant() throws IOException {
    return Micros.instant(number());
  }

  Digest digest() throws IOException {
    return Digest.of(bytes(Digest.LENGTH));
  }

  String text() throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(sized()))
          .toString();
    } catch (CharacterCodingException e) {
      throw invalid("text must be UTF-8");
    }
  }

  void expect(byte tag) throws IOException {
    byte found = single();
    if (found != tag) {
      throw invalid("part must be %c: byte %d".formatted(tag, found));
    }
  }

  /** The digest of everything so far must follow, and nothing else. */
  void requireEnd() throws IOException {
    Digest found = Digest.from(function);
    if (!digest().equals(found)) {
      throw invalid("export must have the digest that it ends with: " + found);
    }
    if (in.read() != -1) {
      throw invalid("export must end here");
    }
  }
}
