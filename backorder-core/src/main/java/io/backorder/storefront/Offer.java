package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.promise.Promise;
import io.backorder.promise.PromiseRange;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a shop can say of a quantity of an item before it is ordered.
 *
 * <p>The set of offers is closed. A backorder can be ordered and will come; what is out of stock cannot be
 * ordered. {@link StoreWords} put an offer into words.
 *
 * <p>Every offer is immutable and thread-safe.
 */
public sealed interface Offer {

  /** What an offer is called. */
  enum Status {

    /** All of it is on the shelf. */
    IN_STOCK,

    /** All of it is on the shelf, and little more. */
    LOW_STOCK,

    /** Some of it has to come yet, and may be ordered. */
    BACKORDER,

    /** The item is not released yet, and may be ordered. */
    PREORDER,

    /** It cannot be ordered. */
    OUT_OF_STOCK
  }

  /**
   * Returns what this offer is called.
   *
   * @return the status
   */
  Status status();

  /**
   * Returns the days for which the last unit can be promised.
   *
   * @return the days; empty where there are none, and for what cannot be ordered
   */
  Optional<PromiseRange> range();

  /**
   * Returns the day by which the last unit can be promised.
   *
   * @return the day; empty as {@link #range} is
   */
  default Optional<LocalDate> by() {
    return range().map(PromiseRange::latest);
  }

  /**
   * Tells whether the quantity may be ordered.
   *
   * @return false if it is out of stock
   */
  default boolean isOrderable() {
    return status() != Status.OUT_OF_STOCK;
  }

  /**
   * Returns this offer with the days of delivery in place of those of shipping.
   *
   * @param delivery when which units are with the customer
   * @return the offer; what cannot be ordered stays as it is
   */
  Offer delivered(Promise delivery);

  /**
   * Returns this offer with an end.
   *
   * @param until the moment from which on it no longer holds
   * @return the quote
   */
  default Quote until(Instant until) {
    return new Quote(this, until);
  }

  /**
   * An offer that holds for a while. It keeps no unit: within its time somebody else may order them, see a hold
   * for that.
   *
   * @param offer the offer
   * @param until the moment from which on it no longer holds
   */
  record Quote(Offer offer, Instant until) {

    /** Rejects missing parts. */
    public Quote {
      requireNonNull(offer, "offer");
      requireNonNull(until, "until");
    }

    /**
     * Tells whether the quote still holds.
     *
     * @param now the moment of asking
     * @return true before its end, false at it
     */
    public boolean holds(Instant now) {
      return now.isBefore(until);
    }
  }

  /**
   * All of it is on the shelf.
   *
   * @param days the days for which it can be promised
   */
  record InStock(PromiseRange days) implements Offer {

    /** Rejects missing days. */
    public InStock {
      requireNonNull(days, "days");
    }

    @Override
    public Status status() {
      return Status.IN_STOCK;
    }

    @Override
    public Offer delivered(Promise delivery) {
      return new InStock(delivery.range().orElse(days));
    }

    @Override
    public Optional<PromiseRange> range() {
      return Optional.of(days);
    }
  }

  /**
   * All of it is on the shelf, and little more.
   *
   * @param days the days for which it can be promised
   * @param left the units on the shelf that a customer can have
   */
  record LowStock(PromiseRange days, Quantity left) implements Offer {

    /** Rejects missing parts. */
    public LowStock {
      requireNonNull(days, "days");
      requireNonNull(left, "left");
    }

    @Override
    public Status status() {
      return Status.LOW_STOCK;
    }

    @Override
    public Offer delivered(Promise delivery) {
      return new LowStock(delivery.range().orElse(days), left);
    }

    @Override
    public Optional<PromiseRange> range() {
      return Optional.of(days);
    }
  }

  /**
   * Some of it has to come yet, and may be ordered.
   *
   * @param onShelf the units that are there now
   * @param promise when which units can be had
   */
  record Backorder(Quantity onShelf, Promise promise) implements Offer {

    /** Rejects missing parts. */
    public Backorder {
      requireNonNull(onShelf, "onShelf");
      requireNonNull(promise, "promise");
    }

    @Override
    public Status status() {
      return Status.BACKORDER;
    }

    @Override
    public Offer delivered(Promise delivery) {
      return new Backorder(onShelf, requireNonNull(delivery, "delivery"));
    }

    @Override
    public Optional<PromiseRange> range() {
      return promise.range();
    }
  }

  /**
   * The item is not released yet, and may be ordered.
   *
   * @param release the day of its release
   * @param promise when which units can be had, none before the release
   */
  record Preorder(LocalDate release, Promise promise) implements Offer {

    /** Rejects missing parts. */
    public Preorder {
      requireNonNull(release, "release");
      requireNonNull(promise, "promise");
    }

    @Override
    public Status status() {
      return Status.PREORDER;
    }

    @Override
    public Offer delivered(Promise delivery) {
      return new Preorder(release, requireNonNull(delivery, "delivery"));
    }

    @Override
    public Optional<PromiseRange> range() {
      return promise.range();
    }
  }

  /**
   * It cannot be ordered.
   *
   * @param why why not
   */
  record OutOfStock(Why why) implements Offer {

    /** Why something cannot be ordered. */
    public enum Why {

      /** The shelf is short, and no unit of the item may wait. */
      REFUSED,

      /** The shelf is short, and more units would wait than may. */
      LIMIT,

      /** The quantity is no whole lots. */
      LOT,

      /** The shelf is short, and nobody can say that the rest comes as soon as the terms ask. */
      WAIT
    }

    /** Rejects a missing reason. */
    public OutOfStock {
      requireNonNull(why, "why");
    }

    @Override
    public Status status() {
      return Status.OUT_OF_STOCK;
    }

    @Override
    public Offer delivered(Promise delivery) {
      requireNonNull(delivery, "delivery");
      return this;
    }

    @Override
    public Optional<PromiseRange> range() {
      return Optional.empty();
    }
  }
}
