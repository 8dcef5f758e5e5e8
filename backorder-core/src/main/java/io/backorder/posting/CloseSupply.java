package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.supply.SupplyId;
import java.util.Map;

/**
 * Nothing more will come of a supply. What was still expected of it is no longer inbound; units that wait
 * keep waiting, also where fewer may wait now than do. A receipt against a closed supply is {@code
 * ALREADY_CLOSED}: goods that come all the same are received without naming it.
 *
 * @param supply the supply, whose number is the document's too
 */
public record CloseSupply(SupplyId supply) implements Document {

  /** Rejects a missing supply. */
  public CloseSupply {
    requireNonNull(supply, "supply");
  }

  /**
   * Returns a document that closes a supply.
   *
   * @param supply the supply
   * @return the document
   */
  public static CloseSupply of(SupplyId supply) {
    return new CloseSupply(supply);
  }

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.CLOSE_SUPPLY, supply.value());
  }

  @Override
  public Map<String, String> content() {
    return Map.of();
  }

  @Override
  public Decision decision() {
    return new CloseSupplyDecision(supply);
  }
}
