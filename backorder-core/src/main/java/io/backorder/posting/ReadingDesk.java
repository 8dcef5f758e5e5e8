package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.allocation.Reason;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.explanation.Explanation;
import io.backorder.ledger.Ledger;
import io.backorder.proof.Checkpoint;
import io.backorder.proof.Verification;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.ItemLevels.Availability;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import io.backorder.store.UnitOfWork;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Answers questions about an inventory. Each answer is true of one moment between two documents.
 *
 * <p>This type is thread-safe.
 */
public final class ReadingDesk {

  private final PostingDesk desk;
  private final UnitOfWork unitOfWork;
  private final Rules rules;
  private final LedgerClock clock;

  /**
   * Makes the desk.
   *
   * @param desk the desk where documents are posted
   * @param unitOfWork the store
   * @param rules what decisions go by
   * @param clock the ledger's time
   */
  public ReadingDesk(PostingDesk desk, UnitOfWork unitOfWork, Rules rules, LedgerClock clock) {
    this.desk = requireNonNull(desk, "desk");
    this.unitOfWork = requireNonNull(unitOfWork, "unitOfWork");
    this.rules = requireNonNull(rules, "rules");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Returns what one kit is made of.
   *
   * @param sku the item
   * @return the units of each part in one kit; empty for an item that is no kit
   */
  public Map<Sku, Quantity> parts(Sku sku) {
    requireNonNull(sku, "sku");
    return Collections.unmodifiableMap(BillOfMaterials.of(sku, rules).unitsPerKit());
  }

  /**
   * Returns the units of an item.
   *
   * @param sku the item
   * @return its levels; all zero for an item that was never seen
   */
  public ItemLevels item(Sku sku) {
    requireNonNull(sku, "sku");
    return locking(withParts(sku), (store, orders) -> {
      ItemState item = store.item(sku);
      Quantity waiting = Quantity.of(item.waiting());
      Quantity available = newcomers(store, orders).available(sku, OrderTerms.standard());
      ItemLevels.Outstanding outstanding =
          new ItemLevels.Outstanding(waiting, Quantity.of(item.inbound()));
      return new ItemLevels(
          sku, item.levels(orders.now()), outstanding, availability(available, orders, item));
    });
  }

  /**
   * Returns what a kit takes off the shelf.
   *
   * @param kit the item
   * @return its components, kits inside it taken apart; none for an item that is no kit
   */
  public Set<Sku> components(Sku kit) {
    return BillOfMaterials.of(kit, rules).unitsPerKit().keySet();
  }

  /** An item, and for a kit what it is made of. */
  List<Sku> withParts(Sku sku) {
    return BillOfMaterials.skusWithParts(List.of(sku), rules);
  }

  /**
   * Returns the version of an item.
   *
   * @param sku the item
   * @return the number of its ledger records
   */
  public long version(Sku sku) {
    requireNonNull(sku, "sku");
    return desk.read(store -> {
      store.lock(List.of(sku));
      return store.version(sku);
    });
  }

  /** Reads, protected against a policy that calls back. */
  <T> T read(Function<StockStore, T> work) {
    return desk.read(work);
  }

  /** Reads with items locked, and with those of orders that are filled whole, if it needs them. */
  <T> T locking(Collection<Sku> items, BiFunction<StockStore, WholeOrders, T> work) {
    return PostingDesk.retrying(more -> desk.read(store -> {
      Set<Sku> locked = new LinkedHashSet<>(items);
      locked.addAll(more);
      store.lock(locked);
      WholeOrders orders = new WholeOrders(store, rules, clock.now(), locked);
      T answer = work.apply(store, orders);
      orders.requireNone();
      return answer;
    }));
  }

  private Availability availability(Quantity available, WholeOrders orders, ItemState item) {
    BackorderAllowance allowance = FreeUnits.of(item, rules, orders.now()).allowance();
    if (allowance == BackorderAllowance.unlimited()) {
      return new Availability(available, Optional.empty());
    }
    Quantity mayWait = allowance.limit().minusOrZero(Quantity.of(item.waiting()));
    long toOrder = available.units() + mayWait.units();
    return new Availability(
        available, Optional.of(Quantity.of(toOrder < 0 ? Long.MAX_VALUE : toOrder)));
  }

  /**
   * Returns what a new order of a channel would get from the shelf.
   *
   * @param sku the item
   * @param channel the channel
   * @return the units available now at the locations that serve the channel
   */
  public Quantity availableNow(Sku sku, ChannelId channel) {
    requireNonNull(sku, "sku");
    requireNonNull(channel, "channel");
    return locking(
        withParts(sku),
        (store, orders) ->
            newcomers(store, orders).available(sku, OrderTerms.standard().through(channel)));
  }

  private Newcomers newcomers(StockStore store, WholeOrders orders) {
    return new Newcomers(rules, store, orders);
  }

  /**
   * Returns the supplies that will still bring something of an item.
   *
   * @param sku the item
   * @return how each stands, in due order; those that are due together as they were announced
   */
  public List<SupplyStatus> supplies(Sku sku) {
    requireNonNull(sku, "sku");
    return desk.read(store -> {
      store.lock(List.of(sku));
      return List.copyOf(store.item(sku).supplies());
    });
  }

  /**
   * Returns one supply, whether or not more will come of it.
   *
   * @param id the supply
   * @return how it stands, or empty if it was never announced
   */
  public Optional<SupplyStatus> supply(SupplyId id) {
    requireNonNull(id, "id");
    return desk.read(store -> store.supplied(id).flatMap(sku -> {
      store.lock(List.of(sku));
      return store.item(sku).supply(id);
    }));
  }

  /**
   * Returns an order.
   *
   * @param id the order
   * @return the order, or empty if it was never placed or is archived
   */
  public Optional<Order> order(OrderId id) {
    requireNonNull(id, "id");
    return desk.read(store -> store.order(id).map(order -> view(store, order)));
  }

  private static Order view(StockStore store, OrderState order) {
    store.lock(order.skus());
    return order.view();
  }

  /**
   * Returns who waits for an item, first in line first.
   *
   * @param sku the item
   * @param limit the most lines to return, at least 1
   * @return the lines; a raised line stands once for each of its places
   */
  public List<WaitingLine> waiting(Sku sku, int limit) {
    requireNonNull(sku, "sku");
    if (limit < 1) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "limit must be at least 1: " + limit,
          Facts.of("asked", limit).and("allowed", 1));
    }
    return locking(List.of(sku), (store, orders) -> {
      List<WaitingLine> lines = new ArrayList<>();
      for (WaitingLine line :
          new ItemBacklog(store.item(sku), orders.now(), ItemBacklog.Reader.ALL)) {
        if (lines.size() == limit) {
          break;
        }
        lines.add(line);
      }
      return lines;
    });
  }

  /**
   * Returns why a line is still short.
   *
   * @param line the line
   * @return the first reason that is true of its waiting units; empty if none of its units wait, if
   *     units that a hold has left go to who waits with the next document, or if only the policy
   *     knows why it left them waiting
   */
  public Optional<Reason> reason(OrderLineId line) {
    return asked(
        line,
        (state, trials, orders) -> state.waiting() == 0
            ? Optional.empty()
            : new Shortfall(state, rules, orders).decisive().code());
  }

  /**
   * Explains why a line is still short, and what would fill it. Nothing is changed.
   *
   * @param line the line
   * @return the explanation; empty if the line got all that was asked for
   */
  public Explanation explain(OrderLineId line) {
    return asked(line, (state, trials, orders) -> new Explaining(state, trials, orders).explain());
  }

  /** A question about one line, whose items are locked. */
  private interface Question<T> {

    T ask(LineState line, Trials trials, WholeOrders orders);
  }

  private <T> T asked(OrderLineId line, Question<T> question) {
    requireNonNull(line, "line");
    List<Sku> items = desk.read(store -> itemsOf(store, line));
    return PostingDesk.retrying(more -> desk.read(store -> {
      Set<Sku> locked = new LinkedHashSet<>(items);
      locked.addAll(more);
      store.lock(locked);
      Instant now = clock.now();
      WholeOrders orders =
          new WholeOrders(store, rules, now, locked).readingAtMost(Shortfall.MOST_CLAIMS);
      LineState state =
          scarcest(KitLine.of(References.order(store, line.order()).line(line.line())), now);
      T answer = question.ask(state, new Trials(store, rules, now, locked), orders);
      orders.requireNone();
      return answer;
    }));
  }

  /** The item of a line, with the parts of a kit; of an order that is filled whole, those of all lines. */
  private List<Sku> itemsOf(StockStore store, OrderLineId line) {
    OrderState order = References.order(store, line.order());
    KitLine own = KitLine.of(order.line(line.line()));
    boolean whole = order.terms().at(clock.now()).delivery() == DeliveryRule.COMPLETE_ORDER;
    return whole ? order.skus() : own.skus();
  }

  /** A line, or the first part of a kit of which there is less than one kit needs. */
  private LineState scarcest(KitLine line, Instant now) {
    OrderTerms terms = line.kit().order().terms().at(now);
    for (LineState part : line.parts()) {
      if (FreeUnits.of(part.item(), rules, now).available(terms) < line.perKit(part)) {
        return part;
      }
    }
    return line.isKit() ? line.parts().get(0) : line.kit();
  }

  /**
   * Returns what happened. Like every other answer it is refused inside a policy, a sourcing rule or
   * item terms, which could otherwise lock items out of order.
   *
   * @return the ledger
   */
  public Ledger ledger() {
    return new GuardedLedger(desk, unitOfWork);
  }

  /**
   * Requires that the ledger still begins with the history of a checkpoint, then recomputes every
   * balance.
   *
   * @param checkpoint a checkpoint that was stored elsewhere
   * @return the first difference, or that there is none
   */
  public Verification verify(Checkpoint checkpoint) {
    ledger().verify(checkpoint);
    return verify();
  }

  /**
   * Recomputes every chain value and every balance from the ledger, item by item, each as it stands
   * between two documents.
   *
   * @return the first difference, or that there is none
   */
  public Verification verify() {
    List<Sku> skus = desk.read(StockStore::skus);
    long entries = 0;
    for (Sku sku : skus) {
      Verification one = desk.read(store -> verify(store, sku));
      entries += one.entries();
      if (!one.isSound()) {
        return new Verification(entries, one.firstDifference());
      }
    }
    return new Verification(entries, Optional.empty());
  }

  private Verification verify(StockStore store, Sku sku) {
    store.lock(List.of(sku));
    return new Audit(store.item(sku), rules.locations()).of(store.records(sku));
  }
}
