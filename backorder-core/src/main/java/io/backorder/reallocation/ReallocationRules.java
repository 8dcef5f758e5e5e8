package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do: the strategy of each line, the lines that it must leave alone, and how unsteady
 * it may be.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class ReallocationRules {

  private final Map<OrderId, ConfirmationStrategy> orders;
  private final Map<OrderLineId, ConfirmationStrategy> lines;
  private final Set<OrderLineId> frozen;
  private final StabilityBudget budget;

  private ReallocationRules(Builder builder) {
    this.orders = Collections.unmodifiableMap(new LinkedHashMap<>(builder.orders));
    this.lines = Collections.unmodifiableMap(new LinkedHashMap<>(builder.lines));
    this.frozen = Collections.unmodifiableSet(new LinkedHashSet<>(builder.frozen));
    this.budget = builder.budget;
  }

  /**
   * Returns a builder of rules by which every line improves, none is frozen, and every promise may
   * become worse.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the strategies that orders were given.
   *
   * @return the strategy of all lines of each order, in the order in which they were named
   */
  public Map<OrderId, ConfirmationStrategy> orders() {
    return orders;
  }

  /**
   * Returns the strategies that lines were given.
   *
   * @return the strategy of each line that was named itself, in the order in which they were named
   */
  public Map<OrderLineId, ConfirmationStrategy> lines() {
    return lines;
  }

  /**
   * Returns the lines to leave alone.
   *
   * @return the lines whose picking has begun
   */
  public Set<OrderLineId> frozen() {
    return frozen;
  }

  /**
   * Returns how unsteady the run may be.
   *
   * @return the budget
   */
  public StabilityBudget budget() {
    return budget;
  }

  @Override
  public String toString() {
    return "%d orders and %d lines with a strategy, %d frozen, %s"
        .formatted(orders.size(), lines.size(), frozen.size(), budget);
  }

  /** Puts rules together. A builder is confined to one thread. */
  public static final class Builder {

    private final Map<OrderId, ConfirmationStrategy> orders = new LinkedHashMap<>();
    private final Map<OrderLineId, ConfirmationStrategy> lines = new LinkedHashMap<>();
    private final Map<OrderId, Set<OrderLineId>> linesOf = new LinkedHashMap<>();
    private final Set<OrderLineId> frozen = new LinkedHashSet<>();
    private StabilityBudget budget = StabilityBudget.UNLIMITED;

    private Builder() {}

    /**
     * Gives all lines of an order a strategy.
     *
     * @param order the order, of which a line must be open when the run takes place
     * @param strategy the strategy
     * @return this builder
     * @throws InvalidValueException with {@code DUPLICATE_LINE} if the order, or one of its lines, was
     *     given another strategy
     */
    public Builder order(OrderId order, ConfirmationStrategy strategy) {
      requireNonNull(order, "order");
      requireNonNull(strategy, "strategy");
      requireSame("order", order, orders.putIfAbsent(order, strategy), strategy);
      for (OrderLineId line : linesOf.getOrDefault(order, Set.of())) {
        requireSame("line", line, lines.get(line), strategy);
      }
      return this;
    }

    /**
     * Gives a line a strategy.
     *
     * @param line the line, which must be open when the run takes place
     * @param strategy the strategy
     * @return this builder
     * @throws InvalidValueException with {@code DUPLICATE_LINE} if the line or its order was given
     *     another strategy
     */
    public Builder line(OrderLineId line, ConfirmationStrategy strategy) {
      requireNonNull(line, "line");
      requireNonNull(strategy, "strategy");
      requireSame("line", line, lines.putIfAbsent(line, strategy), strategy);
      requireSame("line", line, orders.get(line.order()), strategy);
      linesOf.computeIfAbsent(line.order(), key -> new HashSet<>(2)).add(line);
      return this;
    }

    private static void requireSame(
        String name,
        Object named,
        @Nullable ConfirmationStrategy before,
        ConfirmationStrategy strategy) {
      if (before != null && before != strategy) {
        throw new InvalidValueException(
            ErrorCode.DUPLICATE_LINE,
            "%s %s must have one strategy, %s: %s".formatted(name, named, before, strategy),
            Facts.of(name, named).and("asked", strategy).and("allowed", before));
      }
    }

    /**
     * Has a line left alone: its picking has begun. It keeps what it has, where it has it, whatever its
     * strategy.
     *
     * @param line the line, which must be open when the run takes place
     * @return this builder
     */
    public Builder frozen(OrderLineId line) {
      frozen.add(requireNonNull(line, "line"));
      return this;
    }

    /**
     * Sets how unsteady the run may be.
     *
     * @param most the budget
     * @return this builder
     */
    public Builder budget(StabilityBudget most) {
      budget = requireNonNull(most, "budget");
      return this;
    }

    /**
     * Returns the rules.
     *
     * @return the rules
     */
    public ReallocationRules build() {
      return new ReallocationRules(this);
    }
  }
}
