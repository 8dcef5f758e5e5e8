/**
 * Scarce units kept apart: for groups of customers, for times, for locations.
 *
 * <p>{@link io.backorder.rationing.Quotas} and {@link io.backorder.rationing.Protections} are guards of a
 * policy: a {@link io.backorder.rationing.Quota} is the most that a group may be granted, a {@link
 * io.backorder.rationing.Protection} the least that is kept for it. They count units in the ledger, by
 * group and time. {@link io.backorder.rationing.DaysOfCover} divides units among locations that sell at different
 * speeds, and {@link io.backorder.rationing.Apportionment} a number among weights, say a quantity that is
 * to be shared out as quotas.
 *
 * <p>This package depends on {@code allocation}, {@code ledger}, {@code demand}, {@code stock}, {@code
 * statistics} and {@code refusal}. It holds no state.
 */
@NullMarked
package io.backorder.rationing;

import org.jspecify.annotations.NullMarked;
