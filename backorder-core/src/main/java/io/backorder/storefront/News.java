package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One thing that a customer should hear of an order. The set of news is closed.
 *
 * <p>{@code NoticeFeed} makes them of the ledger of an inventory. A host whose orders are elsewhere makes them
 * itself: units that wait are {@link Backordered}, those that came {@link BackInStock}, and a promise that is made
 * or revised is what {@link #of} says. {@link Delivered} is the carrier's to tell, and {@link StillWaiting} the
 * {@link NoticeDesk}'s.
 *
 * <p>All news are immutable and thread-safe.
 */
public sealed interface News {

  /** What a customer can do about a delay. */
  enum Choice {

    /** Wait for the new day. */
    WAIT,

    /** Cancel what waits. */
    CANCEL,

    /** Take another item. */
    SUBSTITUTE
  }

  /**
   * Returns the order that it is about.
   *
   * @return the order
   */
  OrderId order();

  /**
   * Returns this piece of news together with another that says the same of more units.
   *
   * @param other the other piece of news
   * @return both as one; empty if they are two pieces
   */
  default Optional<News> and(News other) {
    return equals(other) ? Optional.of(this) : Optional.empty();
  }

  /** News of so many units of a line. */
  sealed interface OfUnits extends News {

    /**
     * Returns the line.
     *
     * @return the line
     */
    OrderLineId line();

    /**
     * Returns the item.
     *
     * @return the item
     */
    Sku sku();

    /**
     * Returns how many units it is about.
     *
     * @return the units
     */
    Quantity quantity();

    /**
     * Returns the same news of another number of units.
     *
     * @param units the units
     * @return the news
     */
    OfUnits of(Quantity units);

    @Override
    default OrderId order() {
      return line().order();
    }

    @Override
    default Optional<News> and(News other) {
      return other instanceof OfUnits more && more.of(quantity()).equals(this)
          ? Optional.of(of(quantity().plus(more.quantity())))
          : Optional.empty();
    }
  }

  /**
   * Units wait: they were not on the shelf when they were ordered, or a reservation was lost.
   *
   * @param line the line
   * @param sku the item
   * @param quantity the units
   * @param promise when they can be had
   */
  record Backordered(OrderLineId line, Sku sku, Quantity quantity, Promise promise)
      implements OfUnits {

    /** Rejects missing parts. */
    public Backordered {
      requireNonNull(line, "line");
      requireNonNull(sku, "sku");
      requireNonNull(quantity, "quantity");
      requireNonNull(promise, "promise");
    }

    @Override
    public Backordered of(Quantity units) {
      return new Backordered(line, sku, requireNonNull(units, "units"), promise);
    }
  }

  /**
   * The promise of a line slipped, or its day was lost.
   *
   * @param sku the item
   * @param change the promise before and after
   * @param choices what the customer can do
   * @param answerBy until when the customer is asked to choose; empty if nobody is asked
   */
  record Delayed(Sku sku, PromiseChange change, Set<Choice> choices, Optional<Instant> answerBy)
      implements News {

    /** Copies the choices and rejects missing parts. */
    public Delayed {
      requireNonNull(sku, "sku");
      requireNonNull(change, "change");
      choices = Set.copyOf(requireNonNull(choices, "choices"));
      requireNonNull(answerBy, "answerBy");
    }

    @Override
    public OrderId order() {
      return change.line().order();
    }
  }

  /**
   * The promise of a line came forward, or got a day.
   *
   * @param sku the item
   * @param change the promise before and after
   */
  record Sooner(Sku sku, PromiseChange change) implements News {

    /** Rejects missing parts. */
    public Sooner {
      requireNonNull(sku, "sku");
      requireNonNull(change, "change");
    }

    @Override
    public OrderId order() {
      return change.line().order();
    }
  }

  /**
   * Units that waited are there and reserved for the customer.
   *
   * @param line the line
   * @param sku the item
   * @param quantity the units
   */
  record BackInStock(OrderLineId line, Sku sku, Quantity quantity) implements OfUnits {

    /** Rejects missing parts. */
    public BackInStock {
      requireNonNull(line, "line");
      requireNonNull(sku, "sku");
      requireNonNull(quantity, "quantity");
    }

    @Override
    public BackInStock of(Quantity units) {
      return new BackInStock(line, sku, requireNonNull(units, "units"));
    }
  }

  /**
   * All that is left of an order to ship may ship now.
   *
   * @param order the order
   */
  record ReadyToShip(OrderId order) implements News {

    /** Rejects a missing order. */
    public ReadyToShip {
      requireNonNull(order, "order");
    }
  }

  /**
   * Units left the house.
   *
   * @param line the line
   * @param sku the item
   * @param quantity the units
   */
  record Shipped(OrderLineId line, Sku sku, Quantity quantity) implements OfUnits {

    /** Rejects missing parts. */
    public Shipped {
      requireNonNull(line, "line");
      requireNonNull(sku, "sku");
      requireNonNull(quantity, "quantity");
    }

    @Override
    public Shipped of(Quantity units) {
      return new Shipped(line, sku, requireNonNull(units, "units"));
    }
  }

  /**
   * The carrier delivered a parcel, and the customer is asked how it went.
   *
   * @param order the order
   * @param day the day of the delivery
   * @param first the day that was promised first for the last of the units; empty if none of them ever had one
   * @param last the day that was promised last; empty if there was none
   */
  record Delivered(
      OrderId order, LocalDate day, Optional<LocalDate> first, Optional<LocalDate> last)
      implements News {

    /** What became of the promise. */
    public enum Outcome {

      /** The parcel came by the day that was promised first. */
      KEPT,

      /** It came later than was promised first, by the day that was promised last. */
      KEPT_AS_REVISED,

      /** It came later than was promised. */
      LATE,

      /** No day was promised. */
      NOT_PROMISED
    }

    /** Rejects missing parts. */
    public Delivered {
      requireNonNull(order, "order");
      requireNonNull(day, "day");
      requireNonNull(first, "first");
      requireNonNull(last, "last");
    }

    /**
     * Returns what became of the promise, for the question to fit it.
     *
     * @return kept, kept as revised, late, or nothing promised
     */
    public Outcome outcome() {
      if (first.isEmpty()) {
        return Outcome.NOT_PROMISED;
      } else if (!day.isAfter(first.orElseThrow())) {
        return Outcome.KEPT;
      }
      return last.filter(promised -> !day.isAfter(promised)).isPresent()
          ? Outcome.KEPT_AS_REVISED
          : Outcome.LATE;
    }

    /**
     * Returns by how much the parcel missed the day that was promised first.
     *
     * @return the days, negative for an earlier day; empty where no day was promised
     */
    public OptionalLong daysLate() {
      return first.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(ChronoUnit.DAYS.between(first.orElseThrow(), day));
    }
  }

  /**
   * What is paid back.
   *
   * @param by the last day on which it is; empty where none is agreed
   * @param amount how much, zero or more, in the currency in which the order was paid; empty where the shop
   *     has not said
   */
  record Refund(Optional<LocalDate> by, Optional<BigDecimal> amount) {

    /** Rejects missing parts and a negative amount. */
    public Refund {
      requireNonNull(by, "by");
      requireNonNull(amount, "amount");
      amount.filter(each -> each.signum() < 0).ifPresent(Refund::refuse);
    }

    private static void refuse(BigDecimal amount) {
      throw new InvalidValueException(
          ErrorCode.INVALID_NUMBER,
          "amount paid back must not be negative: " + amount.toPlainString(),
          Facts.of("field", "amount").and("asked", amount));
    }

    /**
     * Returns a refund of which nothing is agreed.
     *
     * @return neither a day nor an amount
     */
    public static Refund none() {
      return new Refund(Optional.empty(), Optional.empty());
    }

    private Refund withoutAmount() {
      return new Refund(by, Optional.empty());
    }

    private Refund plus(Refund other) {
      return new Refund(
          by, amount.flatMap(one -> other.amount.map(one::add))); // or the sum would say too little
    }
  }

  /**
   * Units were cancelled, or taken off the line.
   *
   * @param line the line
   * @param sku the item
   * @param quantity the units
   * @param refund what is paid back
   */
  record Cancelled(OrderLineId line, Sku sku, Quantity quantity, Refund refund) implements OfUnits {

    /** Rejects missing parts. */
    public Cancelled {
      requireNonNull(line, "line");
      requireNonNull(sku, "sku");
      requireNonNull(quantity, "quantity");
      requireNonNull(refund, "refund");
    }

    /** Leaves out the amount, which is that of other units. */
    @Override
    public Cancelled of(Quantity units) {
      return new Cancelled(line, sku, requireNonNull(units, "units"), refund.withoutAmount());
    }

    @Override
    public Optional<News> and(News other) {
      requireNonNull(other, "other");
      return other instanceof Cancelled more && more.of(quantity).equals(of(quantity))
          ? Optional.of(
              new Cancelled(line, sku, quantity.plus(more.quantity), refund.plus(more.refund)))
          : Optional.empty();
    }
  }

  /**
   * A customer waits and has heard nothing for long.
   *
   * @param line a line that waits
   * @param quantity the units that wait
   * @param since when the customer last heard anything
   */
  record StillWaiting(OrderLineId line, Quantity quantity, Instant since) implements News {

    /** Rejects missing parts. */
    public StillWaiting {
      requireNonNull(line, "line");
      requireNonNull(quantity, "quantity");
      requireNonNull(since, "since");
    }

    @Override
    public OrderId order() {
      return line.order();
    }
  }

  /**
   * Returns the news of a changed promise.
   *
   * @param sku the item
   * @param change the promise before and after
   * @param threshold by how many days an existing day has to move to be news, at least 1
   * @param asked the question that is put to the customer, if one is
   * @return the news, with every choice; empty if the change is too small
   * @throws io.backorder.refusal.InvalidValueException if the threshold is less than 1
   */
  static Optional<News> of(Sku sku, PromiseChange change, int threshold, Optional<Consent> asked) {
    return change.isWorthTelling(threshold)
        ? of(sku, change, Set.of(Choice.values()), asked.map(Consent::deadline))
        : Optional.empty();
  }

  /**
   * Returns the news of a changed promise, however small the change is.
   *
   * @param sku the item
   * @param change the promise before and after
   * @param choices what the customer can do if it is a delay
   * @param answerBy until when the customer is asked to choose if it is a delay; empty if nobody is asked
   * @return the news; empty if the day is the same
   */
  static Optional<News> of(
      Sku sku, PromiseChange change, Set<Choice> choices, Optional<Instant> answerBy) {
    requireNonNull(sku, "sku");
    requireNonNull(choices, "choices");
    requireNonNull(answerBy, "answerBy");
    return switch (change.kind()) {
      case MADE, IMPROVED -> Optional.of(new Sooner(sku, change));
      case SLIPPED, LOST -> Optional.of(new Delayed(sku, change, choices, answerBy));
      case SAME -> Optional.empty();
    };
  }
}
