/**
 * When to order and how much, together: policies that watch the inventory position.
 *
 * <p>With continuous review, {@link io.backorder.review.ReorderPolicy} (a lot of Q at r) under a continuous law
 * of lead-time demand, exact and by the usual approximations, and {@link io.backorder.review.UnitReorderPolicy}
 * under a law in whole units. With periodic review, {@link io.backorder.review.MinMaxPolicy} (up to S at s),
 * exact, and {@link io.backorder.review.PowerApproximation}; {@link io.backorder.review.BaseStock} where an
 * order costs nothing, {@link io.backorder.review.DisruptedBaseStock} where the supplier fails, and {@link
 * io.backorder.review.HorizonPlan} where time ends. {@link io.backorder.review.InventoryCosts} are what all of
 * them weigh: here a shortage costs by the unit and by the time it lasts, but where a method says otherwise.
 * {@link io.backorder.review.OrderRule} is a policy in whole units, ready to be followed.
 *
 * <p>This package depends on {@code planning}, {@code newsvendor}, {@code lotsizing}, {@code empirical}, {@code
 * statistics} and {@code refusal}. Everything in it is immutable and thread-safe.
 */
@NullMarked
package io.backorder.review;

import org.jspecify.annotations.NullMarked;
