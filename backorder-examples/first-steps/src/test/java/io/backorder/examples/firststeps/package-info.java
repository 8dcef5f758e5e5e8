/** Holds the README to its code. */
@NullMarked
package io.backorder.examples.firststeps;

import org.jspecify.annotations.NullMarked;
