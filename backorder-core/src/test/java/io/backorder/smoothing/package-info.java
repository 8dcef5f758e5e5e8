/** Both sides of every edge of the value types. */
@NullMarked
package io.backorder.smoothing;

import org.jspecify.annotations.NullMarked;
