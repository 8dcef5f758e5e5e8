package io.backorder.picktolight;

/** What became of an answer. */
public enum Reception {

  /** It is the first of its task, and counts. */
  ACCEPTED,

  /** It says again what was said before; nothing changes. */
  REPEATED,

  /**
   * It says something else than the answer that counts, which stands. Somebody should look into the tote
   * and count the bin.
   */
  CONTRADICTED,

  /** It is of no task of this tour, or not of the units that were shown; nothing changes. */
  UNKNOWN
}
