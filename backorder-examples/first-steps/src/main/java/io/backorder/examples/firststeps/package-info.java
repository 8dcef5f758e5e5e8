/** The README's code. */
@NullMarked
package io.backorder.examples.firststeps;

import org.jspecify.annotations.NullMarked;
