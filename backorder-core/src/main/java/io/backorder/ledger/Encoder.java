package io.backorder.ledger;

import io.backorder.proof.Digest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;

/**
 * A buffer of canonical bytes. Numbers are big-endian and of fixed width; a text is its length in bytes
 * and its UTF-8, in which a lone surrogate keeps its own three bytes, so that no two texts are alike.
 *
 * <p>It is confined to one thread and may be used again.
 */
final class Encoder {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[512];
  private int size;

  void clear() {
    size = 0;
  }

  byte[] buffer() {
    return bytes;
  }

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  void putByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void putInt(int value) {
    reserve(Integer.BYTES);
    writeInt(size, value);
    size += Integer.BYTES;
  }

  private void writeInt(int at, int value) {
    INT.set(bytes, at, value);
  }

  void putLong(long value) {
    reserve(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** The ledger's time, which is in whole microseconds. */
  void putMicros(Instant instant) {
    putLong(Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000));
  }

  /** Any instant, to the nanosecond. */
  void putInstant(Instant instant) {
    putLong(instant.getEpochSecond());
    putInt(instant.getNano());
  }

  void putDigest(Digest digest) {
    reserve(Digest.LENGTH);
    digest.copyTo(bytes, size);
    size += Digest.LENGTH;
  }

  void putText(String text) {
    int length = text.length();
    reserve(Integer.BYTES + 3 * length);
    byte[] target = bytes; // in local variables, which the loop keeps in registers
    int start = size + Integer.BYTES;
    int plain = 0;
    while (plain < length && text.charAt(plain) < 0x80) {
      target[start + plain] = (byte) text.charAt(plain);
      plain++;
    }
    size = start + plain;
    if (plain < length) {
      putUnusual(text, plain);
    }
    writeInt(start - Integer.BYTES, size - start);
  }

  private void putUnusual(String text, int from) {
    int codePoint;
    for (int i = from; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (codePoint < 0x80) {
        bytes[size++] = (byte) codePoint;
      } else if (codePoint < 0x800) {
        bytes[size++] = (byte) (0xC0 | (codePoint >> 6));
        putTail(codePoint, 0);
      } else if (codePoint < 0x10000) {
        bytes[size++] = (byte) (0xE0 | (codePoint >> 12));
        putTail(codePoint, 6);
      } else {
        bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
        putTail(codePoint, 12);
      }
    }
  }

  /** The bytes behind the first: six bits each, from the given bit down. */
  private void putTail(int codePoint, int from) {
    for (int bit = from; bit >= 0; bit -= 6) {
      bytes[size++] = (byte) (0x80 | ((codePoint >> bit) & 0x3F));
    }
  }
}
