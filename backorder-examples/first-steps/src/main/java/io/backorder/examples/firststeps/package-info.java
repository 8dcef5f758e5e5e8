/** The README's code, and what a late order costs. */
@NullMarked
package io.backorder.examples.firststeps;

import org.jspecify.annotations.NullMarked;
