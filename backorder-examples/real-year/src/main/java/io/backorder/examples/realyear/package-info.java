/**
 * A retailer's year of sales, replayed in time order through the inventory.
 *
 * <p>{@link io.backorder.examples.realyear.RetailYear} holds the sales, {@link
 * io.backorder.examples.realyear.OrderUpToRule} says how much to buy, {@link
 * io.backorder.examples.realyear.Replay} posts the documents day by day.
 */
@NullMarked
package io.backorder.examples.realyear;

import org.jspecify.annotations.NullMarked;
