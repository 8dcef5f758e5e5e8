/**
 * The seam to a database.
 *
 * <p>A {@link io.backorder.store.UnitOfWork} runs work that commits whole or not at all, and hands it
 * a {@link io.backorder.store.StockStore}: lock the items of a document in one step, read their
 * {@link io.backorder.store.ItemState states}, apply entries, remember the document. {@link
 * io.backorder.store.MemoryUnitOfWork} is the store in memory.
 *
 * <p>The states are mutable and belong to the unit of work that locked them. Hosts have no use for
 * this package unless they write a store.
 *
 * <p>This package depends on {@code ledger}, {@code proof}, {@code demand}, {@code supply}, {@code
 * stock} and {@code refusal}.
 */
@NullMarked
package io.backorder.store;

import org.jspecify.annotations.NullMarked;
