package io.backorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderLineId;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Expected;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.LedgerClock;
import io.backorder.posting.Outcome;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.Consent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Does what time asks for. */
record Upkeep(Inventory inventory, LedgerClock clock) {

  /** How often a line is looked at again that somebody else changes meanwhile. */
  private static final int TRIES = 8;

  Maintenance run(Collection<Consent> questions) {
    Map<OrderLineId, Consent.Answer> due = Consent.due(questions, clock.now());
    due.keySet().forEach(this::status); // an unknown line is told before anything is done
    Outcome swept = inventory.post(new ExpireHolds());
    for (Consent question : questions) {
      if (due.get(question.line()) == Consent.Answer.CANCEL) {
        cancel(question);
      }
    }
    return new Maintenance(swept, due);
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
    Sku sku = status(question.line()).sku();
    for (int tries = 1; ; tries++) {
      long version = inventory.version(sku);
      Quantity waiting = status(question.line()).backordered();
      if (waiting.isZero()) {
        return;
      }
      try {
        inventory.post(
            CancelOrder.units(number(question), question.line(), waiting),
            Expected.of(sku, version));
        return;
      } catch (RefusedDocumentException e) {
        if (e.code() != ErrorCode.STALE_VERSION || tries == TRIES) {
          throw e;
        }
      }
    }
  }

  /** The number of the cancellation: always the same of one question, and short enough. */
  private static String number(Consent question) {
    OrderLineId line = question.line();
    String asked = line.order().value() + '\n' + line.line() + '\n' + question.deadline();
    return "consent-" + UUID.nameUUIDFromBytes(asked.getBytes(UTF_8));
  }
}
