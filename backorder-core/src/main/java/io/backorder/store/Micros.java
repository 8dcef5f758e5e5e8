package io.backorder.store;

import java.time.Instant;

/** Instants as microseconds since 1970, in which a ledger keeps its time. */
final class Micros {

  private Micros() {}

  static long of(Instant instant) {
    return Math.multiplyExact(instant.getEpochSecond(), 1_000_000L) + instant.getNano() / 1_000;
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }
}
