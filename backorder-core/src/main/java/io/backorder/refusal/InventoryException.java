package io.backorder.refusal;

import static java.util.Objects.requireNonNull;

import java.io.Serial;

/**
 * Thrown when a value or a document is refused. Nothing has changed: ledger, queue, remembered
 * documents and listeners are as they were. The one exception is {@code OUTCOME_UNKNOWN}, see {@link
 * StoreException}.
 */
public abstract sealed class InventoryException extends RuntimeException
    permits InvalidValueException,
        UnknownReferenceException,
        RefusedDocumentException,
        DocumentConflictException,
        PolicyViolationException,
        StoreException {

  @Serial
  private static final long serialVersionUID = 1L;

  /** The code. */
  private final ErrorCode code;

  /** The facts. */
  private final Facts facts;

  InventoryException(ErrorCode code, String message, Facts facts) {
    super(message);
    this.code = requireNonNull(code, "code");
    this.facts = requireNonNull(facts, "facts");
  }

  /**
   * Returns the code that programs can switch on.
   *
   * @return the code
   */
  public final ErrorCode code() {
    return code;
  }

  /**
   * Returns the identifiers and numbers of the refusal.
   *
   * @return the facts
   */
  public final Facts facts() {
    return facts;
  }
}
