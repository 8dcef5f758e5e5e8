package io.backorder.refusal;

import java.io.Serial;

/** Thrown when a document's id was used before, with other content. */
public final class DocumentConflictException extends InventoryException {

  @Serial
  private static final long serialVersionUID = 1L;

  /**
   * Makes the refusal.
   *
   * @param code the code
   * @param message the sentence for people
   * @param facts the identifiers and numbers
   */
  public DocumentConflictException(ErrorCode code, String message, Facts facts) {
    super(code, message, facts);
  }
}
