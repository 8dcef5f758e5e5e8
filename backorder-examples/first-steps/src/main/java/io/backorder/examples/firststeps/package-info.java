/** The README's code, what a late order costs, and a buyer's month. */
@NullMarked
package io.backorder.examples.firststeps;

import org.jspecify.annotations.NullMarked;
