package io.backorder.proof;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.List;

/**
 * Shows that an entry is part of the history of a checkpoint, without the other entries: the audit path
 * of RFC 6962, section 2.1.1.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param position the place of the entry, from 1; the RFC counts its leaf from 0
 * @param size the number of entries of the history
 * @param path the values beside the way from the entry up to the root
 */
public record InclusionProof(long position, long size, List<Digest> path) {

  /** Rejects a position that is not in the history. */
  public InclusionProof {
    MerkleTree.requireWithin("position", position, 1, size);
    path = List.copyOf(requireNonNull(path, "path"));
  }

  /**
   * Tells whether an entry is the one at the position in the history of a checkpoint.
   *
   * @param entry the canonical form of the entry
   * @param checkpoint the checkpoint, from a source that is trusted
   * @return true if it is; false if the entry, the checkpoint or this proof is another
   */
  public boolean proves(byte[] entry, Checkpoint checkpoint) {
    requireNonNull(entry, "entry");
    requireNonNull(checkpoint, "checkpoint");
    return checkpoint.size() == size && leadsTo(checkpoint.root(), MerkleTree.leaf(entry));
  }

  /** RFC 9162, section 2.1.3.2. */
  private boolean leadsTo(Digest root, Digest leaf) {
    MessageDigest function = Digest.function();
    long node = position - 1;
    long last = size - 1;
    Digest value = leaf;
    for (Digest beside : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        value = MerkleTree.node(function, beside, value);
        int levels = Long.numberOfTrailingZeros(node); // none beside where the tree ends early
        node >>= levels;
        last >>= levels;
      } else {
        value = MerkleTree.node(function, value, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && value.equals(root);
  }
}
