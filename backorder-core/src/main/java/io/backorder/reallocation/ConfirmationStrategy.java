package io.backorder.reallocation;

import io.backorder.reallocation.ConfirmationBounds.Hardness;

/**
 * What a run may do to a line: a floor below which, and a ceiling above which, its confirmation must not
 * go.
 *
 * <p>The names are those of SAP's backorder processing. A name says between what bounds a line is
 * served; in which order strategies and lines are served, {@link Reallocation} states.
 */
public enum ConfirmationStrategy {

  /** Must have all it asks for. SAP: a requirement that must be fully confirmed; for rush orders. */
  WIN(Bound.REQUEST, Bound.REQUEST, Hardness.HARD),

  /** Must keep what it has and may gain. Oracle: enforce current commit, pull-in enabled. */
  GAIN(Bound.CONFIRMED, Bound.REQUEST, Hardness.HARD),

  /** As gain, but what cannot be kept is tolerated. Lines that nobody names are served so. */
  IMPROVE(Bound.CONFIRMED, Bound.REQUEST, Hardness.SOFT),

  /** May gain and may lose; the sequence decides. Oracle: pull-in enabled, commit not enforced. */
  REDISTRIBUTE(Bound.NOTHING, Bound.REQUEST, Hardness.SOFT),

  /** May lose and never gains. Oracle: neither commit enforced nor pull-in enabled. */
  FILL(Bound.NOTHING, Bound.CONFIRMED, Hardness.SOFT),

  /** Loses everything. */
  LOSE(Bound.NOTHING, Bound.NOTHING, Hardness.SOFT),

  /** Stays exactly as it is. Oracle: enforce current commit, pull-in not enabled. */
  SKIP(Bound.CONFIRMED, Bound.CONFIRMED, Hardness.HARD);

  private final Bound floor;
  private final Bound ceiling;
  private final Hardness hardness;

  ConfirmationStrategy(Bound floor, Bound ceiling, Hardness hardness) {
    this.floor = floor;
    this.ceiling = ceiling;
    this.hardness = hardness;
  }

  Bound floor() {
    return floor;
  }

  Bound ceiling() {
    return ceiling;
  }

  Hardness hardness() {
    return hardness;
  }

  /** Where a bound lies. */
  enum Bound {
    NOTHING,
    CONFIRMED,
    REQUEST;

    <T> T of(T nothing, T confirmed, T request) {
      return switch (this) {
        case NOTHING -> nothing;
        case CONFIRMED -> confirmed;
        case REQUEST -> request;
      };
    }

    long units(long confirmed, long request) {
      return of(0L, confirmed, request);
    }
  }
}
