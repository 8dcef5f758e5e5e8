/** Tests of money. */
@NullMarked
package io.backorder.finance;

import org.jspecify.annotations.NullMarked;
