package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.pegging.Arrival;
import io.backorder.pegging.Need;
import io.backorder.pegging.Peg;
import io.backorder.pegging.Pegging;
import io.backorder.pegging.SupplySchedule;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The promises of all waiting lines of some items, as a pure function of who waits in which order and of what is
 * to come.
 *
 * <p>Where all lines may come bit by bit, one more supply, or one that comes earlier, makes no promise later.
 * Where a line is filled whole that does not hold: with the last unit that it lacked it takes the others too,
 * on which lines behind it leant. Demand behind a line never changes its promise.
 *
 * <p>Asking twice gives the same answer; {@link #whatIf} asks for another one and touches nothing. It takes time
 * in proportion to the lines of the items in question. Whoever keeps a queue and needs the promise of one line
 * among many asks a {@link SupplySchedule} instead, which gives the same pegs.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class PromisePlan {

  /** Who waits for an item, and what is to come of it. */
  private record Item(List<Need> needs, List<Inbound> inbounds) {

    Item {
      needs = List.copyOf(needs);
      inbounds = List.copyOf(inbounds);
    }

    boolean has(SupplyId supply) {
      return inbounds.stream().anyMatch(each -> each.supply().equals(supply));
    }

    Item after(SupplyChange change) {
      return new Item(
          needs,
          inbounds.stream()
              .map(each -> each.supply().equals(change.supply()) ? change.appliedTo(each) : each)
              .toList());
    }
  }

  private final LocalDate today;
  private final Map<Sku, Item> items;
  private final Map<OrderLineId, Promise> promises;

  private PromisePlan(LocalDate today, Map<Sku, Item> items, Map<OrderLineId, Promise> promises) {
    this.today = today;
    this.items = items;
    this.promises = promises;
  }

  /**
   * Returns the plan of no item.
   *
   * @param today the day before which nothing is promised
   * @return the plan
   */
  public static PromisePlan on(LocalDate today) {
    return new PromisePlan(requireNonNull(today, "today"), Map.of(), Map.of());
  }

  /**
   * Returns this plan with an item, in place of what it knew of it.
   *
   * @param sku the item
   * @param needs who waits for it, in the order in which they are served
   * @param inbounds what is to come of it, in any order, one of each supply
   * @return the plan
   * @throws io.backorder.refusal.InvalidValueException if a supply stands there twice, or the units of all
   *     supplies leave the range of a long
   */
  public PromisePlan with(Sku sku, List<Need> needs, List<Inbound> inbounds) {
    Map<Sku, Item> more = new LinkedHashMap<>(items);
    more.put(
        requireNonNull(sku, "sku"),
        new Item(requireNonNull(needs, "needs"), requireNonNull(inbounds, "inbounds")));
    return new PromisePlan(today, more, promises(more));
  }

  private Map<OrderLineId, Promise> promises(Map<Sku, Item> all) {
    Map<OrderLineId, Promise> found = new LinkedHashMap<>();
    all.values().forEach(item -> promises(item).forEach(found::put));
    Map<OrderId, List<OrderLineId>> complete = new LinkedHashMap<>();
    all.values().stream()
        .flatMap(item -> item.needs().stream())
        .filter(need -> need.delivery() == DeliveryRule.COMPLETE_ORDER)
        .map(Need::line)
        .distinct()
        .forEach(line ->
            complete.computeIfAbsent(line.order(), key -> new ArrayList<>()).add(line));
    complete.values().forEach(lines -> {
      List<Promise> together =
          Promise.together(lines.stream().map(line -> promise(found, line)).toList());
      for (int i = 0; i < lines.size(); i++) {
        found.put(lines.get(i), together.get(i));
      }
    });
    return found;
  }

  private Map<OrderLineId, Promise> promises(Item item) {
    Map<SupplyId, Inbound> bySupply = new HashMap<>();
    item.inbounds().forEach(each -> bySupply.put(each.supply(), each));
    Pegging pegging = Pegging.of(item.needs(), schedule(item.inbounds()));
    Map<OrderLineId, Promise> found = new LinkedHashMap<>();
    for (Peg peg : pegging.pegs()) {
      Inbound inbound = requireNonNull(bySupply.get(peg.supply()), "inbound");
      add(found, peg.line(), Promise.Part.from(peg.quantity(), inbound).notBefore(today));
    }
    Promise.Reason why = reason(item.inbounds());
    pegging
        .uncovered()
        .forEach((line, units) -> add(found, line, Promise.Part.unknown(units, why)));
    return found;
  }

  private static void add(Map<OrderLineId, Promise> found, OrderLineId line, Promise.Part part) {
    found.merge(line, Promise.of(part), Promise::plus);
  }

  /**
   * Returns the schedule of what can be promised of an item.
   *
   * @param inbounds what is to come of the item, one of each supply
   * @return the schedule of those supplies that have a day and units
   * @throws io.backorder.refusal.InvalidValueException as {@link SupplySchedule#of} says
   */
  public static SupplySchedule schedule(List<Inbound> inbounds) {
    return SupplySchedule.of(inbounds.stream()
        .filter(Inbound::promises)
        .map(each ->
            Arrival.of(each.supply(), each.open(), each.range().orElseThrow().latest()))
        .toList());
  }

  /**
   * Returns why units of an item that no supply covers have no day.
   *
   * @param inbounds what is to come of the item
   * @return the reason of the first supply that has units but no day, else that there is no supply
   */
  public static Promise.Reason reason(List<Inbound> inbounds) {
    return inbounds.stream()
        .filter(each -> each.range().isEmpty() && !each.open().isZero())
        .map(Inbound::reason)
        .findFirst()
        .orElse(Promise.Reason.NO_SUPPLY);
  }

  /**
   * Returns the promise of a waiting line.
   *
   * @param line the line
   * @return the promise of its waiting units; empty if it does not wait for an item of this plan
   */
  public Optional<Promise> promise(OrderLineId line) {
    return Optional.ofNullable(promises.get(requireNonNull(line, "line")));
  }

  private static Promise promise(Map<OrderLineId, Promise> from, OrderLineId line) {
    return requireNonNull(from.get(line), () -> "promise of " + line);
  }

  /**
   * Returns what would change if something happened to a supply. This plan stays as it is.
   *
   * @param change what happens
   * @return the lines of which the promise would change, in the order of the plan, with before and after
   * @throws UnknownReferenceException with {@code UNKNOWN_SUPPLY} if nothing is expected of that supply
   */
  public List<PromiseChange> whatIf(SupplyChange change) {
    if (items.values().stream().noneMatch(item -> item.has(change.supply()))) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_SUPPLY,
          "supply must be one of this plan: %s".formatted(change.supply()),
          Facts.of("supply", change.supply()));
    }
    Map<Sku, Item> changed = new LinkedHashMap<>(items);
    changed.replaceAll((sku, item) -> item.has(change.supply()) ? item.after(change) : item);
    Map<OrderLineId, Promise> after = promises(changed);
    return promises.entrySet().stream()
        .map(each ->
            new PromiseChange(each.getKey(), each.getValue(), promise(after, each.getKey())))
        .filter(each -> !each.before().equals(each.after()))
        .toList();
  }
}
