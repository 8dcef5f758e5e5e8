/** The contract of stores, and the store in memory under it. */
@NullMarked
package io.backorder.store;

import org.jspecify.annotations.NullMarked;
