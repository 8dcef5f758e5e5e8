/** Both sides of every edge of what customers ask for. */
@NullMarked
package io.backorder.demand;

import org.jspecify.annotations.NullMarked;
