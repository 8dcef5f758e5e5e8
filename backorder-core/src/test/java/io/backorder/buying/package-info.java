/** What a buyer reads off the ledger. */
@NullMarked
package io.backorder.buying;

import org.jspecify.annotations.NullMarked;
