/** Kinds of items, and those at risk. */
@NullMarked
package io.backorder.assortment;

import org.jspecify.annotations.NullMarked;
