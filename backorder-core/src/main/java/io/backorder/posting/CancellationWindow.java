package io.backorder.posting;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.store.LineState;
import io.backorder.storefront.BackorderTerms;
import java.time.LocalDate;

/** The time in which a customer may cancel what an order has of an item. */
record CancellationWindow(Draft draft, LineState line) {

  void require() {
    BackorderTerms agreed = draft.rules().agreedOn(line.sku());
    if (agreed.cancellation().isPresent()) {
      Rules.Promising promising = draft.rules().promising();
      LocalDate ordered = promising.today(draft.store().placedAt(line.order().id()));
      LocalDate today = promising.today(draft.now());
      if (!agreed.mayCancel(ordered, today)) {
        throw over(ordered.plusDays(agreed.cancellation().orElseThrow()), today);
      }
    }
  }

  private RefusedDocumentException over(LocalDate last, LocalDate today) {
    return new RefusedDocumentException(
        ErrorCode.CANCELLATION_OVER,
        "line %s must be cancelled by a customer by %s: %s".formatted(line.id(), last, today),
        Facts.of("line", line.id())
            .and("sku", line.sku())
            .and("asked", today)
            .and("allowed", last));
  }
}
