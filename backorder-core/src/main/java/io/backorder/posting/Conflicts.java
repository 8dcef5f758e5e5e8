package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.ledger.SourceDocument;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.stock.Identifiers;
import java.util.Map;

/** Tells in what a document differs from the one that was posted under its number before. */
final class Conflicts {

  private Conflicts() {}

  /** Names the first field in which two documents of one number differ. */
  static DocumentConflictException between(Document document, SourceDocument earlier) {
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

  /** Tells that an order which a document would place was placed by another one. */
  static DocumentConflictException placedBefore(OrderId order, Document document) {
    return new DocumentConflictException(
        ErrorCode.DOCUMENT_CONFLICT,
        "order must not have been placed before: " + order,
        Facts.of("order", order).and("document", document.id()));
  }

  private static String shown(SourceDocument document, String field) {
    return Identifiers.shown(
        document.content().getOrDefault(field, document.id().toString()));
  }
}
