package io.backorder.revenue;

import io.backorder.demand.OrderLineId;
import io.backorder.finance.PaymentSchedule;
import io.backorder.ledger.DocumentId;
import java.util.Optional;

/**
 * What the host knows of its sales and the ledger does not: prices, terms and payments.
 *
 * <p>An implementation answers the same each time that it is asked; a price that was agreed for a line stays.
 */
public interface SalesBook {

  /**
   * Returns the price and the terms of a line.
   *
   * @param line a line that the host has named; the parts of a kit are not asked for
   * @return the schedule, or empty if the host does not know the line
   */
  Optional<PaymentSchedule> schedule(OrderLineId line);

  /**
   * Returns what customers have paid.
   *
   * @return the payments
   */
  Payments payments();

  /**
   * Tells whether a document cancels units because the customer did not consent to a new date. Nothing is
   * kept of such a refund.
   *
   * @param document a cancellation or a change of the ledger
   * @return true if consent was refused; unless the host says otherwise, of the cancellations by which the
   *     library applies a refused or missing consent, and of no others
   */
  default boolean isConsentRefused(DocumentId document) {
    return document.isRefusedConsent();
  }
}
