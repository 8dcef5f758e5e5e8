/** Lights that answer twice, late or never. */
@NullMarked
package io.backorder.picktolight;

import org.jspecify.annotations.NullMarked;
