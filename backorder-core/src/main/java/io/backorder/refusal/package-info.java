/**
 * What is refused, and why.
 *
 * <p>Every refusal is an {@link io.backorder.refusal.InventoryException}: a code that programs can
 * switch on, a sentence for people, and the identifiers and numbers as {@link
 * io.backorder.refusal.Facts}. A refused document has changed nothing. A shortage is not a refusal;
 * it is a number in an outcome.
 *
 * <p>This package depends on nothing.
 */
@NullMarked
package io.backorder.refusal;

import org.jspecify.annotations.NullMarked;
