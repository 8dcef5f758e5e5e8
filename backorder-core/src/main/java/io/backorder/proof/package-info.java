/**
 * Evidence that what is kept is what was written.
 *
 * <p>A {@link io.backorder.proof.Checkpoint} is what a history was at one moment: its size, and the root
 * of a {@link io.backorder.proof.MerkleTree} over its entries, a {@link io.backorder.proof.Digest}. An
 * {@link io.backorder.proof.InclusionProof} shows that an entry is part of that history, a {@link
 * io.backorder.proof.ConsistencyProof} that a later history begins with it; both need nothing but the
 * checkpoints. {@link io.backorder.proof.Verification} is the answer to who doubts the balances.
 *
 * <p>This package knows nothing of stock, so that whoever is given a proof can check it alone. It
 * depends on {@code refusal}.
 */
@NullMarked
package io.backorder.proof;

import org.jspecify.annotations.NullMarked;
