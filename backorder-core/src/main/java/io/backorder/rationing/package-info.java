/**
 * Scarce units kept apart: for groups of customers, for times, for locations.
 *
 * <p>{@link io.backorder.rationing.DaysOfCover} divides units among locations that sell at different
 * speeds, and {@link io.backorder.rationing.Apportionment} a number among weights, say a quantity that is
 * to be shared out as quotas.
 *
 * <p>This package depends on {@code allocation}, {@code demand}, {@code stock}, {@code statistics} and
 * {@code refusal}. It holds no state.
 */
@NullMarked
package io.backorder.rationing;

import org.jspecify.annotations.NullMarked;
