/** Both sides of every edge of the value types. */
@NullMarked
package io.backorder.stock;

import org.jspecify.annotations.NullMarked;
