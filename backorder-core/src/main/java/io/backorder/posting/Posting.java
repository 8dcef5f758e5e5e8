package io.backorder.posting;

import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.StoreException;
import io.backorder.stock.Sku;
import io.backorder.store.MoreItems;
import io.backorder.store.Remembered;
import io.backorder.store.StockStore;
import io.backorder.store.Work;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way through a unit of work: lock its items, remember its id, write its entries,
 * serve who waits, count what became ready or closed. A database may have it begin again.
 */
final class Posting implements Work<Outcome> {

  private final Document document;
  private final Rules rules;
  private final LedgerClock clock;
  private final PostingDesk.EventSink events;
  private Decision decision;
  private final Set<Sku> more = new LinkedHashSet<>();
  private Expected expected = Expected.NOTHING;
  private List<Sku> items = List.of();
  private @Nullable InventoryException problem;
  private @Nullable Runnable telling;

  Posting(Document document, Rules rules, LedgerClock clock, PostingDesk.EventSink events) {
    this.document = document;
    this.rules = rules;
    this.clock = clock;
    this.events = events;
    this.decision = document.decision();
  }

  /** Has the document refused unless items stand at given versions. */
  Posting at(Expected versions) {
    expected = versions;
    more.addAll(versions.versions().keySet());
    return this;
  }

  @Override
  public Named names() {
    return new Named(
        List.of(document.id()), decision.orders(), decision.holds(), decision.supplies());
  }

  @Override
  public List<Sku> items(StockStore store) {
    decision = document.decision();
    telling = null;
    problem = null;
    try {
      items = named(store);
    } catch (StoreException e) {
      throw e; // nothing can be told of the document
    } catch (InventoryException e) {
      problem = e; // a document of the same unit of work may still place what this one names
      items = List.of();
    }
    return locked();
  }

  private List<Sku> named(StockStore store) {
    List<Sku> named = decision.items(store, clock);
    return decision.namesKits() ? BillOfMaterials.skusWithParts(named, rules) : named;
  }

  /** The items of the document, and those that it turned out to need. */
  private List<Sku> locked() {
    if (more.isEmpty()) {
      return items;
    }
    Set<Sku> all = new LinkedHashSet<>(items);
    all.addAll(more);
    return List.copyOf(all);
  }

  @Override
  public Outcome decide(StockStore store) {
    if (problem != null) {
      lookAgain(store);
    }
    InventoryException refusal = problem;
    if (refusal != null) {
      // that a number was used before is told first, whatever else is wrong with the document
      return repeated(store.remember(document).orElseThrow(() -> refusal));
    }
    Optional<Remembered> earlier = store.remember(document);
    return earlier.isPresent() ? repeated(earlier.orElseThrow()) : decideAnew(store);
  }

  private void lookAgain(StockStore store) {
    try {
      items = named(store);
      store.lock(locked());
      problem = null;
    } catch (StoreException e) {
      throw e;
    } catch (InventoryException e) {
      problem = e;
    }
  }

  private Outcome decideAnew(StockStore store) {
    Instant clockTime = clock.now();
    Instant now = clockTime.isBefore(store.latest()) ? store.latest() : clockTime;
    store.stamp(now);
    expected.require(store);
    Limits.require("remembered documents", store.documents(), rules.limits().documents());
    WholeOrders orders = new WholeOrders(store, rules, now, locked());
    Draft draft = new Draft(store, rules, orders, new Draft.Touched(items, now));
    decide(draft);
    store.settle(turned -> settled(store, draft, turned));
    return Outcome.of(draft.entries());
  }

  private void decide(Draft draft) {
    try {
      decideOrRefuse(draft);
      draft.orders().requireNone();
    } catch (MoreItems e) {
      more.addAll(e.items());
      throw e;
    }
  }

  /** A refusal is told once all items are there: an order that takes units may be what causes it. */
  private void decideOrRefuse(Draft draft) {
    try {
      draft.endHolds();
      decision.decide(draft);
      draft.serveRest();
      draft.promise();
      draft.requireWaits();
    } catch (StoreException e) {
      throw e;
    } catch (InventoryException e) {
      draft.orders().requireNone();
      throw e;
    }
  }

  private void settled(StockStore store, Draft draft, List<StockStore.Turned> turned) {
    if (events.isListening()) {
      List<InventoryEvent> told = draft.events(document, turned);
      store.onCommit(() -> telling = events.take(locked(), told));
    }
  }

  private Outcome repeated(Remembered earlier) {
    if (earlier.document().isArchived()) {
      throw new DocumentConflictException(
          ErrorCode.ID_EXPIRED,
          "document must not be older than what is remembered: " + document.id(),
          Facts.of("document", document.id()));
    }
    if (!earlier.document().content().equals(document.content())) {
      throw Conflicts.between(document, earlier.document());
    }
    List<LedgerEntry> entries =
        earlier.records().stream().map(LedgerRecord::entry).toList();
    return Outcome.of(entries);
  }

  /** Has listeners told what the document did, once. */
  void tell() {
    Runnable once = telling;
    telling = null;
    if (once != null) {
      once.run();
    }
  }

  @Override
  public String toString() {
    return document.id().toString();
  }
}
