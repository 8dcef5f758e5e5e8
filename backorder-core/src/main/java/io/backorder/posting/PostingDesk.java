package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Sku;
import io.backorder.store.Remembered;
import io.backorder.store.StockStore;
import io.backorder.store.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return exclusively(() -> unitOfWork.run(store -> decide(store, document)));
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

  private Outcome decide(StockStore store, Document document) {
    Decision decision = document.decision();
    List<Sku> items = decision.items(store, clock.now());
    store.lock(items);
    Draft draft = new Draft(store, rules, clock.now());
    store.stamp(draft.now());
    Optional<Remembered> earlier = store.remember(document);
    if (earlier.isPresent()) {
      return repeated(document, earlier.orElseThrow());
    }
    Limits.require("remembered documents", store.documents(), rules.limits().documents());
    items.forEach(draft::endHolds);
    decision.decide(draft);
    draft.serveRest(items);
    List<StockStore.Turned> turned = store.settle();
    if (events.isListening()) {
      List<InventoryEvent> told = draft.events(turned);
      store.onCommit(() -> events.take(items, told));
    }
    return Outcome.of(draft.entries());
  }

  private static Outcome repeated(Document document, Remembered earlier) {
    if (!earlier.document().equals(document)) {
      throw conflict(document, earlier.document());
    }
    List<LedgerEntry> entries =
        earlier.records().stream().map(LedgerRecord::entry).toList();
    return Outcome.of(entries);
  }

  private static DocumentConflictException conflict(Document document, SourceDocument earlier) {
    String field = firstDifference(document, earlier);
    String asked = shown(document, field);
    String allowed = shown(earlier, field);
    return new DocumentConflictException(
        ErrorCode.DOCUMENT_CONFLICT,
        "%s of %s must be what it was the first time, \"%s\": \"%s\""
            .formatted(field, document.id(), allowed, asked),
        Facts.of("document", document.id())
            .and("field", field)
            .and("asked", asked)
            .and("allowed", allowed));
  }

  /**
   * The first field in which two documents of one number differ; the document itself, where one of
   * another kind has taken the number.
   */
  private static String firstDifference(Document document, SourceDocument earlier) {
    if (document.id().equals(earlier.id())) {
      Map<String, String> before = earlier.content();
      for (Map.Entry<String, String> each : document.content().entrySet()) {
        if (!each.getValue().equals(before.get(each.getKey()))) {
          return each.getKey();
        }
      }
    }
    return "document";
  }

  private static String shown(SourceDocument document, String field) {
    return Identifiers.shown(
        document.content().getOrDefault(field, document.id().toString()));
  }
}
