/**
 * What a review policy would have done, or would do.
 *
 * <p>{@link io.backorder.simulation.PolicySimulation} plays a demand history, real or drawn, through an {@link
 * io.backorder.review.OrderRule} with backorders; the {@link io.backorder.simulation.SimulationRun} tells fill
 * rate, backorders, stock and cost, each with a confidence interval, and {@link
 * io.backorder.simulation.ComparedPolicy} ranks policies that were played on the same demand.
 *
 * <p>This package depends on {@code review}, {@code forecast}, {@code empirical}, {@code statistics} and
 * {@code refusal}. It draws random numbers from the caller's generator alone, so that a seed repeats a run.
 */
@NullMarked
package io.backorder.simulation;

import org.jspecify.annotations.NullMarked;
