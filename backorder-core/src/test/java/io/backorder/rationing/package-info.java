/** Guards and divisions: what always holds of them, and both sides of every edge. */
@NullMarked
package io.backorder.rationing;

import org.jspecify.annotations.NullMarked;
