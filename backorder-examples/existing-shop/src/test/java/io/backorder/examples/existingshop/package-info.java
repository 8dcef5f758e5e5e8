/** Holds the shop to what joining a host's transaction means, and the README to the code. */
@NullMarked
package io.backorder.examples.existingshop;

import org.jspecify.annotations.NullMarked;
