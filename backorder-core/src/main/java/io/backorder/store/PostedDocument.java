package io.backorder.store;

import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.SourceDocument;

/** A posted document that opened no order under its own number. */
final class PostedDocument extends Posted {

  private final SourceDocument document;

  PostedDocument(SourceDocument document) {
    this.document = document;
  }

  SourceDocument document() {
    return document;
  }

  @Override
  SourceDocument document(MemoryLedger ledger) {
    return document;
  }

  @Override
  boolean isKnownAs(DocumentKind kind, String number) {
    return document.id().kind() == kind && document.id().number().equals(number);
  }
}
