package io.backorder.posting;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.store.LineState;
import io.backorder.storefront.BackorderTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The longest wait that is sold. It binds lines of which units begin to wait because they were ordered or
 * raised, once it is known for which day they are promised; whoever waits already goes on waiting.
 */
record LongestWait(Rules rules, Instant now) {

  void require(LineState line) {
    BackorderTerms agreed = rules.agreedOn(line.sku());
    LocalDate today = rules.promising().today(now);
    if (!agreed.acceptsWait(line.promised(), today)) {
      throw tooLong(line, agreed.longestWait(), today);
    }
  }

  private static RefusedDocumentException tooLong(
      LineState line, OptionalInt longest, LocalDate today) {
    LocalDate last = today.plusDays(longest.orElseThrow());
    Optional<LocalDate> day = line.promised();
    String promised = day.map(LocalDate::toString).orElse("unknown");
    return new RefusedDocumentException(
        ErrorCode.WAIT_TOO_LONG,
        "line %s must be promised by %s, within %d days: %s"
            .formatted(line.id(), last, longest.orElseThrow(), promised),
        Facts.of("line", line.id())
            .and("sku", line.sku())
            .and("asked", promised)
            .and("allowed", last));
  }
}
