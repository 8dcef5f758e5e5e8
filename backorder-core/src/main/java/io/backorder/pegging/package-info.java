/**
 * Which supply each waiting unit leans on.
 *
 * <p>A {@link io.backorder.pegging.SupplySchedule} holds what is still to come of one item, in the order of
 * days, and finds the supplies of any units in line without walking the line; a {@link
 * io.backorder.pegging.PegIndex} does so for a queue in which some lines are filled whole. {@link
 * io.backorder.pegging.Pegging} pegs a whole list of {@link io.backorder.pegging.Need}s, each {@link
 * io.backorder.pegging.Peg} being so many units of a line on one supply.
 *
 * <p>This package depends on {@code demand}, {@code supply}, {@code stock} and {@code refusal}. Everything in
 * it is immutable, knows no ledger and reads no clock.
 */
@NullMarked
package io.backorder.pegging;

import org.jspecify.annotations.NullMarked;
