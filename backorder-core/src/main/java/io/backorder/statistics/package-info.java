/**
 * Probability, and nothing about stock.
 *
 * <p>A {@link io.backorder.statistics.Distribution} answers how likely a number is to be exceeded, which
 * number is exceeded with a given probability, and by how much it is exceeded on average: the <i>loss</i>,
 * from which every backorder formula is made. {@link io.backorder.statistics.ContinuousDistribution}:
 * {@link io.backorder.statistics.Normal}, {@link io.backorder.statistics.Gamma}, {@link
 * io.backorder.statistics.Lognormal}, {@link io.backorder.statistics.Exponential}, {@link
 * io.backorder.statistics.Uniform}. {@link io.backorder.statistics.DiscreteDistribution}: {@link
 * io.backorder.statistics.Poisson}, {@link io.backorder.statistics.NegativeBinomial}, {@link
 * io.backorder.statistics.Geometric}. A {@link io.backorder.statistics.RealDistribution} is continuous, or a sample of numbers that
 * need not be whole. {@link io.backorder.statistics.Numbers} holds the rules that an
 * argument must keep.
 *
 * <p>Both tails are computed directly, never as one minus the other where that would cost digits. No
 * result is NaN; an argument that has no answer is refused.
 *
 * <p>This package depends on {@code refusal} alone. Everything in it is immutable and thread-safe.
 */
@NullMarked
package io.backorder.statistics;

import org.jspecify.annotations.NullMarked;
