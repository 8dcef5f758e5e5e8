package io.backorder.store;

import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.SourceDocument;

/** A posted document that opened no order under its own number. */
final class PostedDocument extends Posted {

  private volatile SourceDocument document;

  PostedDocument(SourceDocument document) {
    this.document = document;
  }

  @Override
  synchronized boolean archive() {
    document = new SourceDocument.Archived(document.id());
    return super.archive();
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
