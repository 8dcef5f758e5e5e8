package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one person takes on one tour: the lines in the order in which their bins are passed, within a bin
 * by order and line. An order line is on a list once.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param id the list's number
 * @param location the location at which it is picked
 * @param lines the lines, at least one
 */
public record PickList(String id, LocationId location, List<PickLine> lines) {

  /**
   * Copies the lines; rejects none at all, a line that is there twice, and a bin elsewhere.
   *
   * @throws InvalidValueException with {@code INVALID_QUANTITY}, {@code DUPLICATE_LINE} or {@code
   *     UNKNOWN_LOCATION}
   */
  public PickList {
    Identifiers.require("list", id);
    requireNonNull(location, "location");
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw refused(ErrorCode.INVALID_QUANTITY, "lines of list %s must be at least 1: 0", id, id);
    }
    Set<OrderLineId> seen = new HashSet<>();
    for (PickLine line : lines) {
      if (!seen.add(line.line())) {
        throw refused(
            ErrorCode.DUPLICATE_LINE,
            "lines of a list must be there once each: %s",
            line.line(),
            id);
      }
      if (!line.bin().location().equals(location)) {
        throw refused(
            ErrorCode.UNKNOWN_LOCATION, "bins of a list must be where it is: %s", line.bin(), id);
      }
    }
  }

  private static InvalidValueException refused(
      ErrorCode code, String rule, Object asked, String list) {
    return new InvalidValueException(
        code, rule.formatted(asked), Facts.of("list", list).and("asked", asked));
  }

  /**
   * Returns one line.
   *
   * @param line the order line
   * @return what is to be taken for it
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if it is not on this list
   */
  public PickLine line(OrderLineId line) {
    return find(line)
        .orElseThrow(() -> new UnknownReferenceException(
            ErrorCode.UNKNOWN_LINE,
            "list %s has no line %s".formatted(id, line),
            Facts.of("list", id).and("order", line.order()).and("line", line.line())));
  }

  Optional<PickLine> find(OrderLineId line) {
    return lines.stream().filter(each -> each.line().equals(line)).findFirst();
  }

  /**
   * Returns this list after units were taken.
   *
   * @param line the order line they are for
   * @param units the units taken, at most those that are open
   * @return the list
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are more
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if the line is not on this list
   */
  public PickList confirm(OrderLineId line, Quantity units) {
    return with(line(line).confirm(units));
  }

  /**
   * Returns this list after a bin held too little: what was found is taken, and whatever was open beyond
   * that is missing.
   *
   * @param line the order line they are for
   * @param found the units taken, at most those that are open
   * @return the list
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are more
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if the line is not on this list
   */
  public PickList shortPick(OrderLineId line, Quantity found) {
    return with(line(line).shortPick(found));
  }

  private PickList with(PickLine changed) {
    return new PickList(
        id,
        location,
        lines.stream()
            .map(each -> each.line().equals(changed.line()) ? changed : each)
            .toList());
  }

  /** Changes a line or takes it off; nothing is left of a list without lines. */
  Optional<PickList> with(OrderLineId line, Function<PickLine, Optional<PickLine>> change) {
    List<PickLine> changed = new ArrayList<>();
    for (PickLine each : lines) {
      Optional<PickLine> after = each.line().equals(line) ? change.apply(each) : Optional.of(each);
      after.ifPresent(changed::add);
    }
    return changed.isEmpty() ? Optional.empty() : Optional.of(new PickList(id, location, changed));
  }

  /**
   * Returns the bins to walk to.
   *
   * @return the bins, each once, in the order in which they are passed
   */
  public List<Bin> bins() {
    return lines.stream().map(PickLine::bin).distinct().toList();
  }

  /**
   * Returns the orders for which something is taken.
   *
   * @return the orders, each once, by number
   */
  public List<OrderId> orders() {
    return lines.stream().map(each -> each.line().order()).distinct().sorted().toList();
  }

  /**
   * Returns the units asked for.
   *
   * @return the sum over all lines
   */
  public Quantity asked() {
    return sum(each -> each.asked().quantity());
  }

  /**
   * Returns the units that were taken.
   *
   * @return the sum over all lines
   */
  public Quantity picked() {
    return sum(PickLine::picked);
  }

  /**
   * Returns the units that were not there.
   *
   * @return the sum over all lines
   */
  public Quantity missing() {
    return sum(PickLine::missing);
  }

  /**
   * Returns the units that were neither taken nor found missing.
   *
   * @return the sum over all lines; zero when the tour is done
   */
  public Quantity open() {
    return sum(PickLine::open);
  }

  private Quantity sum(Function<PickLine, Quantity> part) {
    return lines.stream().map(part).reduce(Quantity.ZERO, Quantity::plus);
  }
}
