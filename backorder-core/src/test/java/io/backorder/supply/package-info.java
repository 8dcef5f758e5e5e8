/** Deliveries and the cards that sum them up. */
@NullMarked
package io.backorder.supply;

import org.jspecify.annotations.NullMarked;
