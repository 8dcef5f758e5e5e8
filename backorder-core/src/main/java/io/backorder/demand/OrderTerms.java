package io.backorder.demand;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.ChannelId;
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
      null, null, new Rules(Priority.NORMAL, DeliveryRule.PARTIAL, ShortageRule.BACKORDER));

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
    return new OrderTerms(channel, customer, new Rules(rules.priority, delivery, rules.shortage));
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
    return rules.delivery;
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

  private record Rules(Priority priority, DeliveryRule delivery, ShortageRule shortage) {}
}
