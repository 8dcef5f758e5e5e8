package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.reallocation.OpenLine;
import io.backorder.reallocation.Reallocation;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.reallocation.ReallocationSnapshot;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes snapshots for re-promising and runs on them. Nothing is changed here: a plan is committed by
 * posting {@link Reallocate}.
 *
 * <p>This type is thread-safe.
 */
public final class ReallocationDesk {

  private final PostingDesk desk;
  private final Rules rules;
  private final LedgerClock clock;

  /**
   * Makes the desk.
   *
   * @param desk the desk where documents are posted
   * @param rules what decisions go by
   * @param clock the ledger's time
   */
  public ReallocationDesk(PostingDesk desk, Rules rules, LedgerClock clock) {
    this.desk = requireNonNull(desk, "desk");
    this.rules = requireNonNull(rules, "rules");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Returns what a run works on: everybody who has units of some items or waits for them, and what is
   * free. By definition this reads the whole queue of each item, and locks all of them while it reads.
   *
   * @param skus the items, at least one
   * @return the items as they stand between two documents
   */
  public ReallocationSnapshot snapshot(Collection<Sku> skus) {
    Set<Sku> items = new TreeSet<>(requireNonNull(skus, "skus"));
    if (items.isEmpty()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "items of a snapshot must be at least 1: 0",
          Facts.of("asked", 0).and("allowed", 1));
    }
    items.forEach(sku -> BillOfMaterials.requireNone(sku, rules));
    return desk.read(store -> {
      store.lock(items);
      return new Snapshots(store, rules, clock.now(), items).read();
    });
  }

  /**
   * Runs on a fresh snapshot.
   *
   * @param skus the items, at least one
   * @param asked the strategy of each line, what is left alone, and how unsteady the run may be
   * @return the plan
   */
  public ReallocationPlan simulate(Collection<Sku> skus, ReallocationRules asked) {
    requireNonNull(asked, "rules");
    ReallocationSnapshot snapshot = snapshot(skus);
    requireOpen(snapshot, asked);
    return Reallocation.run(snapshot, asked);
  }

  /** Names what is wrong with an order or a line that has no open units in the snapshot. */
  private void requireOpen(ReallocationSnapshot snapshot, ReallocationRules asked) {
    Set<Object> seen = new HashSet<>();
    for (ReallocationSnapshot.Item item : snapshot.items()) {
      for (OpenLine line : item.lines()) {
        seen.add(line.id());
        seen.add(line.id().order());
      }
    }
    unseen(asked.orders().keySet(), seen).forEach(this::requireOpen);
    unseen(asked.lines().keySet(), seen).forEach(this::requireOpen);
    unseen(asked.frozen(), seen).forEach(this::requireOpen);
  }

  private static <T> List<T> unseen(Collection<T> named, Set<Object> seen) {
    return named.stream().filter(each -> !seen.contains(each)).toList();
  }

  private void requireOpen(OrderId id) {
    desk.read(store -> {
      OrderState order = References.order(store, id);
      store.lock(order.skus());
      return References.openOrder(store, id);
    });
  }

  private void requireOpen(OrderLineId id) {
    desk.read(store -> {
      OrderState order = References.order(store, id.order());
      store.lock(order.skus());
      LineState line = order.line(id.line());
      if (line.open() == 0) {
        throw new RefusedDocumentException(
            ErrorCode.ALREADY_CLOSED,
            "cannot share out units of line %s: nothing of it is open".formatted(id),
            Facts.of("line", id));
      }
      return line;
    });
  }
}
