/** Both sides of every edge of the value types. */
@NullMarked
package io.backorder.accuracy;

import org.jspecify.annotations.NullMarked;
