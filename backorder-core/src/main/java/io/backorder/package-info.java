/**
 * The way in.
 *
 * <p>A host makes one {@link io.backorder.Inventory}, posts documents to it, and reads from it:
 *
 * <pre>{@code
 * Inventory inventory = Inventory.inMemory().listener(System.out::println).build();
 * inventory.post(PlaceOrder.of(OrderId.of("4711"), OrderLine.of("1", lamp, Quantity.of(5))));
 * inventory.post(ReceiveStock.of("R-1", lamp, LocationId.of("MAIN"), Quantity.of(3)));
 * }</pre>
 *
 * <p><b>Documents.</b> Every change is a {@link io.backorder.posting.Document}. Its own number is its
 * idempotency key: posting it again answers the first {@link io.backorder.posting.Outcome}. What
 * cannot be done is refused with an {@link io.backorder.refusal.InventoryException} and changes
 * nothing. A shortage is no exception: the outcome says reserved, backordered and refused, line by
 * line.
 *
 * <p><b>Who gets it.</b> Whatever frees units - a receipt, a cancellation, a count, a return, an ended
 * hold, a transfer - serves who waits, in the order of the {@link
 * io.backorder.allocation.AllocationPolicy}. A new order never takes units that an earlier line waits
 * for and could use.
 *
 * <p><b>What is known.</b> {@link io.backorder.Inventory#item} and {@link
 * io.backorder.Inventory#order} show how things stand, {@link io.backorder.Inventory#reason} says why
 * a line is short, {@link io.backorder.Inventory#ledger} what happened, and {@link
 * io.backorder.Inventory#verify} recomputes every balance from the ledger.
 *
 * <p><b>Who is told.</b> An {@link io.backorder.InventoryListener} hears of each document after it is
 * committed. A {@link io.backorder.NoticeFeed} reads the ledger and makes the notices that customers get. {@link
 * io.backorder.BackorderCalculator} needs no inventory: it answers how much of a
 * book of orders the stock leaves unfilled.
 *
 * <p>This package may use every other package but {@code jdbc}.
 */
@NullMarked
package io.backorder;

import org.jspecify.annotations.NullMarked;
