/** Purchases, proposed and split. */
@NullMarked
package io.backorder.replenishment;

import org.jspecify.annotations.NullMarked;
