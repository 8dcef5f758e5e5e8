package io.backorder.refusal;

import java.io.Serial;

/** Thrown when an allocation policy or a sourcing rule of the host broke its contract. */
public final class PolicyViolationException extends InventoryException {

  @Serial
  private static final long serialVersionUID = 1L;

  /**
   * Makes the refusal.
   *
   * @param code the code
   * @param message the sentence for people
   * @param facts the identifiers and numbers
   */
  public PolicyViolationException(ErrorCode code, String message, Facts facts) {
    super(code, message, facts);
  }
}
