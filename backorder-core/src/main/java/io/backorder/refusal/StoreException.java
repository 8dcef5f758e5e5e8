package io.backorder.refusal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the database that keeps an inventory does not do what it was asked.
 *
 * <p>Where the host owns the transaction, it must roll it back; if {@link #isRetryable()} says so, the
 * whole of it may be run again. {@code OUTCOME_UNKNOWN} alone leaves it open whether the document was
 * posted: the same document posted again answers the first outcome, or is posted now.
 */
public final class StoreException extends InventoryException {

  @Serial
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param code the code
   * @param message what happened, and what to do
   * @param facts the identifiers and numbers
   * @param cause what the driver said, or null
   */
  public StoreException(ErrorCode code, String message, Facts facts, @Nullable Throwable cause) {
    super(code, message, facts);
    initCause(cause);
  }

  /**
   * Tells whether the whole transaction may be run again as it is.
   *
   * @return true for {@code STORE_CONFLICT}, {@code LOCK_TIMEOUT} and {@code RETRIES_EXHAUSTED}
   */
  public boolean isRetryable() {
    return switch (code()) {
      case STORE_CONFLICT, LOCK_TIMEOUT, RETRIES_EXHAUSTED -> true;
      default -> false;
    };
  }
}
