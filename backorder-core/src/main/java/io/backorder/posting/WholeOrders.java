package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Grant;
import io.backorder.demand.DeliveryRule;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.MoreItems;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders that are filled whole or not at all, in one unit of work.
 *
 * <p>Such an order is decided where it is reached in the queue of an item: it is served if what is free
 * there suffices for all its lines, and at each of its other items what those before it leave. What it
 * needs elsewhere can only be read if it is locked; items that are not are {@link #wanted}, and the unit
 * of work is begun again with them, see {@link MoreItems}. An order that does not fit where it is
 * reached names no items, so that most documents lock no more than their own.
 */
final class WholeOrders {

  private final StockStore store;
  private final Rules rules;
  private final Instant now;
  private final Collection<Sku> locked;
  private Set<Sku> unserved = Set.of();
  private Set<Sku> wanted = Set.of();
  private boolean met;
  private int mayRead = Integer.MAX_VALUE;

  WholeOrders(StockStore store, Rules rules, Instant now, Collection<Sku> locked) {
    this.store = store;
    this.rules = rules;
    this.now = now;
    this.locked = locked;
  }

  /** Gives up with {@link TooDeep} when more claims than this are read off queues. */
  WholeOrders readingAtMost(int claims) {
    mayRead = claims;
    return this;
  }

  /** Counts a claim that is read off a queue. */
  void countRead() {
    if (mayRead != Integer.MAX_VALUE && --mayRead < 0) {
      throw new TooDeep();
    }
  }

  /** The ledger's time in this unit of work. */
  Instant now() {
    return now;
  }

  static boolean isWhole(ClaimState claim, Instant now) {
    return claim.line().order().terms().at(now).delivery() == DeliveryRule.COMPLETE_ORDER;
  }

  /** Whether a claim is filled together with others only: its order's, or its kit's. */
  static boolean goesInStep(ClaimState claim, Instant now) {
    return claim.line().isPart() || isWhole(claim, now);
  }

  /** Whether a claim is of a kit that may be filled in part, kit by kit. */
  static boolean isKitPart(ClaimState claim, Instant now) {
    return claim.line().isPart() && !isWhole(claim, now);
  }

  /** What those before a place leave of an item. */
  Left left(Sku sku) {
    return new Left(sku);
  }

  Rules rules() {
    return rules;
  }

  /** Tells whether items are locked; those that are not are wanted. */
  boolean areLocked(Collection<Sku> skus) {
    if (locked.containsAll(skus)) {
      return true;
    }
    want(skus);
    return false;
  }

  /** Whether any such order was read. */
  boolean wereMet() {
    return met;
  }

  /** Units of an item may have become free for who waits. */
  void free(Sku sku) {
    unserved = unserved.isEmpty() ? new HashSet<>(2) : unserved;
    unserved.add(sku);
  }

  /** Whoever waits for an item is being served. */
  void serve(Sku sku) {
    if (!unserved.isEmpty()) {
      unserved.remove(sku);
    }
  }

  /** Whether those before an order may still take what is free. */
  boolean areUnserved(ItemState item) {
    return unserved.contains(item.sku()) || !item.ended(now).isEmpty();
  }

  /** Begins again with the items of an order, unless they are locked. */
  void requireLocked(OrderState order) {
    if (!locked.containsAll(order.skus())) {
      want(order.skus());
      requireNone();
    }
  }

  private void want(Collection<Sku> items) {
    wanted = wanted.isEmpty() ? new LinkedHashSet<>() : wanted;
    wanted.addAll(items);
  }

  /** Begins again if items are wanted that are not locked. */
  void requireNone() {
    if (!wanted.isEmpty()) {
      throw new MoreItems(wanted);
    }
  }

  /** The units that an order still needs; what is not tracked it has anyhow. */
  long queued(OrderState order) {
    return order.lines().stream()
        .filter(line -> !line.isKit() && rules.termsOf(line.sku()).isTracked())
        .mapToLong(LineState::queued)
        .sum();
  }

  /** Lines of an order that wait for units of an item; those of a kit wait for its parts'. */
  static List<LineState> waiting(OrderState order, Sku sku) {
    return order.lines().stream()
        .filter(line -> line.sku().equals(sku) && line.queued() > 0 && !line.isKit())
        .toList();
  }

  /** The items of an order but one. */
  static List<Sku> elsewhere(OrderState order, Sku here) {
    return order.skus().stream().filter(sku -> !sku.equals(here)).toList();
  }

  /** The place of an order in the queue of an item: its best one. */
  static ClaimState place(List<LineState> lines) {
    return lines.stream()
        .flatMap(line -> line.claims().stream())
        .filter(claim -> claim.queued() > 0)
        .min(Comparator.comparing(ClaimState::place))
        .orElseThrow();
  }

  Turn turnAt(FreeUnits here) {
    return new Turn(here);
  }

  /** The orders in one service of an item's queue. */
  final class Turn {

    private final FreeUnits here;
    private final Map<OrderState, Boolean> admitted = new HashMap<>();
    private final WholeKits kits;

    private Turn(FreeUnits here) {
      this.here = here;
      this.kits = new WholeKits(WholeOrders.this, here);
    }

    /** Whether a line may be served, as far as its order tells. */
    boolean admits(ClaimState claim) {
      countRead();
      if (!isWhole(claim, now)) {
        return true;
      }
      met = true;
      OrderState order = claim.line().order();
      Boolean known = admitted.get(order);
      if (known == null) {
        known = fits(order);
        admitted.put(order, known);
      }
      return known;
    }

    /** The most units that a line may be served, as far as its kit tells: those of whole kits. */
    long most(ClaimState claim) {
      if (!isKitPart(claim, now)) {
        return Long.MAX_VALUE;
      }
      met = true;
      return kits.most(claim);
    }

    private boolean fits(OrderState order) {
      Sku sku = here.item().sku();
      if (!here.sufficeFor(waiting(order, sku))) {
        return false;
      }
      List<Sku> others = elsewhere(order, sku);
      if (!areLocked(others)) {
        return false;
      }
      return others.stream().allMatch(each -> isThere(order, each));
    }

    private boolean isThere(OrderState order, Sku sku) {
      List<LineState> lines = waiting(order, sku);
      return lines.isEmpty() || new Left(sku).before(place(lines)).sufficeFor(lines);
    }

    /**
     * Leaves out the first order of a plan that would not be filled whole: a line here was not granted,
     * or units elsewhere go to an order before it.
     */
    boolean leavesOut(AllocationPlan plan) {
      Map<Sku, Left> rest = new HashMap<>();
      Set<OrderState> seen = new HashSet<>();
      Set<ClaimState> partsSeen = new HashSet<>(0);
      for (Grant grant : plan.grants()) {
        ClaimState claim = ((QueuedLine) grant.line()).claim();
        OrderState order = claim.line().order();
        if (isKitPart(claim, now)) {
          if (partsSeen.add(claim) && kits.lowers(claim, plan, rest)) {
            return true;
          }
        } else if (isWhole(claim, now) && seen.add(order)) {
          requireAdmitted(order, grant);
          if (!(isGranted(order, plan) && isTaken(order, rest))) {
            admitted.put(order, false);
            return true;
          }
        }
      }
      return false;
    }

    private void requireAdmitted(OrderState order, Grant grant) {
      if (!admitted.getOrDefault(order, false)) {
        throw new PolicyViolationException(
            ErrorCode.POLICY_VIOLATION,
            "policy %s, line %s: must stand in the backlog, allowed 0: %s"
                .formatted(rules.policy(), grant.line().id(), grant.quantity()),
            Facts.of("policy", rules.policy())
                .and("line", grant.line().id())
                .and("asked", grant.quantity())
                .and("allowed", 0));
      }
    }

    private boolean isGranted(OrderState order, AllocationPlan plan) {
      long granted = Grants.of(order, plan).stream()
          .mapToLong(each -> each.quantity().units())
          .sum();
      return granted
          == waiting(order, here.item().sku()).stream()
              .mapToLong(LineState::queued)
              .sum();
    }

    private boolean isTaken(OrderState order, Map<Sku, Left> rest) {
      for (Sku sku : elsewhere(order, here.item().sku())) {
        List<LineState> lines = waiting(order, sku);
        if (!lines.isEmpty()) {
          FreeUnits free = rest.computeIfAbsent(sku, Left::new).before(place(lines));
          if (free.takeWhole(lines).isEmpty()) {
            return false;
          }
        }
      }
      return true;
    }
  }

  /** What is free of another item, while orders take from it one after the other. */
  final class Left {

    private final FreeUnits free;
    private final boolean unserved;
    private @Nullable ClaimState served;

    Left(Sku sku) {
      ItemState item = store.item(sku);
      this.free = FreeUnits.of(item, rules, now);
      this.unserved = areUnserved(item);
    }

    /** What those before a place leave. */
    FreeUnits before(ClaimState place) {
      if (unserved && (served == null || served.standsBefore(place))) {
        free.serveBetween(served, place, WholeOrders.this);
        served = place;
      }
      return free;
    }
  }
}
