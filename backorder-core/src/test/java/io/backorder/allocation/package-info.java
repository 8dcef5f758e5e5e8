/** Contracts of the extension points, and both sides of every edge of plans and shelves. */
@NullMarked
package io.backorder.allocation;

import org.jspecify.annotations.NullMarked;
