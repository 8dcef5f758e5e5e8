/** What leaves the house, and when. */
@NullMarked
package io.backorder.fulfilment;

import org.jspecify.annotations.NullMarked;
