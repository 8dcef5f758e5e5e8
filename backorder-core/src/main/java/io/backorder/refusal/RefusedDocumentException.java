package io.backorder.refusal;

import java.io.Serial;

/** Thrown when a document is well formed and the state or the item's terms forbid it. */
public final class RefusedDocumentException extends InventoryException {

  @Serial
  private static final long serialVersionUID = 1L;

  /**
   * Makes the refusal.
   *
   * @param code the code
   * @param message the sentence for people
   * @param facts the identifiers and numbers
   */
  public RefusedDocumentException(ErrorCode code, String message, Facts facts) {
    super(code, message, facts);
  }
}
