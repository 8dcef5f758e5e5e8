package io.backorder.ledger;

import java.util.Map;

/**
 * The document behind a ledger record, as a store remembers it: its key and its content.
 *
 * <p>Implementations are immutable.
 */
public interface SourceDocument {

  /**
   * Returns the idempotency key.
   *
   * @return the key
   */
  DocumentId id();

  /**
   * Returns the content, field by field. Two documents of one id are the same if and only if their
   * contents are equal.
   *
   * @return texts by field name, in a stable order
   */
  Map<String, String> content();
}
