/** Both sides of every edge of what the ledger keeps. */
@NullMarked
package io.backorder.ledger;

import org.jspecify.annotations.NullMarked;
