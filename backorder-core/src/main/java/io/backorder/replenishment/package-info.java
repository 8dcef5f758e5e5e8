/**
 * What to buy, when, and from whom.
 *
 * <p>{@link io.backorder.replenishment.ReorderMonitor} watches inventory positions and proposes purchases: a
 * {@link io.backorder.replenishment.PurchaseProposal} with quantity, supplier, expected moment and the reason
 * in numbers, once for each time that a position falls to its reorder point. A host wires it to an inventory:
 * {@code inventory.listeners().add(event -> monitor.onEvent(event, clock.instant()))}; what is on order is
 * what the inventory knows to be inbound, or comes through {@link io.backorder.replenishment.OnOrder}. {@link io.backorder.replenishment.SourcingCost} ranks the
 * {@link io.backorder.replenishment.SupplierOffer}s for an item, {@link
 * io.backorder.replenishment.PurchaseSplit} spreads one purchase over several, {@link
 * io.backorder.replenishment.ArrivalRisk} says what that does to the risk of a stockout, and {@link
 * io.backorder.replenishment.JustInTimeCheck} what spread of the lead time would break a plan.
 *
 * <p>This package depends on {@code ledger}, {@code supply}, {@code review}, {@code planning}, {@code
 * lotsizing}, {@code statistics}, {@code stock} and {@code refusal}.
 */
@NullMarked
package io.backorder.replenishment;

import org.jspecify.annotations.NullMarked;
