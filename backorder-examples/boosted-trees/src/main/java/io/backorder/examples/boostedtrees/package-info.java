/**
 * Gradient-boosted trees as a {@link io.backorder.forecast.Forecaster}, learnt across all items, and compared
 * with the built-in methods.
 */
@NullMarked
package io.backorder.examples.boostedtrees;

import org.jspecify.annotations.NullMarked;
