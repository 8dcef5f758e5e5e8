/** Boosted trees on small data. */
@NullMarked
package io.backorder.examples.boostedtrees;

import org.jspecify.annotations.NullMarked;
