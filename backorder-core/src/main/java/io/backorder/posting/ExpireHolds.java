package io.backorder.posting;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import java.util.Map;

/**
 * Sweeps the holds whose time is over. A host posts it from time to time, as often as it likes. Such
 * holds no longer count from the instant of their end, whether or not anybody has swept; the sweep
 * closes them, tells listeners, and gives their units to who waits.
 */
public record ExpireHolds() implements Document {

  private static final DocumentId SWEEP = new DocumentId(DocumentKind.EXPIRE, "sweep");

  /**
   * Returns the sweep.
   *
   * @return the document
   */
  public static ExpireHolds due() {
    return new ExpireHolds();
  }

  @Override
  public DocumentId id() {
    return SWEEP;
  }

  @Override
  public Map<String, String> content() {
    return Map.of();
  }

  @Override
  public Decision decision() {
    return new ExpireDecision();
  }
}
