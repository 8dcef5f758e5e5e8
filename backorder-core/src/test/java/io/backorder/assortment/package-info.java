/** Both sides of every edge of the value types. */
@NullMarked
package io.backorder.assortment;

import org.jspecify.annotations.NullMarked;
