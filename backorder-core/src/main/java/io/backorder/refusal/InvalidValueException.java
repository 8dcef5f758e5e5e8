package io.backorder.refusal;

import java.io.Serial;

/** Thrown when a value cannot be what it should be: a quantity, an identifier, a list, a sum. */
public final class InvalidValueException extends InventoryException {

  @Serial
  private static final long serialVersionUID = 1L;

  /**
   * Makes the refusal.
   *
   * @param code the code
   * @param message the sentence for people
   * @param facts the identifiers and numbers
   */
  public InvalidValueException(ErrorCode code, String message, Facts facts) {
    super(code, message, facts);
  }
}
