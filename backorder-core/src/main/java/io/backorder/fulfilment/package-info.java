/**
 * What leaves the house next, and in how many parcels.
 *
 * <p>{@link io.backorder.fulfilment.OpenOrders} follows the ledger or the events of an inventory; {@link
 * io.backorder.fulfilment.FulfilmentQueue} puts its lines in order: what may ship now, all or in part,
 * what waits for the rest of its order, what is late. What it says to pick goes to {@code picking}. {@link
 * io.backorder.fulfilment.ShipmentPlan} weighs shipping each part as it comes against waiting: parcels,
 * cost, late days and carbon.
 *
 * <p>This package depends on {@code picking}, {@code finance}, {@code ledger} and below. It reads no clock: a day is an
 * argument.
 */
@NullMarked
package io.backorder.fulfilment;

import org.jspecify.annotations.NullMarked;
