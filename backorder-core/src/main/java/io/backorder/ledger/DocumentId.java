package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Identifiers;
import java.util.Locale;

/**
 * The idempotency key of a document: its kind and the host's own number of it. Order 7 and receipt 7
 * are two documents.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param kind the kind of document
 * @param number the host's own number, unique among the documents of its kind
 */
public record DocumentId(DocumentKind kind, String number) {

  /** Rejects a number that breaks the rule for identifiers. */
  public DocumentId {
    requireNonNull(kind, "kind");
    Identifiers.require("document", number);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + number;
  }
}
