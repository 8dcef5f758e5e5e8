/**
 * How much to have for a single season, when what is left over is worth less.
 *
 * <p>{@link io.backorder.newsvendor.MismatchCost} says what a unit too many and a unit too few cost, given
 * directly or made of {@link io.backorder.newsvendor.Prices}; {@link io.backorder.newsvendor.Newsvendor} is
 * the best quantity under any law of demand. {@link io.backorder.newsvendor.SeasonPlan} says what a given
 * quantity earns, {@link io.backorder.newsvendor.ReactivePlan} what a second, dearer order during the season
 * changes, {@link io.backorder.newsvendor.MyopicPlan} what it means that the goods may be bought again later,
 * and {@link io.backorder.newsvendor.SetupPlan} what it means that an order has a fixed cost.
 *
 * <p>This package depends on {@code statistics} and {@code refusal}. Everything in it is immutable and
 * thread-safe.
 */
@NullMarked
package io.backorder.newsvendor;

import org.jspecify.annotations.NullMarked;
