package io.backorder.replenishment;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerRecord;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Watches inventory positions and proposes purchases.
 *
 * <p>When the position of an item is found at or below its reorder point, one purchase is proposed. However far
 * the position falls after that, no second one is, until the first is either {@linkplain #order ordered}
 * or <i>withdrawn</i>, because the position has risen above the reorder point without it. A later fall
 * is another crossing; a fall that was made up for before anybody looked is none. An item with periodic review is
 * proposed for in {@link #review} alone; it is withdrawn at any event.
 *
 * <p><b>What it keeps.</b> The open proposals, and no numbers: it asks for the position and for the plan each
 * time. So the host may change plans at will, and must call {@link #review} after it changed what is on order.
 * It reads no clock: whoever calls it says what time it is.
 *
 * <p><b>Starting again.</b> A host that keeps proposals beyond the process stores each under its item when it is
 * proposed, and removes it when it is withdrawn or ordered. A new monitor {@linkplain #withOpen starts with
 * these} and goes on as if it had never stopped; for what happened meanwhile it is told of each planned item
 * ({@link #moved}), or reads on in the ledger where it had stopped ({@link #onRecords}).
 *
 * <p><b>Several nodes.</b> The listeners of an inventory hear of what their own node posts, so each of several
 * nodes would watch for itself. Let one of them watch, and read what all have posted: it hands what {@code
 * inventory.ledger().after(position, limit)} answers to {@link #onRecords} and stores the position. A unique
 * key on the item of an open proposal, in the host's table, keeps a second watcher by mistake from buying twice.
 *
 * <p><b>Several threads.</b> Each position is looked at while no other thread looks at the same item, and after
 * what called for the look was committed. So looks never run back, and where the position comes of {@link
 * #of(Function, Function, PurchaseListener) one reading}, no crossing is proposed twice. Where levels and what
 * is on order come of two readings, a change between them may show in one alone: a purchase may then be
 * proposed and withdrawn at once, or be proposed at the next event only. The position must not be looked at
 * within a transaction that has changed the item and is open still, for another thread may wait for it.
 *
 * <p>This type is thread-safe.
 */
public final class ReorderMonitor {

  private static final double AS_OFTEN_AS_NOT = 0.5;

  private final Sources sources;
  private final PurchaseListener listener;
  private final ConcurrentHashMap<Sku, Watch> watches = new ConcurrentHashMap<>();

  private ReorderMonitor(Sources sources, PurchaseListener listener) {
    this.sources = sources;
    this.listener = requireNonNull(listener, "listener");
  }

  /** Whom a monitor asks. */
  private record Sources(
      Function<Sku, ReorderReason.Parts> positions,
      Function<Sku, Optional<ReorderPlan>> plans,
      Function<Sku, ? extends Collection<Sku>> parts) {

    Sources {
      requireNonNull(plans, "plans");
      requireNonNull(parts, "parts");
    }
  }

  /**
   * Returns a monitor with nothing proposed, where every purchase is announced to the inventory: what is inbound
   * is what is on order, and one reading gives both.
   *
   * @param levels tells the levels of an item, such as {@code inventory::item}
   * @param plans tells how an item is bought; empty for an item that is not
   * @param listener hears of proposals
   * @return the monitor
   */
  public static ReorderMonitor of(
      Function<Sku, ItemLevels> levels,
      Function<Sku, Optional<ReorderPlan>> plans,
      PurchaseListener listener) {
    requireNonNull(levels, "levels");
    return new ReorderMonitor(
        new Sources(
            sku -> {
              ItemLevels found = levels.apply(sku);
              return ReorderReason.Parts.of(found, found.inbound());
            },
            plans,
            sku -> List.of()),
        listener);
  }

  /**
   * Returns a monitor with nothing proposed, where the host knows what is on order.
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
    requireNonNull(levels, "levels");
    requireNonNull(onOrder, "onOrder");
    return new ReorderMonitor(
        new Sources(
            sku -> ReorderReason.Parts.of(levels.apply(sku), onOrder.of(sku)),
            plans,
            sku -> List.of()),
        listener);
  }

  /**
   * Returns a monitor that looks at the parts of a kit too when an event names the kit, as those of orders do:
   * it is the parts that are bought. It starts with what is open in this one. Records name parts themselves, so
   * that {@link #onRecords} needs no such function. After a kit got other parts, the old ones are to be
   * {@linkplain #moved looked at} when its orders change.
   *
   * @param parts tells the parts of an item, none for an item that is no kit, such as {@code sku ->
   *     inventory.parts(sku).keySet()}
   * @return the monitor
   */
  public ReorderMonitor withParts(Function<Sku, ? extends Collection<Sku>> parts) {
    Sources more = new Sources(sources.positions, sources.plans, parts);
    return new ReorderMonitor(more, listener).start(open());
  }

  /**
   * Returns a monitor that starts with proposals of which everybody knows, in place of those that are open in
   * this one. Nobody is told of them again.
   *
   * @param proposals what was proposed and neither ordered nor withdrawn, such as what another monitor's {@link
   *     #open()} answered; at most one of an item, in any order
   * @return the monitor
   * @throws InvalidValueException with {@code CONFIG_INVALID} if there are two of an item
   */
  public ReorderMonitor withOpen(Collection<PurchaseProposal> proposals) {
    return new ReorderMonitor(sources, listener).start(proposals);
  }

  private ReorderMonitor start(Collection<PurchaseProposal> proposals) {
    for (PurchaseProposal each : proposals) {
      Watch watch = new Watch();
      watch.start(each);
      if (watches.put(each.sku(), watch) != null) {
        throw new InvalidValueException(
            ErrorCode.CONFIG_INVALID,
            "open proposals must be at most one of an item: two of " + each.sku(),
            Facts.of("sku", each.sku()));
      }
    }
    return this;
  }

  /**
   * Looks at the item of an event, and at its {@linkplain #withParts parts}, if the event may have moved their
   * positions.
   *
   * @param event what happened
   * @param now what time it is
   */
  public void onEvent(InventoryEvent event, Instant now) {
    requireNonNull(event, "event");
    requireNonNull(now, "now");
    PositionChange.item(event).ifPresent(sku -> {
      List<Sku> items = new ArrayList<>(sources.parts.apply(sku));
      items.add(0, sku);
      look(items, now);
    });
  }

  /**
   * Looks at the items of ledger records, at each once. It is for a host that reads the ledger as a feed.
   *
   * @param records the records, such as {@code inventory.ledger().after(position, limit)}
   * @param now what time it is
   */
  public void onRecords(List<LedgerRecord> records, Instant now) {
    requireNonNull(records, "records");
    Set<Sku> items = new LinkedHashSet<>();
    for (LedgerRecord record : records) {
      items.add(record.entry().sku());
    }
    look(items, now);
  }

  /**
   * Looks at an item as an event of it would.
   *
   * @param sku the item
   * @param now what time it is
   */
  public void moved(Sku sku, Instant now) {
    look(requireNonNull(sku, "sku"), now, Occasion.EVENT);
  }

  private void look(Collection<Sku> items, Instant now) {
    requireNonNull(now, "now");
    FirstFailure failures = new FirstFailure();
    items.forEach(sku -> failures.of(() -> look(sku, now, Occasion.EVENT)));
    failures.rethrow();
  }

  /** What called for a look. */
  private enum Occasion {
    EVENT,
    REVIEW
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
   * Orders what is proposed, in whatever quantity: the host's purchase is run, the proposal is closed, and the item
   * is looked at again. If it was too little, the rest is proposed.
   *
   * <p>While the purchase runs, nothing is proposed for the item and nothing withdrawn, so that the position may
   * rise by what is bought. When it has returned, what was bought must be part of what is on order: a purchase
   * within a transaction of the host's is that transaction, committed. If it throws, the proposal stays open,
   * unless the position has risen.
   *
   * @param proposal the proposal
   * @param now what time it is
   * @param purchase buys, such as {@code () -> inventory.post(announcement)}; it is run on this thread with no
   *     lock held
   * @return true if it was ordered; false if it was not open, or another thread is ordering it, and nothing was run
   */
  public boolean order(PurchaseProposal proposal, Instant now, Runnable purchase) {
    requireNonNull(now, "now");
    requireNonNull(purchase, "purchase");
    Watch watch = watches.get(proposal.sku());
    if (watch == null || !watch.beginOrdering(proposal)) {
      return false;
    }
    Occasion next = Occasion.EVENT;
    try {
      purchase.run();
      watch.ordered();
      next = Occasion.REVIEW;
    } finally {
      watch.endOrdering();
      look(proposal.sku(), now, next);
    }
    return true;
  }

  private void look(Sku sku, Instant now, Occasion occasion) {
    requireNonNull(now, "now");
    watches
        .computeIfAbsent(sku, key -> new Watch())
        .look(open -> change(open, wanted(sku, now), occasion), listener);
  }

  private static Watch.Change change(
      Optional<PurchaseProposal> open, Optional<Wanted> wanted, Occasion occasion) {
    if (wanted.isEmpty()) {
      return new Watch.Change(open.orElse(null), null);
    }
    boolean isTimely =
        occasion == Occasion.REVIEW || wanted.get().review == ReorderPlan.Review.CONTINUOUS;
    return open.isEmpty() && isTimely
        ? new Watch.Change(null, wanted.get().proposal)
        : Watch.Change.NONE;
  }

  /** A purchase that the position asks for, proposed or not. */
  private record Wanted(PurchaseProposal proposal, ReorderPlan.Review review) {}

  private Optional<Wanted> wanted(Sku sku, Instant now) {
    return sources.plans.apply(sku).flatMap(plan -> wanted(sku, plan, now));
  }

  private Optional<Wanted> wanted(Sku sku, ReorderPlan plan, Instant now) {
    ReorderReason.Parts parts = sources.positions.apply(sku);
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
    return watch == null ? Optional.empty() : watch.open();
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
