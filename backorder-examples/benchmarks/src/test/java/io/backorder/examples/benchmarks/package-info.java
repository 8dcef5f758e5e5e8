/** Holds the baselines and the library to one outcome, at small sizes. */
@NullMarked
package io.backorder.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
