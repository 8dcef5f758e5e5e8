/** Shelves, sensors and counts. */
@NullMarked
package io.backorder.counting;

import org.jspecify.annotations.NullMarked;
