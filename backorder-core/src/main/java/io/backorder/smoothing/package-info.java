/**
 * Forecasters that smooth.
 *
 * <p>{@link io.backorder.smoothing.ExponentialSmoothing} is for demand that comes in every period:
 * simple, with a trend, with a damped trend, and with seasons (Holt and Winters). For demand that comes
 * now and then there are {@link io.backorder.smoothing.Croston} with its corrections, {@link
 * io.backorder.smoothing.TeunterSyntetosBabai}, whose rate decays while nothing is asked for, and {@link
 * io.backorder.smoothing.TemporalAggregation}, which smooths the demand of blocks of periods.
 *
 * <p>Each has fixed parameters where they are given and otherwise estimates them from the history.
 *
 * <p>This package depends on {@code forecast} alone. Everything in it is immutable.
 */
@NullMarked
package io.backorder.smoothing;

import org.jspecify.annotations.NullMarked;
