/**
 * Who walks where, and takes what.
 *
 * <p>{@link io.backorder.picking.BinPlan} says in which bin an item lies and in which order bins are
 * passed. {@link io.backorder.picking.PickPlan} turns {@link io.backorder.picking.ReservedUnits} into
 * {@link io.backorder.picking.PickList}s: one for each order, one for several orders with shared items,
 * or one for each zone. {@link io.backorder.picking.PickFloor} keeps the lists that are being picked in
 * step with the ledger, so that every reserved unit is on one list or none; {@link
 * io.backorder.picking.TourQuality} measures how often bins are visited.
 *
 * <p>This package depends on {@code counting}, for what a short pick finds, on {@code ledger} and below.
 * All but the floor is immutable.
 */
@NullMarked
package io.backorder.picking;

import org.jspecify.annotations.NullMarked;
