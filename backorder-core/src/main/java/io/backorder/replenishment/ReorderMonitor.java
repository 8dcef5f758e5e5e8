package io.backorder.replenishment;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.InventoryEvent;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Watches inventory positions and proposes purchases.
 *
 * <p>When the position of an item is found at or below its reorder point, one purchase is proposed. However far
 * the position falls after that, no second one is, until the first is either <i>ordered</i>, which the host
 * tells, or <i>withdrawn</i>, because the position has risen above the reorder point without it. A later fall
 * is another crossing. An item with periodic review is proposed for in {@link #review} alone; it is withdrawn
 * at any event.
 *
 * <p>A monitor keeps no numbers of its own: it asks for the levels, for what is on order and for the plan each
 * time. So the host may change plans at will, and must call {@link #review} after it changed what is on order.
 * It reads no clock: whoever calls it says what time it is.
 *
 * <p>This type is thread-safe.
 */
public final class ReorderMonitor {

  private static final double AS_OFTEN_AS_NOT = 0.5;

  private final Function<Sku, ItemLevels> levels;
  private final OnOrder onOrder;
  private final Function<Sku, Optional<ReorderPlan>> plans;
  private final PurchaseListener listener;
  private final ConcurrentHashMap<Sku, Watch> watches = new ConcurrentHashMap<>();

  private ReorderMonitor(
      Function<Sku, ItemLevels> levels,
      OnOrder onOrder,
      Function<Sku, Optional<ReorderPlan>> plans,
      PurchaseListener listener) {
    this.levels = requireNonNull(levels, "levels");
    this.onOrder = requireNonNull(onOrder, "onOrder");
    this.plans = requireNonNull(plans, "plans");
    this.listener = requireNonNull(listener, "listener");
  }

  /**
   * Returns a monitor with nothing proposed.
   *
   * @param levels tells the levels of an item, such as {@code inventory::item}
   * @param onOrder tells what is on order
   * @param plans tells how an item is bought; empty for an item that is not
   * @param listener hears of proposals
   * @return the monitor
   */
  public static ReorderMonitor of(
      Function<Sku, ItemLevels> levels,
      OnOrder onOrder,
      Function<Sku, Optional<ReorderPlan>> plans,
      PurchaseListener listener) {
    return new ReorderMonitor(levels, onOrder, plans, listener);
  }

  /** What is open for one item. Its lock is held while the position is looked at, and never while telling. */
  private static final class Watch {

    private @Nullable PurchaseProposal open;
  }

  /** What a look at a position led to. */
  private record Change(
      @Nullable PurchaseProposal withdrawn, @Nullable PurchaseProposal proposed) {}

  /** What called for a look. */
  private enum Occasion {
    EVENT,
    REVIEW
  }

  /**
   * Looks at the item of an event, if the event may have moved its position.
   *
   * @param event what happened
   * @param now what time it is
   */
  public void onEvent(InventoryEvent event, Instant now) {
    PositionChange.item(event).ifPresent(sku -> look(sku, now, Occasion.EVENT));
  }

  /**
   * Looks at an item, whatever kind of review it has.
   *
   * @param sku the item
   * @param now what time it is
   */
  public void review(Sku sku, Instant now) {
    look(requireNonNull(sku, "sku"), now, Occasion.REVIEW);
  }

  /**
   * Notes that a proposal was ordered, in whatever quantity, and looks at the item again. What was ordered must
   * be part of what is on order by now; if it was too little, the rest is proposed.
   *
   * @param proposal the proposal
   * @param now what time it is
   * @return true if it was open; false if it had been withdrawn or ordered before, and nothing was noted
   */
  public boolean ordered(PurchaseProposal proposal, Instant now) {
    requireNonNull(now, "now");
    Watch watch = watches.get(proposal.sku());
    if (watch == null) {
      return false;
    }
    synchronized (watch) {
      if (!proposal.equals(watch.open)) {
        return false;
      }
      watch.open = null;
    }
    look(proposal.sku(), now, Occasion.REVIEW);
    return true;
  }

  private void look(Sku sku, Instant now, Occasion occasion) {
    requireNonNull(now, "now");
    Change change;
    Watch watch = watches.computeIfAbsent(sku, key -> new Watch());
    synchronized (watch) {
      change = change(watch.open, wanted(sku, now), occasion);
      watch.open =
          change.proposed != null ? change.proposed : change.withdrawn != null ? null : watch.open;
    }
    if (change.withdrawn != null) {
      listener.onWithdrawn(change.withdrawn);
    }
    if (change.proposed != null) {
      listener.onProposed(change.proposed);
    }
  }

  private static Change change(
      @Nullable PurchaseProposal open, Optional<Wanted> wanted, Occasion occasion) {
    if (wanted.isEmpty()) {
      return new Change(open, null);
    }
    boolean isTimely =
        occasion == Occasion.REVIEW || wanted.get().review == ReorderPlan.Review.CONTINUOUS;
    return new Change(null, open == null && isTimely ? wanted.get().proposal : null);
  }

  /** A purchase that the position asks for, proposed or not. */
  private record Wanted(PurchaseProposal proposal, ReorderPlan.Review review) {}

  private Optional<Wanted> wanted(Sku sku, Instant now) {
    return plans.apply(sku).flatMap(plan -> wanted(sku, plan, now));
  }

  private Optional<Wanted> wanted(Sku sku, ReorderPlan plan, Instant now) {
    ReorderReason.Parts parts = ReorderReason.Parts.of(levels.apply(sku), onOrder.of(sku));
    long asked = plan.rule().orderFrom(parts.position());
    if (asked == 0) {
      return Optional.empty();
    }
    SupplierOffer offer = plan.offer();
    PurchaseProposal proposal = new PurchaseProposal(
        sku,
        offer.sizes().covering(Quantity.of(asked)),
        new PurchaseProposal.Source(
            offer.supplier(), offer.reliability().leadTime().arrival(now, AS_OFTEN_AS_NOT)),
        new ReorderReason(parts.position(), parts, plan.rule(), asked));
    return Optional.of(new Wanted(proposal, plan.review()));
  }

  /**
   * Returns what is proposed for an item and neither ordered nor withdrawn.
   *
   * @param sku the item
   * @return the proposal, or empty if there is none
   */
  public Optional<PurchaseProposal> open(Sku sku) {
    Watch watch = watches.get(requireNonNull(sku, "sku"));
    if (watch == null) {
      return Optional.empty();
    }
    synchronized (watch) {
      return Optional.ofNullable(watch.open);
    }
  }

  /**
   * Returns all that is proposed and neither ordered nor withdrawn, as each item stood when it was asked.
   *
   * @return the proposals, by item
   */
  public List<PurchaseProposal> open() {
    return watches.keySet().stream()
        .sorted(Comparator.naturalOrder())
        .flatMap(sku -> open(sku).stream())
        .toList();
  }

  @Override
  public String toString() {
    return "reorder monitor of " + watches.size() + " items";
  }
}
