/**
 * Distributions made of data and tables.
 *
 * <p>{@link io.backorder.empirical.Empirical} is a sample of numbers as it was observed, with the
 * quantiles of every {@link io.backorder.empirical.QuantileRule} in use. {@link
 * io.backorder.empirical.Tabulated} gives each whole number of a range its probability; sums of demands
 * and compound demands are tables again. {@link io.backorder.empirical.Mixture} is one of several laws,
 * each with its probability, such as the demand over a lead time that is itself uncertain.
 *
 * <p>This package depends on {@code statistics} and {@code refusal}. Everything in it is immutable and
 * thread-safe.
 */
@NullMarked
package io.backorder.empirical;

import org.jspecify.annotations.NullMarked;
