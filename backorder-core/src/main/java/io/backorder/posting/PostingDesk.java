package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.InventoryEvent;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Sku;
import io.backorder.store.Attempt;
import io.backorder.store.MoreItems;
import io.backorder.store.Retention;
import io.backorder.store.StockStore;
import io.backorder.store.UnitOfWork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes documents in, each in one unit of work, and has listeners told when they are committed.
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
     * @return what tells them, once; the caller's thread runs it when no lock is held
     */
    Runnable take(List<Sku> items, List<InventoryEvent> told);

    /**
     * Runs what tells of several documents, which were committed together.
     *
     * @param telling tells of each of them
     */
    default void together(Runnable telling) {
      telling.run();
    }
  }

  /**
   * Posts a document.
   *
   * @param document the document
   * @return what it did, or did the first time
   */
  public Outcome post(Document document) {
    return post(document, Expected.NOTHING);
  }

  /**
   * Posts a document, if items stand at given versions.
   *
   * @param document the document
   * @param expected the versions
   * @return what it did, or did the first time
   */
  public Outcome post(Document document, Expected expected) {
    requireNonNull(document, "document");
    requireNonNull(expected, "expected");
    Posting posting = new Posting(document, rules, clock, events).at(expected);
    Outcome outcome = exclusively(() -> unitOfWork.run(posting));
    unitOfWork.afterCommit(posting::tell);
    return outcome;
  }

  /** Reads, again with more items as long as the reading names some; each time they are more. */
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
   * Posts documents in order. One that is refused leaves no trace and does not sink the others.
   *
   * @param documents the documents
   * @return how each was answered, in order
   */
  public List<Answer> postAll(List<? extends Document> documents) {
    List<Posting> postings = new ArrayList<>(documents.size());
    for (Document document : documents) {
      postings.add(new Posting(requireNonNull(document, "document"), rules, clock, events));
    }
    List<Attempt<Outcome>> attempts = exclusively(() -> unitOfWork.runAll(postings));
    unitOfWork.afterCommit(() -> events.together(() -> postings.forEach(Posting::tell)));
    List<Answer> answers = new ArrayList<>(postings.size());
    for (int i = 0; i < postings.size(); i++) {
      Attempt<Outcome> attempt = attempts.get(i);
      answers.add(new Answer(documents.get(i), attempt.answer(), attempt.refusal()));
    }
    return answers;
  }

  /**
   * Runs work that reads, with the same protection against a policy that calls back.
   *
   * @param work the work
   * @param <T> the type of its answer
   * @return the answer
   */
  public <T> T read(Function<StockStore, T> work) {
    return exclusively(() -> unitOfWork.read(work));
  }

  /**
   * Forgets what is older than a window.
   *
   * @param retention the window
   * @return how much was archived
   */
  public Retention.Archived archive(Retention retention) {
    requireNonNull(retention, "retention");
    return exclusively(() -> unitOfWork.archive(retention.horizonAt(clock.now())));
  }

  /**
   * Runs what reads or writes, unless it is called from inside a policy, a sourcing rule or item terms,
   * which could lock items out of order.
   *
   * @param work the work
   * @param <T> the type of its answer
   * @return the answer
   */
  public <T> T exclusively(Supplier<T> work) {
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
}
