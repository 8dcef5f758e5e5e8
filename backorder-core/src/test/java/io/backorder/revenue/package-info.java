/** Tests of deferred revenue, against histories of a real inventory. */
@NullMarked
package io.backorder.revenue;

import org.jspecify.annotations.NullMarked;
