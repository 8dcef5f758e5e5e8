/**
 * A retailer's year, replayed in time order through the inventory.
 *
 * <p>{@link io.backorder.examples.realyear.RealYear} is the job. A {@link
 * io.backorder.examples.realyear.YearSource} reads or makes a {@link
 * io.backorder.examples.realyear.RetailYear}; {@link io.backorder.examples.realyear.Replay} posts it
 * day by day, buying what the {@link io.backorder.examples.realyear.OrderUpToRule} says, and answers a
 * {@link io.backorder.examples.realyear.YearResult}; {@link io.backorder.examples.realyear.Figures}
 * and {@link io.backorder.examples.realyear.Report} show it. {@link
 * io.backorder.examples.realyear.WarehouseTrial} picks the year's busiest {@link
 * io.backorder.examples.realyear.PickDay} three ways.
 *
 * <p>{@link io.backorder.examples.realyear.TwoNodes} posts the same year from two JVMs to one database
 * and kills one of them: a {@link io.backorder.examples.realyear.Drill} does it to {@link
 * io.backorder.examples.realyear.NodeProcess}es, which post the strands of a {@link
 * io.backorder.examples.realyear.YearScript}, and a {@link io.backorder.examples.realyear.LedgerProof}
 * tells what came of it.
 */
@NullMarked
package io.backorder.examples.realyear;

import org.jspecify.annotations.NullMarked;
