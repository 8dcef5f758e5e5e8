package io.backorder.demand;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all lines of an order: urgency, channel, customer, and the rules for delivery and
 * shortage.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class OrderTerms {

  private static final OrderTerms STANDARD = new OrderTerms(
      null,
      null,
      new Rules(
          Priority.NORMAL,
          new Delivery(DeliveryRule.PARTIAL, null, Quantity.ZERO),
          ShortageRule.BACKORDER));

  private final @Nullable ChannelId channel;
  private final @Nullable CustomerId customer;
  private final Rules rules;

  private OrderTerms(@Nullable ChannelId channel, @Nullable CustomerId customer, Rules rules) {
    this.channel = channel;
    this.customer = customer;
    this.rules = rules;
  }

  /**
   * Returns the standard terms: normal priority, no channel, no customer, partial delivery, and what
   * is short waits.
   *
   * @return the standard terms
   */
  public static OrderTerms standard() {
    return STANDARD;
  }

  /**
   * Returns these terms with another priority.
   *
   * @param priority the priority
   * @return the terms
   */
  public OrderTerms withPriority(Priority priority) {
    requireNonNull(priority, "priority");
    return new OrderTerms(channel, customer, new Rules(priority, rules.delivery, rules.shortage));
  }

  /**
   * Returns these terms with another delivery rule.
   *
   * @param delivery the delivery rule
   * @return the terms
   */
  public OrderTerms withDelivery(DeliveryRule delivery) {
    requireNonNull(delivery, "delivery");
    return with(new Delivery(delivery, rules.delivery.splitsFrom, rules.delivery.atLeast));
  }

  private OrderTerms with(Delivery delivery) {
    return new OrderTerms(channel, customer, new Rules(rules.priority, delivery, rules.shortage));
  }

  /**
   * Returns these terms with a moment from which what is delivered complete may be split. From then on
   * the order is served as if it were delivered in part, by the first document that touches one of its
   * items; nothing happens at the moment itself.
   *
   * @param moment the moment, by the ledger's time
   * @return the terms
   */
  public OrderTerms splittingFrom(Instant moment) {
    requireNonNull(moment, "moment");
    Instant cut = moment.truncatedTo(ChronoUnit.MICROS);
    return with(new Delivery(rules.delivery.rule, cut, rules.delivery.atLeast));
  }

  /**
   * Returns these terms with a least quantity: a line is not granted fewer units at once, unless they
   * are all that it still waits for.
   *
   * @param units the units, zero for no such rule
   * @return the terms
   */
  public OrderTerms shippingAtLeast(Quantity units) {
    requireNonNull(units, "units");
    return with(new Delivery(rules.delivery.rule, rules.delivery.splitsFrom, units));
  }

  /**
   * Returns the terms as they stand at a moment.
   *
   * @param now the ledger's time
   * @return these terms; from the moment at which they may be split, the same with partial delivery
   */
  public OrderTerms at(Instant now) {
    requireNonNull(now, "now");
    Instant moment = rules.delivery.splitsFrom;
    return moment == null || now.isBefore(moment) || delivery() == DeliveryRule.PARTIAL
        ? this
        : withDelivery(DeliveryRule.PARTIAL);
  }

  /**
   * Returns these terms with another shortage rule.
   *
   * @param shortage the shortage rule
   * @return the terms
   */
  public OrderTerms onShortage(ShortageRule shortage) {
    requireNonNull(shortage, "shortage");
    return new OrderTerms(channel, customer, new Rules(rules.priority, rules.delivery, shortage));
  }

  /**
   * Returns these terms with a channel, so that only the locations that serve it are drawn on.
   *
   * @param sold the channel through which the order came
   * @return the terms
   */
  public OrderTerms through(ChannelId sold) {
    return new OrderTerms(requireNonNull(sold, "channel"), customer, rules);
  }

  /**
   * Returns these terms with a customer.
   *
   * @param buyer the customer
   * @return the terms
   */
  public OrderTerms by(CustomerId buyer) {
    return new OrderTerms(channel, requireNonNull(buyer, "customer"), rules);
  }

  /**
   * Returns the urgency.
   *
   * @return the priority
   */
  public Priority priority() {
    return rules.priority;
  }

  /**
   * Returns whether units may be reserved bit by bit.
   *
   * @return the delivery rule
   */
  public DeliveryRule delivery() {
    return rules.delivery.rule;
  }

  /**
   * Returns the moment from which what is delivered complete may be split.
   *
   * @return the moment, or empty if it never may
   */
  public Optional<Instant> splitsFrom() {
    return Optional.ofNullable(rules.delivery.splitsFrom);
  }

  /**
   * Returns the fewest units that a line is granted at once, unless it waits for fewer.
   *
   * @return the units, zero if there is no such rule
   */
  public Quantity atLeast() {
    return rules.delivery.atLeast;
  }

  /**
   * Returns what becomes of units that are not on the shelf.
   *
   * @return the shortage rule
   */
  public ShortageRule shortage() {
    return rules.shortage;
  }

  /**
   * Returns the channel through which the order came.
   *
   * @return the channel, or empty if none was named
   */
  public Optional<ChannelId> channel() {
    return Optional.ofNullable(channel);
  }

  /**
   * Returns the customer.
   *
   * @return the customer, or empty if none was named
   */
  public Optional<CustomerId> customer() {
    return Optional.ofNullable(customer);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof OrderTerms that
            && Objects.equals(channel, that.channel)
            && Objects.equals(customer, that.customer)
            && rules.equals(that.rules));
  }

  @Override
  public int hashCode() {
    return (Objects.hashCode(channel) * 31 + Objects.hashCode(customer)) * 31 + rules.hashCode();
  }

  @Override
  public String toString() {
    return "OrderTerms[channel=%s, customer=%s, %s]".formatted(channel, customer, rules);
  }

  private record Rules(Priority priority, Delivery delivery, ShortageRule shortage) {}

  private record Delivery(DeliveryRule rule, @Nullable Instant splitsFrom, Quantity atLeast) {}
}
