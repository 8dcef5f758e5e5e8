/** Tests of the way in. */
@NullMarked
package io.backorder;

import org.jspecify.annotations.NullMarked;
