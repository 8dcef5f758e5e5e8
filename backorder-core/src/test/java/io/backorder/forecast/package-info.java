/** Both sides of every edge of the value types. */
@NullMarked
package io.backorder.forecast;

import org.jspecify.annotations.NullMarked;
