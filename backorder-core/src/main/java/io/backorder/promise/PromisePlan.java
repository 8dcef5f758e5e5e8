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
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  private static final Comparator<Inbound> BY_ANNOUNCEMENT =
      Comparator.comparingLong(Inbound::announcement);

  /**
   * Who waits for an item, and what is to come of it.
   *
   * @param needs who waits, in the order in which they are served
   * @param inbounds what is to come, one of each supply
   * @param withheld the units of what comes first that nobody is promised, such as a buffer lacks
   * @param first the day before which no unit is promised
   */
  public record Item(List<Need> needs, List<Inbound> inbounds, Quantity withheld, LocalDate first) {

    /** Copies the lists, and rejects missing parts. */
    public Item {
      needs = List.copyOf(requireNonNull(needs, "needs"));
      inbounds = List.copyOf(requireNonNull(inbounds, "inbounds"));
      requireNonNull(withheld, "withheld");
      requireNonNull(first, "first");
    }
  }

  /**
   * A line that waits, as the customer has ordered it.
   *
   * @param id the line, which needs units of an item unless it is for kits
   * @param delivery how it is delivered: the lines of an order that is delivered complete get one day
   * @param kits the kits that wait of a line for kits; empty for any other line
   * @param onShelf the units that belong to it already; empty if there are none
   */
  public record Line(
      OrderLineId id, DeliveryRule delivery, Optional<Kits> kits, Optional<Promise.Part> onShelf) {

    /** Rejects missing parts. */
    public Line {
      requireNonNull(id, "id");
      requireNonNull(delivery, "delivery");
      requireNonNull(kits, "kits");
      requireNonNull(onShelf, "onShelf");
    }

    private Promise coming(Map<OrderLineId, Promise> pegged) {
      return kits.map(each -> each.promise(pegged)).orElseGet(() -> promise(pegged, id));
    }

    private Promise whole(Promise coming) {
      return onShelf.map(there -> Promise.of(there).plus(coming)).orElse(coming);
    }
  }

  /**
   * Kits that wait for their parts.
   *
   * @param waiting the kits
   * @param parts the lines of the parts, which need units of their items, at least one
   * @param first the day before which no kit is promised
   */
  public record Kits(Quantity waiting, List<OrderLineId> parts, LocalDate first) {

    /** Copies the list, and rejects missing parts. */
    public Kits {
      requireNonNull(waiting, "waiting");
      parts = List.copyOf(requireNonNull(parts, "parts"));
      requireNonNull(first, "first");
    }

    private Promise promise(Map<OrderLineId, Promise> pegged) {
      List<Promise> promises =
          parts.stream().map(part -> PromisePlan.promise(pegged, part)).toList();
      return Promise.ofAll(waiting, promises).notBefore(first);
    }
  }

  private final LocalDate today;
  private final Map<Sku, PeggedItem> items;
  private final Map<Sku, PeggedItem> beside;
  private final Map<OrderLineId, Line> lines;
  private final Map<OrderLineId, Promise> promises;

  private PromisePlan(
      LocalDate today,
      Map<Sku, PeggedItem> items,
      Map<Sku, PeggedItem> beside,
      Map<OrderLineId, Line> lines) {
    this.today = today;
    this.items = items;
    this.beside = beside;
    this.lines = lines;
    this.promises = promises(items);
  }

  /**
   * Returns the plan of no item.
   *
   * @param today the day before which nothing is promised
   * @return the plan
   */
  public static PromisePlan on(LocalDate today) {
    return new PromisePlan(requireNonNull(today, "today"), Map.of(), Map.of(), Map.of());
  }

  /**
   * Returns this plan with items and lines.
   *
   * @param more the items
   * @param others items of which only those lines are asked for that stand in an order or a kit with lines of
   *     {@code more}
   * @param waiting the lines that are asked for
   * @return the plan, which answers for these lines too
   * @throws UnknownReferenceException with {@code UNKNOWN_LINE} if a line needs none of the items
   * @throws io.backorder.refusal.InvalidValueException if a supply stands twice in an item, or the units of all
   *     its supplies leave the range of a long
   */
  public PromisePlan with(Map<Sku, Item> more, Map<Sku, Item> others, List<Line> waiting) {
    requireNonNull(more, "more");
    requireNonNull(others, "others");
    Map<OrderLineId, Line> all = new LinkedHashMap<>(lines);
    requireNonNull(waiting, "waiting").forEach(each -> all.put(each.id(), each));
    return new PromisePlan(today, pegged(items, more), pegged(beside, others), all);
  }

  private static Map<Sku, PeggedItem> pegged(Map<Sku, PeggedItem> known, Map<Sku, Item> more) {
    Map<Sku, PeggedItem> all = new LinkedHashMap<>(known);
    more.forEach((sku, item) -> all.put(sku, new PeggedItem(item)));
    return all;
  }

  /**
   * Returns this plan with an item, in place of what it knew of it and of the lines that need it.
   *
   * @param sku the item
   * @param needs who waits for it, in the order in which they are served
   * @param inbounds what is to come of it, one of each supply; those that are promised for one day are leant on
   *     in the order in which they were announced, and where that is not known as they are listed
   * @return the plan
   * @throws io.backorder.refusal.InvalidValueException if a supply stands there twice, or the units of all
   *     supplies leave the range of a long
   */
  public PromisePlan with(Sku sku, List<Need> needs, List<Inbound> inbounds) {
    requireNonNull(sku, "sku");
    Item item = new Item(needs, inbounds, Quantity.ZERO, today);
    Map<OrderLineId, Line> all = new LinkedHashMap<>(lines);
    if (items.containsKey(sku)) {
      items.get(sku).lines().forEach(all::remove);
    }
    item.needs().forEach(each -> all.put(each.line(), line(each)));
    return new PromisePlan(today, pegged(items, Map.of(sku, item)), beside, all);
  }

  private static Line line(Need need) {
    return new Line(need.line(), need.delivery(), Optional.empty(), Optional.empty());
  }

  private Map<OrderLineId, Promise> promises(Map<Sku, PeggedItem> all) {
    Map<OrderLineId, Promise> pegged = new HashMap<>();
    beside.values().forEach(each -> pegged.putAll(each.promises()));
    all.values().forEach(each -> pegged.putAll(each.promises()));
    Map<OrderLineId, Promise> found = new LinkedHashMap<>();
    lines.forEach((id, line) -> found.put(id, line.coming(pegged)));
    complete().values().forEach(order -> agree(found, order));
    found.replaceAll((id, coming) -> requireNonNull(lines.get(id), "line").whole(coming));
    return found;
  }

  private Map<OrderId, List<OrderLineId>> complete() {
    Map<OrderId, List<OrderLineId>> orders = new LinkedHashMap<>();
    lines.values().stream()
        .filter(line -> line.delivery() == DeliveryRule.COMPLETE_ORDER)
        .map(Line::id)
        .forEach(
            id -> orders.computeIfAbsent(id.order(), key -> new ArrayList<>()).add(id));
    orders.values().removeIf(order -> order.size() == 1);
    return orders;
  }

  private static void agree(Map<OrderLineId, Promise> found, List<OrderLineId> order) {
    List<Promise> together =
        Promise.together(order.stream().map(line -> promise(found, line)).toList());
    for (int i = 0; i < order.size(); i++) {
      found.put(order.get(i), together.get(i));
    }
  }

  /**
   * Returns the schedule of what can be promised of an item.
   *
   * @param inbounds what is to come of the item, one of each supply
   * @return the schedule of those supplies that have a day and units; on one day in the order in which they were
   *     announced
   * @throws io.backorder.refusal.InvalidValueException as {@link SupplySchedule#of} says
   */
  public static SupplySchedule schedule(List<Inbound> inbounds) {
    return SupplySchedule.of(inbounds.stream()
        .filter(Inbound::promises)
        .sorted(BY_ANNOUNCEMENT)
        .map(each ->
            Arrival.of(each.supply(), each.open(), each.range().orElseThrow().latest()))
        .toList());
  }

  /**
   * Returns why units of an item that no supply covers have no day.
   *
   * @param inbounds what is to come of the item
   * @return the reason of the supply that was announced first of those that have units but no day, else that
   *     there is no supply
   */
  public static Promise.Reason reason(List<Inbound> inbounds) {
    return inbounds.stream()
        .filter(each -> each.range().isEmpty() && !each.open().isZero())
        .min(BY_ANNOUNCEMENT)
        .map(Inbound::reason)
        .orElse(Promise.Reason.NO_SUPPLY);
  }

  /**
   * Returns the lines that this plan answers for.
   *
   * @return the lines, as customers have ordered them, in the order of the plan
   */
  public Set<OrderLineId> lines() {
    return Collections.unmodifiableSet(promises.keySet());
  }

  /**
   * Returns the promise of a waiting line.
   *
   * @param line the line; the part of a kit is promised with its kit
   * @return the promise of its units; empty if it does not wait for an item of this plan
   */
  public Optional<Promise> promise(OrderLineId line) {
    return Optional.ofNullable(promises.get(requireNonNull(line, "line").hostLine()));
  }

  private static Promise promise(Map<OrderLineId, Promise> from, OrderLineId line) {
    Promise promise = from.get(line);
    if (promise == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_LINE,
          "line must need an item of this plan: %s".formatted(line),
          Facts.of("order", line.order()).and("line", line.line()));
    }
    return promise;
  }

  /**
   * Returns which supply each waiting unit of an item leans on. Of kits these are the units of their parts.
   *
   * @param sku the item
   * @return its pegs, which {@linkplain Pegging#keeping keep} those of an older plan as far as days permit; empty
   *     if it is no item of this plan
   */
  public Optional<Pegging> pegging(Sku sku) {
    return Optional.ofNullable(items.get(requireNonNull(sku, "sku"))).map(PeggedItem::pegging);
  }

  /**
   * Returns who leans on a supply.
   *
   * @param supply the supply
   * @return the pegs on it, in the order in which lines are served; none if nothing is expected of it
   */
  public List<Peg> leaningOn(SupplyId supply) {
    requireNonNull(supply, "supply");
    return items.values().stream()
        .filter(item -> item.has(supply))
        .flatMap(item -> item.pegging().pegs().stream())
        .filter(peg -> peg.supply().equals(supply))
        .toList();
  }

  /**
   * Returns what would change if something happened to a supply. This plan stays as it is.
   *
   * @param change what happens
   * @return the lines of which the promise would change, in the order of the plan, with before and after
   * @throws UnknownReferenceException with {@code UNKNOWN_SUPPLY} if nothing is expected of that supply
   */
  public List<PromiseChange> whatIf(SupplyChange change) {
    requireKnown(change.supply());
    Map<Sku, PeggedItem> changed = new LinkedHashMap<>(items);
    changed.replaceAll((sku, item) -> item.has(change.supply()) ? item.after(change) : item);
    Map<OrderLineId, Promise> after = promises(changed);
    return promises.entrySet().stream()
        .map(each ->
            new PromiseChange(each.getKey(), each.getValue(), promise(after, each.getKey())))
        .filter(each -> !each.before().equals(each.after()))
        .toList();
  }

  private void requireKnown(SupplyId supply) {
    if (items.values().stream().noneMatch(item -> item.has(supply))) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_SUPPLY,
          "supply must be one of this plan: %s".formatted(supply),
          Facts.of("supply", supply));
    }
  }
}
