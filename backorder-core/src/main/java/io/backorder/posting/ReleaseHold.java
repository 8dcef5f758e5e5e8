package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.HoldId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import java.util.Map;

/**
 * A cart gives its units up. They serve who waits before they are offered to anybody.
 *
 * @param hold the hold's number, which is the document's too
 */
public record ReleaseHold(HoldId hold) implements Document {

  /** Rejects a missing hold. */
  public ReleaseHold {
    requireNonNull(hold, "hold");
  }

  /**
   * Returns a release.
   *
   * @param hold the hold's number
   * @return the document
   */
  public static ReleaseHold of(HoldId hold) {
    return new ReleaseHold(hold);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.RELEASE, hold.value());
  }

  @Override
  public Map<String, String> content() {
    return Map.of();
  }

  @Override
  public Decision decision() {
    return new ReleaseDecision(hold);
  }
}
