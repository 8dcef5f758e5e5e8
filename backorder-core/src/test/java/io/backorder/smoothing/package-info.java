/** Laws of the methods that smooth. */
@NullMarked
package io.backorder.smoothing;

import org.jspecify.annotations.NullMarked;
