package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line under a plan.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class PlannedLine {

  private final OpenLine line;
  private final ConfirmationStrategy strategy;
  private final Map<LocationId, Quantity> confirmedAt;
  private final @Nullable ShortReason reason;

  PlannedLine(
      OpenLine line,
      ConfirmationStrategy strategy,
      Map<LocationId, Quantity> confirmedAt,
      Optional<ShortReason> reason) {
    this.line = requireNonNull(line, "line");
    this.strategy = requireNonNull(strategy, "strategy");
    this.confirmedAt = confirmedAt;
    this.reason = reason.orElse(null);
  }

  /**
   * Returns the order line.
   *
   * @return its name
   */
  public OrderLineId id() {
    return line.id();
  }

  /**
   * Returns the line as it was before.
   *
   * @return the line of the snapshot
   */
  public OpenLine before() {
    return line;
  }

  /**
   * Returns the strategy by which the line was served.
   *
   * @return the strategy
   */
  public ConfirmationStrategy strategy() {
    return strategy;
  }

  /**
   * Returns what the line has under the plan, and where.
   *
   * @return the units by location
   */
  public Map<LocationId, Quantity> confirmedAt() {
    return confirmedAt;
  }

  /**
   * Returns what the line has under the plan.
   *
   * @return the units over all locations
   */
  public Quantity confirmed() {
    Quantity sum = Quantity.ZERO;
    for (Quantity each : confirmedAt.values()) {
      sum = sum.plus(each);
    }
    return sum;
  }

  /**
   * Returns what the line lacks under the plan.
   *
   * @return the units that it asks for and does not have
   */
  public Quantity missing() {
    return line.open().minusOrZero(confirmed());
  }

  /**
   * Returns why the line is short.
   *
   * @return the reason, or empty if it has all that it asks for
   */
  public Optional<ShortReason> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Tells whether the plan changes what the line has, or where.
   *
   * @return true if a commit writes something about it
   */
  public boolean isChanged() {
    return confirmedAt != line.confirmedAt() && !confirmedAt.equals(line.confirmedAt());
  }

  @Override
  public String toString() {
    return "%s %s: %s -> %s".formatted(id(), strategy, line.confirmed(), confirmed());
  }
}
