/**
 * Who gets scarce units.
 *
 * <p>{@link io.backorder.allocation.AllocationPolicy} is the extension point. It is handed the {@link
 * io.backorder.allocation.Backlog} of an item and the {@link io.backorder.allocation.Shelf} with its
 * free units, and answers with an {@link io.backorder.allocation.AllocationPlan}. The policies that
 * come with the library are put together from a {@link io.backorder.allocation.Sequence}, a {@link
 * io.backorder.allocation.ShareRule} and a {@link io.backorder.allocation.Guard}. {@link
 * io.backorder.allocation.Sourcing} chooses among locations, {@link io.backorder.allocation.Reason}
 * says why a line is still short.
 *
 * <p>This package depends on {@code ledger}, {@code demand}, {@code stock} and {@code refusal}. It holds no state.
 */
@NullMarked
package io.backorder.allocation;

import org.jspecify.annotations.NullMarked;
