/** Forecasts and histories, and the contract that every forecaster keeps. */
@NullMarked
package io.backorder.forecast;

import org.jspecify.annotations.NullMarked;
