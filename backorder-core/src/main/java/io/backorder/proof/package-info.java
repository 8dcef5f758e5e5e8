/**
 * Evidence that what is kept is what was written.
 *
 * <p>A {@link io.backorder.proof.Digest} is a SHA-256 value. {@link io.backorder.proof.Verification} is
 * the answer to who doubts the balances.
 *
 * <p>This package knows nothing of stock, so that whoever is given a proof can check it alone. It
 * depends on {@code refusal}.
 */
@NullMarked
package io.backorder.proof;

import org.jspecify.annotations.NullMarked;
