/** Refusals, and how a test asserts one. */
@NullMarked
package io.backorder.refusal;

import org.jspecify.annotations.NullMarked;
