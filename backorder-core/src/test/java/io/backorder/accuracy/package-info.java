/** Measures, backtests and choices. */
@NullMarked
package io.backorder.accuracy;

import org.jspecify.annotations.NullMarked;
