/** Tests of what customers are told. */
@NullMarked
package io.backorder.storefront;

import org.jspecify.annotations.NullMarked;
