/**
 * Why a line is short, and what would fill it.
 *
 * <p>An {@link io.backorder.explanation.Explanation} has reasons, each a {@link
 * io.backorder.explanation.ShortageReason} that is true of the line as it stands, and remedies, each a
 * {@link io.backorder.explanation.Remedy} that was tried out before it is told. All of them are data for
 * programs; their texts are parts of one sentence for people.
 *
 * <p>This package depends on {@code allocation}, {@code demand} and {@code stock}. It holds no state.
 */
@NullMarked
package io.backorder.explanation;

import org.jspecify.annotations.NullMarked;
