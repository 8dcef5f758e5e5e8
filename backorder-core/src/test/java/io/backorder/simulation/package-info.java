/** Simulations against history and formula. */
@NullMarked
package io.backorder.simulation;

import org.jspecify.annotations.NullMarked;
