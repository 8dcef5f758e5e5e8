package io.backorder.jdbc;

import io.backorder.demand.PlaceInLine;
import java.nio.ByteBuffer;

/**
 * The keys of a place in line as bytes that a database orders as the keys are ordered: eight bytes for
 * each key, most significant first, with the sign turned round.
 */
final class Rank {

  private Rank() {}

  static byte[] of(PlaceInLine place) {
    long[] keys = place.keys();
    ByteBuffer bytes = ByteBuffer.allocate(keys.length * Long.BYTES);
    for (long key : keys) {
      bytes.putLong(key ^ Long.MIN_VALUE);
    }
    return bytes.array();
  }

  static PlaceInLine place(long arrival, byte[] rank) {
    if (rank.length == 0) {
      return PlaceInLine.of(arrival);
    }
    if (rank.length % Long.BYTES != 0) {
      throw new IllegalArgumentException("rank must be of whole keys: " + rank.length);
    }
    ByteBuffer bytes = ByteBuffer.wrap(rank);
    long[] keys = new long[rank.length / Long.BYTES];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = bytes.getLong() ^ Long.MIN_VALUE;
    }
    return PlaceInLine.ranked(arrival, keys);
  }
}
