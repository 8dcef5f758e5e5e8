package io.backorder;

import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.DocumentId;
import io.backorder.posting.Answer;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Expected;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.LedgerClock;
import io.backorder.posting.Outcome;
import io.backorder.posting.PromiseDesk;
import io.backorder.posting.ReviewPromises;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.Consent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does what time asks for. */
record Upkeep(Inventory inventory, PromiseDesk promises, LedgerClock clock) {

  /** How often a line is looked at again that somebody else changes meanwhile. */
  private static final int TRIES = 8;

  /** How many items are reviewed together. */
  private static final int PAGE = 64;

  Maintenance run(Collection<Consent> questions) {
    Instant now = clock.now();
    Map<OrderLineId, Consent.Answer> due = Consent.due(questions, now);
    due.keySet().forEach(this::status); // an unknown line is told before anything is done
    Outcome swept = inventory.post(new ExpireHolds());
    for (Consent question : questions) {
      if (due.get(question.line()) == Consent.Answer.CANCEL) {
        cancel(question);
      }
    }
    return new Maintenance(swept, due, review(now));
  }

  /** Reviews the promises of the items of which a supply is late; one that fails does not sink others. */
  private List<Sku> review(Instant now) {
    List<Sku> reviewed = new ArrayList<>();
    List<InventoryException> refusals = new ArrayList<>();
    List<Sku> page = promises.awaited(now, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      List<Answer> answers =
          inventory.postAll(page.stream().map(ReviewPromises::of).toList());
      answers.forEach(answer -> answer.refusal().ifPresent(refusals::add));
      reviewed.addAll(page);
      page = promises.awaited(now, Optional.of(page.get(page.size() - 1)), PAGE);
    }
    if (!refusals.isEmpty()) {
      throw refusals.get(0);
    }
    return reviewed;
  }

  private LineStatus status(OrderLineId line) {
    Optional<Order> order = inventory.order(line.order());
    return order
        .flatMap(each -> each.line(line.line()))
        .orElseThrow(() -> new UnknownReferenceException(
            order.isEmpty() ? ErrorCode.UNKNOWN_ORDER : ErrorCode.UNKNOWN_LINE,
            "line of a question must have been placed before: " + line,
            Facts.of("order", line.order()).and("line", line.line())));
  }

  /** Cancels what waits of a line. What has come meanwhile the customer keeps. */
  private void cancel(Consent question) {
    DocumentId refusal = DocumentId.ofRefusedConsent(question.line(), question.deadline());
    Sku sku = status(question.line()).sku();
    for (int tries = 1; ; tries++) {
      long version = inventory.version(sku);
      Quantity waiting = status(question.line()).backordered();
      if (waiting.isZero()) {
        return;
      }
      try {
        inventory.post(
            CancelOrder.units(refusal.number(), question.line(), waiting),
            Expected.of(sku, version));
        return;
      } catch (RefusedDocumentException e) {
        if (e.code() != ErrorCode.STALE_VERSION || tries == TRIES) {
          throw e;
        }
      }
    }
  }
}
