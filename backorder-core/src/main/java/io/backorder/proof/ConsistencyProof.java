package io.backorder.proof;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.List;

/**
 * Shows that the history of one checkpoint begins with the whole history of another, without the
 * entries: the consistency proof of RFC 6962, section 2.1.2.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param earlier the number of entries of the shorter history, zero or more
 * @param later the number of entries of the longer one
 * @param path the values from which both roots follow
 */
public record ConsistencyProof(long earlier, long later, List<Digest> path) {

  /** Rejects a shorter history that is the longer one. */
  public ConsistencyProof {
    MerkleTree.requireWithin("earlier size", earlier, 0, later);
    path = List.copyOf(requireNonNull(path, "path"));
  }

  /**
   * Tells whether the history of one checkpoint begins with that of another.
   *
   * @param before the checkpoint of the shorter history
   * @param after the checkpoint of the longer one
   * @return true if it does; false if a checkpoint or this proof is another
   */
  public boolean proves(Checkpoint before, Checkpoint after) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    if (before.size() != earlier || after.size() != later) {
      return false;
    } else if (earlier == 0) {
      return path.isEmpty() && before.root().equals(MerkleTree.empty().root());
    } else if (earlier == later) {
      return path.isEmpty() && before.root().equals(after.root());
    }
    return leadsTo(before.root(), after.root());
  }

  /** RFC 9162, section 2.1.4.2. */
  private boolean leadsTo(Digest before, Digest after) {
    boolean whole =
        Long.bitCount(earlier) == 1; // then the proof begins with the root that is known
    if (path.isEmpty()) {
      return false;
    }
    int levels = Long.numberOfTrailingZeros(earlier);
    long node = (earlier - 1) >> levels;
    long last = (later - 1) >> levels;
    MessageDigest function = Digest.function();
    Digest first = whole ? before : path.get(0);
    Digest second = first;
    for (Digest beside : whole ? path : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = MerkleTree.node(function, beside, first);
        second = MerkleTree.node(function, beside, second);
        int skipped = Long.numberOfTrailingZeros(node);
        node >>= skipped;
        last >>= skipped;
      } else {
        second = MerkleTree.node(function, second, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(before) && second.equals(after);
  }
}
