/**
 * Who wants what, and since when.
 *
 * <p>An order ({@link io.backorder.demand.OrderId}) has lines ({@link io.backorder.demand.OrderLine})
 * and terms ({@link io.backorder.demand.OrderTerms}). {@link io.backorder.demand.PlaceInLine} says
 * where units stand in the queue; {@link io.backorder.demand.LineStatus} and {@link
 * io.backorder.demand.Order} are what a reader sees.
 *
 * <p>This package depends on {@code stock}. Everything in it is immutable and
 * thread-safe.
 */
@NullMarked
package io.backorder.demand;

import org.jspecify.annotations.NullMarked;
