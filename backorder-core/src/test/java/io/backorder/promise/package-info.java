/** Tests of dates and of how sure they are. */
@NullMarked
package io.backorder.promise;

import org.jspecify.annotations.NullMarked;
