package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.picking.ReservedUnits;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Open order lines in the order in which they are to leave the house.
 *
 * <p>Lines with units that had waited come first: their customers have waited already. Then the line
 * promised for the earlier day, those without a promise last; then the better place in line; then order and
 * line as texts, so that the queue does not depend on the order in which lines are given. Of an order, all
 * open lines are given: whether one may ship depends on the others, and on the order's terms where they are
 * known. A moment from which an order may be split counts from the first day, in UTC, that does not begin
 * before it. This type is immutable and thread-safe.
 */
public final class FulfilmentQueue {

  private static final Comparator<FulfilmentLine> SEQUENCE = Comparator.comparing(
          (FulfilmentLine line) -> line.filled().isZero())
      .thenComparing(line -> line.promised().orElse(LocalDate.MAX))
      .thenComparing(FulfilmentLine::place)
      .thenComparing(line -> line.id().order())
      .thenComparing(line -> line.id().line());

  private final List<QueueEntry> entries;

  private FulfilmentQueue(List<QueueEntry> entries) {
    this.entries = entries;
  }

  /**
   * Returns the queue of some lines.
   *
   * @param lines the lines, in any order; those of which nothing is open are left out
   * @param today the day, for what is late
   * @return the queue
   * @throws InvalidValueException with {@code DUPLICATE_LINE} if a line is given twice
   */
  public static FulfilmentQueue of(List<FulfilmentLine> lines, LocalDate today) {
    requireNonNull(today, "today");
    requireDistinct(lines);
    Set<OrderId> incomplete = new HashSet<>();
    for (FulfilmentLine line : lines) {
      if (!line.status().backordered().isZero()) {
        incomplete.add(line.id().order());
      }
    }
    return new FulfilmentQueue(lines.stream()
        .filter(FulfilmentLine::isOpen)
        .sorted(SEQUENCE)
        .map(
            line -> new QueueEntry(line, readiness(line, incomplete, today), lateDays(line, today)))
        .toList());
  }

  private static void requireDistinct(List<FulfilmentLine> lines) {
    Set<Object> seen = new HashSet<>();
    for (FulfilmentLine line : lines) {
      if (!seen.add(line.id())) {
        throw new InvalidValueException(
            ErrorCode.DUPLICATE_LINE,
            "lines of a queue must be given once each: %s".formatted(line.id()),
            Facts.of("order", line.id().order()).and("line", line.id().line()));
      }
    }
  }

  private static Readiness readiness(
      FulfilmentLine line, Set<OrderId> incomplete, LocalDate today) {
    if (line.status().reserved().isZero()) {
      return Readiness.WAITS_FOR_GOODS;
    } else if (!incomplete.contains(line.id().order())) {
      return Readiness.READY;
    }
    return mayShipAlone(line, today) ? Readiness.READY_IN_PART : Readiness.WAITS_FOR_ORDER;
  }

  /** Of a line whose order's terms are not known, nobody can say. */
  private static boolean mayShipAlone(FulfilmentLine line, LocalDate today) {
    Optional<DeliveryRule> rule = line.terms()
        .map(terms -> terms.at(today.atStartOfDay(ZoneOffset.UTC).toInstant()).delivery());
    boolean isComplete = line.status().backordered().isZero();
    return rule.filter(each ->
            each == DeliveryRule.PARTIAL || (each == DeliveryRule.COMPLETE_LINE && isComplete))
        .isPresent();
  }

  private static long lateDays(FulfilmentLine line, LocalDate today) {
    Optional<LocalDate> promised = line.promised();
    return promised.isEmpty()
        ? 0
        : Math.max(0, ChronoUnit.DAYS.between(promised.orElseThrow(), today));
  }

  /**
   * Returns all lines.
   *
   * @return the lines, first to last
   */
  public List<QueueEntry> entries() {
    return entries;
  }

  /**
   * Returns the lines of one readiness.
   *
   * @param readiness whether they may leave the house
   * @return the lines, first to last
   */
  public List<QueueEntry> entries(Readiness readiness) {
    return entries.stream().filter(each -> each.readiness() == readiness).toList();
  }

  /**
   * Returns the lines whose promised day is over, whatever they wait for.
   *
   * @return the lines, first to last
   */
  public List<QueueEntry> late() {
    return entries.stream().filter(QueueEntry::isLate).toList();
  }

  /**
   * Returns the orders that may ship now, all that is left of them.
   *
   * @return the orders, each at the place of the first of its lines
   */
  public List<OrderId> readyOrders() {
    return orders(Readiness.READY);
  }

  /**
   * Returns the orders of which something may ship now while the rest waits.
   *
   * @return the orders, each at the place of the first of its lines that may
   */
  public List<OrderId> ordersReadyInPart() {
    return orders(Readiness.READY_IN_PART);
  }

  private List<OrderId> orders(Readiness readiness) {
    return entries(readiness).stream()
        .map(each -> each.line().id().order())
        .distinct()
        .toList();
  }

  /**
   * Returns what is to be picked for the first orders that may ship now.
   *
   * @param orders the most orders to pick for, zero or more
   * @return the reserved units of these orders, in their order
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the number is negative
   */
  public List<ReservedUnits> wave(int orders) {
    return wave(Readiness.READY, orders);
  }

  /**
   * Returns what is to be picked for the first orders of which something may ship while the rest waits. It
   * is what ships beside {@link #wave}, where a part of an order is worth a parcel of its own.
   *
   * @param orders the most orders to pick for, zero or more
   * @return the reserved units of those lines of these orders that may ship, in their order
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the number is negative
   */
  public List<ReservedUnits> waveInPart(int orders) {
    return wave(Readiness.READY_IN_PART, orders);
  }

  private List<ReservedUnits> wave(Readiness readiness, int orders) {
    Numbers.atLeast("orders", orders, 0);
    Set<OrderId> chosen = new HashSet<>(orders(readiness).stream().limit(orders).toList());
    return entries(readiness).stream()
        .map(QueueEntry::line)
        .filter(line -> chosen.contains(line.id().order()))
        .flatMap(line -> line.reservedUnits().stream())
        .toList();
  }
}
