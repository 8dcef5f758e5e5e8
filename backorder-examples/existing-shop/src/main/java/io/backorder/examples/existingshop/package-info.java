/**
 * A shop that worked before it knew the library, and how the library came in.
 *
 * <p>The shop's own are {@link io.backorder.examples.existingshop.OrderService}, its entities {@link
 * io.backorder.examples.existingshop.Product} and {@link io.backorder.examples.existingshop.ShopOrder},
 * and its {@link io.backorder.examples.existingshop.Mailbox}. Added were {@link
 * io.backorder.examples.existingshop.BackorderConfiguration}, {@link
 * io.backorder.examples.existingshop.Backorders} and four calls in the order service; the module's
 * README shows the diff.
 */
@NullMarked
package io.backorder.examples.existingshop;

import org.jspecify.annotations.NullMarked;
