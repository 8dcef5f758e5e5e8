/**
 * What happened, line by line.
 *
 * <p>A document becomes {@link io.backorder.ledger.LedgerEntry ledger entries}. Each entry moves units
 * from one account to another, so that nothing is made or lost on the way. {@link
 * io.backorder.ledger.LedgerRecord} adds when and by which document, {@link
 * io.backorder.ledger.Ledger} reads them, {@link io.backorder.ledger.HashChain} ties the records of an
 * item together. {@link io.backorder.ledger.InventoryEvent} is what listeners are told, {@link
 * io.backorder.ledger.PromiseRevision} how the day of a line changed, and why.
 *
 * <p>This package depends on {@code proof}, {@code demand}, {@code supply}, {@code stock} and {@code
 * refusal}.
 */
@NullMarked
package io.backorder.ledger;

import org.jspecify.annotations.NullMarked;
