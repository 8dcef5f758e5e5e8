/** Tests of re-promising. */
@NullMarked
package io.backorder.reallocation;

import org.jspecify.annotations.NullMarked;
