package io.backorder.proof;

import java.util.Optional;

/**
 * The answer to who doubts the balances: they were recomputed from the ledger and compared.
 *
 * @param entries the number of entries that were folded
 * @param firstDifference the first balance that is not what its entries give, with both numbers;
 *     empty if there is none
 */
public record Verification(long entries, Optional<String> firstDifference) {

  /**
   * Tells whether every balance is what its entries give.
   *
   * @return true if there is no difference
   */
  public boolean isSound() {
    return firstDifference.isEmpty();
  }
}
