package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InventoryException;
import java.util.Optional;

/**
 * How one of several documents was answered.
 *
 * @param document the document
 * @param outcome what it did, or did the first time; empty if it was refused
 * @param refusal why it was refused, and left no trace; empty if it was not
 */
public record Answer(
    Document document, Optional<Outcome> outcome, Optional<InventoryException> refusal) {

  /** Rejects missing parts. */
  public Answer {
    requireNonNull(document, "document");
    requireNonNull(outcome, "outcome");
    requireNonNull(refusal, "refusal");
  }

  /**
   * Returns what the document did.
   *
   * @return the outcome
   * @throws InventoryException if it was refused
   */
  public Outcome get() {
    return outcome.orElseThrow(refusal::orElseThrow);
  }
}
