/**
 * What will be asked for.
 *
 * <p>{@link io.backorder.forecast.DemandHistory} is demand period by period: from any series, or from
 * dated demand that a {@link io.backorder.forecast.PeriodCalendar} puts into days, weeks or months.
 * {@link io.backorder.forecast.Forecaster} is the extension point: it fits a history and answers a
 * {@link io.backorder.forecast.ForecastState} that takes in further periods one by one. A {@link
 * io.backorder.forecast.Forecast} is more than a mean: a standard deviation for each period, and {@link
 * io.backorder.forecast.HorizonDemand} for the sum of several, such as the demand over a lead time.
 *
 * <p>The methods without parameters to estimate (naive, seasonal naive, drift, mean, moving average)
 * come from {@code Forecaster}, those that smooth from {@code io.backorder.smoothing}.
 *
 * <p>This package depends on {@code planning}, {@code empirical}, {@code statistics} and {@code stock}: a forecast
 * answers the demand over a lead time. Everything in it is immutable,
 * but for the builder of a history.
 */
@NullMarked
package io.backorder.forecast;

import org.jspecify.annotations.NullMarked;
