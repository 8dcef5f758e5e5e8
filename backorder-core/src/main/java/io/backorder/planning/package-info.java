/**
 * How much stock covers the time until more can come.
 *
 * <p>{@link io.backorder.planning.PeriodDemand} and {@link io.backorder.planning.LeadTime} combine into the
 * {@link io.backorder.planning.LeadTimeDemand}. A target is a {@link
 * io.backorder.planning.CycleServiceLevel} (how many cycles end without a shortage) or a {@link
 * io.backorder.planning.FillRate} (how many units are served from stock): two types, because the two
 * numbers mean different stock. {@link io.backorder.planning.SafetyStock}, {@link
 * io.backorder.planning.ReorderPoint} and, with {@link io.backorder.planning.PeriodicReview}, {@link
 * io.backorder.planning.OrderUpToLevel} meet a target; {@link io.backorder.planning.ServiceMeasures} say
 * what a given reorder point gives. {@link io.backorder.planning.ObservedFill} is what
 * was measured afterwards.
 *
 * <p>A law of lead-time demand may be one of a family, exact, or that of what was observed ({@link
 * io.backorder.planning.LeadTimeDemand#observed}); the same formulas take each.
 *
 * <p>Every formula is a static factory of its result. Demand rates, lead times and their deviations are in
 * one unit of time. Nothing is rounded but where a method says so.
 *
 * <p>This package depends on {@code empirical}, {@code statistics}, {@code stock} and {@code refusal}.
 * Everything in it is immutable and thread-safe.
 */
@NullMarked
package io.backorder.planning;

import org.jspecify.annotations.NullMarked;
