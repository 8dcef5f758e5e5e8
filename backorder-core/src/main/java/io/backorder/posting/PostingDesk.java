package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Sku;
import io.backorder.store.Remembered;
import io.backorder.store.StockStore;
import io.backorder.store.UnitOfWork;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decides documents, each in one unit of work: lock its items, remember its id, write its entries,
 * serve who waits, count what became ready or closed.
 *
 * <p>This type is thread-safe.
 */
public final class PostingDesk {

  private final UnitOfWork unitOfWork;
  private final Rules rules;
  private final LedgerClock clock;
  private final EventSink events;
  private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

  /**
   * Makes the desk.
   *
   * @param unitOfWork the store
   * @param rules what decisions go by
   * @param clock the ledger's time
   * @param events who is told what happened
   */
  public PostingDesk(UnitOfWork unitOfWork, Rules rules, LedgerClock clock, EventSink events) {
    this.unitOfWork = requireNonNull(unitOfWork, "unitOfWork");
    this.rules = requireNonNull(rules, "rules");
    this.clock = requireNonNull(clock, "clock");
    this.events = requireNonNull(events, "events");
  }

  /** Takes what listeners are to be told, when a document is committed. */
  public interface EventSink {

    /**
     * Tells whether anybody listens.
     *
     * @return false if events need not be made
     */
    boolean isListening();

    /**
     * Takes the events of one document. It is called after the commit and before the next document
     * on one of the items is decided, so that the order of calls is the order of the ledger.
     *
     * @param items the items that the document locked
     * @param told the events, in order
     */
    void take(List<Sku> items, List<InventoryEvent> told);
  }

  /**
   * Posts a document.
   *
   * @param document the document
   * @return what it did, or did the first time
   */
  public Outcome post(Document document) {
    requireNonNull(document, "document");
    return exclusively(
        () -> retrying(more -> unitOfWork.run(store -> decide(store, document, more))));
  }

  /** Does work, again with more items as long as it names some; each time they are more. */
  static <T> T retrying(Function<Set<Sku>, T> work) {
    Set<Sku> more = new LinkedHashSet<>();
    while (true) {
      try {
        return work.apply(more);
      } catch (MoreItems wanted) {
        more.addAll(wanted.items());
      }
    }
  }

  /**
   * Runs work that reads or restores, with the same protection against a policy that calls back.
   *
   * @param work the work
   * @param <T> the type of its answer
   * @return the answer
   */
  public <T> T read(Function<StockStore, T> work) {
    return exclusively(() -> unitOfWork.run(work));
  }

  /** A policy or a terms function that called back here could lock items out of order. */
  private <T> T exclusively(Supplier<T> work) {
    if (busy.get()) {
      throw new PolicyViolationException(
          ErrorCode.POLICY_VIOLATION,
          "inventory must not be used from inside a policy, a sourcing rule or item terms: "
              + Thread.currentThread().getName(),
          Facts.of("policy", rules.policy()));
    }
    busy.set(true);
    try {
      return work.get();
    } finally {
      busy.set(false);
    }
  }

  private Outcome decide(StockStore store, Document document, Set<Sku> more) {
    Decision decision = document.decision();
    List<Sku> items;
    try {
      items = decision.items(store, clock);
    } catch (UnknownReferenceException e) {
      // that a number was used before is told first, whatever else is wrong with the document
      return repeated(document, store.remember(document).orElseThrow(() -> e));
    }
    Collection<Sku> locked = union(items, more);
    store.lock(locked);
    Optional<Remembered> earlier = store.remember(document);
    if (earlier.isPresent()) {
      return repeated(document, earlier.orElseThrow());
    }
    Instant now = clock.now();
    store.stamp(now);
    Limits.require("remembered documents", store.documents(), rules.limits().documents());
    WholeOrders orders = new WholeOrders(store, rules, now, locked);
    Draft draft = new Draft(store, rules, orders, new Draft.Touched(items, now));
    decide(decision, draft);
    List<StockStore.Turned> turned = store.settle();
    if (events.isListening()) {
      List<InventoryEvent> told = draft.events(turned);
      store.onCommit(() -> events.take(List.copyOf(locked), told));
    }
    return Outcome.of(draft.entries());
  }

  private static Collection<Sku> union(List<Sku> items, Set<Sku> more) {
    if (more.isEmpty()) {
      return items;
    }
    Set<Sku> all = new LinkedHashSet<>(items);
    all.addAll(more);
    return all;
  }

  /** A refusal is told once all items are there: an order that takes units may be what causes it. */
  private static void decide(Decision decision, Draft draft) {
    try {
      draft.endHolds();
      decision.decide(draft);
      draft.serveRest();
    } catch (InventoryException e) {
      draft.orders().requireNone();
      throw e;
    }
    draft.orders().requireNone();
  }

  private static Outcome repeated(Document document, Remembered earlier) {
    if (!earlier.document().content().equals(document.content())) {
      throw Conflicts.between(document, earlier.document());
    }
    List<LedgerEntry> entries =
        earlier.records().stream().map(LedgerRecord::entry).toList();
    return Outcome.of(entries);
  }
}
