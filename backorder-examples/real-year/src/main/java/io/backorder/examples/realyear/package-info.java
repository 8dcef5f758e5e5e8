/**
 * A retailer's year, replayed in time order through the inventory.
 *
 * <p>{@link io.backorder.examples.realyear.RealYear} is the job. A {@link
 * io.backorder.examples.realyear.YearSource} reads or makes a {@link
 * io.backorder.examples.realyear.RetailYear}; {@link io.backorder.examples.realyear.Replay} posts it
 * day by day, buying what the {@link io.backorder.examples.realyear.OrderUpToRule} says, and answers a
 * {@link io.backorder.examples.realyear.YearResult}; {@link io.backorder.examples.realyear.Figures}
 * and {@link io.backorder.examples.realyear.Report} show it.
 */
@NullMarked
package io.backorder.examples.realyear;

import org.jspecify.annotations.NullMarked;
