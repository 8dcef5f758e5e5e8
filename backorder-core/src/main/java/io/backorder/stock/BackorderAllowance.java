package io.backorder.stock;

import static java.util.Objects.requireNonNull;

/**
 * How many units of an item may wait at one time.
 *
 * <p>An allowance binds units that are newly ordered or raised. Units that lose a reservation wait in
 * any case, and count. The set of allowances is closed. Every one is immutable and thread-safe.
 */
public sealed interface BackorderAllowance {

  /**
   * Returns the allowance of an item that any number of units may wait for.
   *
   * @return the allowance
   */
  static BackorderAllowance unlimited() {
    return Unlimited.INSTANCE;
  }

  /**
   * Returns the allowance of an item that nobody may wait for.
   *
   * @return the allowance
   */
  static BackorderAllowance refused() {
    return Refused.INSTANCE;
  }

  /**
   * Returns the allowance of so many units.
   *
   * @param limit the most units that may wait at one time
   * @return the allowance
   */
  static BackorderAllowance upTo(Quantity limit) {
    return new Capped(limit);
  }

  /**
   * Returns the allowance of an item for which as many units may wait as announced supplies will still
   * bring, those that are overdue included.
   *
   * @return the allowance, under which nobody may wait until it is {@linkplain #given told} what is inbound
   */
  static BackorderAllowance inbound() {
    return Inbound.INSTANCE;
  }

  /**
   * Returns this allowance as announced supply stands. Announced supply never raises a fixed limit.
   *
   * @param inbound the units that announced supplies will still bring
   * @return the allowance
   */
  default BackorderAllowance given(Quantity inbound) {
    requireNonNull(inbound, "inbound");
    return this;
  }

  /**
   * Returns the stricter of this allowance and another, whichever that is as announced supply stands.
   *
   * @param other the other allowance
   * @return the allowance of as many units as both permit
   */
  default BackorderAllowance and(BackorderAllowance other) {
    requireNonNull(other, "other");
    if (equals(other) || other == unlimited() || this == refused()) {
      return this;
    } else if (this == unlimited() || other == refused()) {
      return other;
    } else if (this instanceof Capped && other instanceof Capped) {
      return limit().compareTo(other.limit()) <= 0 ? this : other;
    }
    return new Both(this, other);
  }

  /**
   * Tells whether so many units may wait.
   *
   * @param waiting the units that would wait
   * @return true if they may
   */
  default boolean permits(Quantity waiting) {
    return waiting.compareTo(limit()) <= 0;
  }

  /**
   * Returns the most units that may wait at one time.
   *
   * @return the limit; the largest quantity there is where no limit is set
   */
  Quantity limit();

  /** Any number of units may wait. */
  enum Unlimited implements BackorderAllowance {
    /** The only instance. */
    INSTANCE;

    private static final Quantity ALL = Quantity.of(Long.MAX_VALUE);

    @Override
    public Quantity limit() {
      return ALL;
    }
  }

  /** No unit may wait. */
  enum Refused implements BackorderAllowance {
    /** The only instance. */
    INSTANCE;

    @Override
    public Quantity limit() {
      return Quantity.ZERO;
    }
  }

  /** As many units may wait as announced supplies will still bring. */
  enum Inbound implements BackorderAllowance {
    /** The only instance. */
    INSTANCE;

    @Override
    public BackorderAllowance given(Quantity inbound) {
      return upTo(inbound);
    }

    @Override
    public Quantity limit() {
      return Quantity.ZERO;
    }
  }

  /**
   * So many units may wait at one time.
   *
   * @param limit the most units that may wait
   */
  record Capped(Quantity limit) implements BackorderAllowance {

    /** Rejects a missing limit. */
    public Capped {
      requireNonNull(limit, "limit");
    }
  }

  /**
   * As many units may wait at one time as two allowances permit.
   *
   * @param one an allowance
   * @param other another one
   */
  record Both(BackorderAllowance one, BackorderAllowance other) implements BackorderAllowance {

    /** Rejects missing allowances. */
    public Both {
      requireNonNull(one, "one");
      requireNonNull(other, "other");
    }

    @Override
    public BackorderAllowance given(Quantity inbound) {
      requireNonNull(inbound, "inbound");
      return one.given(inbound).and(other.given(inbound));
    }

    @Override
    public Quantity limit() {
      return one.limit().min(other.limit());
    }
  }
}
