package io.backorder.posting;

import io.backorder.ledger.SourceDocument;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import java.util.Map;

/** Tells in what a document differs from the one that was posted under its number before. */
final class Conflicts {

  private Conflicts() {}

  /** Names the first field in which two documents of one id differ. */
  static DocumentConflictException between(Document document, SourceDocument earlier) {
    Map<String, String> before = earlier.content();
    String field = "document";
    for (Map.Entry<String, String> each : document.content().entrySet()) {
      if (!each.getValue().equals(before.get(each.getKey()))) {
        field = each.getKey();
        break;
      }
    }
    String asked = document.content().getOrDefault(field, document.id().toString());
    String allowed = before.getOrDefault(field, earlier.id().toString());
    return new DocumentConflictException(
        ErrorCode.DOCUMENT_CONFLICT,
        "%s of %s must be what it was the first time, %s: %s"
            .formatted(field, document.id(), allowed, asked),
        Facts.of("document", document.id())
            .and("field", field)
            .and("asked", asked)
            .and("allowed", allowed));
  }
}
