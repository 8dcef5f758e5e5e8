/**
 * How good a forecast is, and which method suits an item.
 *
 * <p>{@link io.backorder.accuracy.ForecastErrors} measures forecasts of a mean, {@link
 * io.backorder.accuracy.QuantileErrors} forecasts of a quantile, {@link
 * io.backorder.accuracy.PooledErrors} many series together. {@link io.backorder.accuracy.Backtest}
 * forecasts the latest periods of a history from those before, and {@link
 * io.backorder.accuracy.ModelChoice} takes the method that does best in it.
 *
 * <p>A measure that has no value, such as a percentage of zero, is an empty {@code Optional}, never a
 * number.
 *
 * <p>This package depends on {@code forecast} and {@code statistics}. Everything in it is immutable.
 */
@NullMarked
package io.backorder.accuracy;

import org.jspecify.annotations.NullMarked;
