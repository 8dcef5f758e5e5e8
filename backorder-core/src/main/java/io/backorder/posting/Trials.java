package io.backorder.posting;

import io.backorder.ledger.LedgerEntry.Received;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.StoreException;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.LineState;
import io.backorder.store.MoreItems;
import io.backorder.store.StockStore;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tries documents out on a line, by the steps that a posted document takes, and takes them back. A trial
 * that reads too much of a queue ends with {@link TooDeep}.
 *
 * @param store the store, with the items locked
 * @param rules what decisions go by
 * @param now the ledger's time
 * @param locked the items that are locked
 */
record Trials(StockStore store, Rules rules, Instant now, Set<Sku> locked) {

  /** The most claims that a document of a trial reads off queues. */
  static final int MOST_CLAIMS = 256;

  /** What one document does to some items. */
  record Step(List<Sku> items, Consumer<Draft> decision) {

    /** A document that touches an item and changes nothing of it. */
    static Step touching(Sku sku) {
      return new Step(List.of(sku), draft -> {});
    }

    /** A receipt; what arrives in the number of zero does not arrive. */
    static Step receiving(List<StockUnits> units) {
      List<Sku> items = units.stream().map(StockUnits::sku).distinct().toList();
      return new Step(
          items,
          draft -> units.stream()
              .filter(each -> !each.quantity().isZero())
              .forEach(
                  each -> draft.post(new Received(each.sku(), each.location(), each.quantity()))));
    }
  }

  /** The same trials by other rules. */
  Trials by(Rules others) {
    return new Trials(store, others, now, locked);
  }

  /** Whether nothing of a line waits after documents, posted one after the other. */
  boolean fill(LineState line, Step... documents) {
    return left(line, documents) == 0;
  }

  /** The units of a line that wait after documents; all, if one of them is refused. */
  private long left(LineState line, Step... documents) {
    long before = line.queued();
    return store.tried(() -> {
      try {
        for (Step each : documents) {
          run(each);
        }
        return line.queued();
      } catch (StoreException e) {
        throw e;
      } catch (InventoryException e) {
        return before;
      }
    });
  }

  private void run(Step step) {
    if (!locked.containsAll(step.items)) {
      throw new MoreItems(new LinkedHashSet<>(step.items));
    }
    WholeOrders orders = new WholeOrders(store, rules, now, locked).readingAtMost(MOST_CLAIMS);
    Draft draft = new Draft(store, rules, orders, new Draft.Touched(step.items, now));
    draft.endHolds();
    step.decision.accept(draft);
    draft.serveRest();
    orders.requireNone();
  }
}
