/**
 * Items, places and units.
 *
 * <p>{@link io.backorder.stock.Sku} names an item, {@link io.backorder.stock.Location} a place where
 * units lie, {@link io.backorder.stock.Quantity} counts units, and {@link
 * io.backorder.stock.ItemTerms} say how an item may be sold. {@link io.backorder.stock.StockLevel}
 * and {@link io.backorder.stock.ItemLevels} are what a reader sees.
 *
 * <p>This package depends on {@code refusal} alone. Everything in it is immutable and thread-safe.
 */
@NullMarked
package io.backorder.stock;

import org.jspecify.annotations.NullMarked;
