package io.backorder.jdbc;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.SourceDocument;
import java.util.Map;

/**
 * A document as the database remembers it.
 *
 * @param id its key
 * @param content its content, field by field
 */
record StoredDocument(DocumentId id, Map<String, String> content) implements SourceDocument {

  @Override
  public String toString() {
    return id.toString();
  }
}
