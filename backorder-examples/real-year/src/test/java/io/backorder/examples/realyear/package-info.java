/** Reads small and real data, replays them, and compares the year with an independent model. */
@NullMarked
package io.backorder.examples.realyear;

import org.jspecify.annotations.NullMarked;
