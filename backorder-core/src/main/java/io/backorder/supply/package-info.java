/**
 * What is on its way, and how far its sender can be trusted.
 *
 * <p>A {@link io.backorder.supply.Supply} is a line of a purchase order, a {@link
 * io.backorder.supply.Receipt} what came of it, and a {@link io.backorder.supply.Delivery} the two together.
 * {@link io.backorder.supply.SupplyStatus} says how a supply stands in an inventory.
 * The {@link io.backorder.supply.SupplierScorecard} sums up finished deliveries; a {@link
 * io.backorder.supply.LeadTimeModel} says how long the next one may take.
 *
 * <p>This package depends on {@code stock}, {@code empirical}, {@code statistics} and {@code refusal}.
 * Everything in it is immutable, knows no ledger and reads no clock.
 */
@NullMarked
package io.backorder.supply;

import org.jspecify.annotations.NullMarked;
