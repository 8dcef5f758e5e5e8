/** Compares the year with an independent model. */
@NullMarked
package io.backorder.examples.realyear;

import org.jspecify.annotations.NullMarked;
