/**
 * What lies on the shelf, and whether it is what the ledger says.
 *
 * <p>{@link io.backorder.counting.ShelfScale} and a set of radio tags give a {@link
 * io.backorder.counting.StockObservation}. {@link io.backorder.counting.ShelfWatch} compares
 * observations with what is expected and, once they have stayed off for long enough, names a {@link
 * io.backorder.counting.Suspicion}. A suspicion changes nothing: somebody confirms it, and the {@link
 * io.backorder.counting.ConfirmedCount} is a document that the host posts. A picker who found too little
 * gives a {@link io.backorder.counting.ShortCount}. {@link
 * io.backorder.counting.LocationDrift} tells how far counts and ledger were apart, {@link
 * io.backorder.counting.CycleCountPlan} which shelves to count on which day.
 *
 * <p>This package depends on {@code posting}, for the document of a count, on {@code assortment} and
 * below. It reads no clock and keeps no state of its own.
 */
@NullMarked
package io.backorder.counting;

import org.jspecify.annotations.NullMarked;
