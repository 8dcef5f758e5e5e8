package io.backorder.proof;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, over leaves that come one after the other.
 *
 * <p>With H for SHA-256, a leaf d has the value H(0x00 || d), and n leaves have the value H(0x01 || the
 * value of the first k || the value of the others), where k is the largest power of two smaller than n.
 * The value of no leaves is that of no bytes. The tree keeps the values of at most 63 subtrees, however
 * many leaves it has. It is confined to one thread; the static methods are thread-safe.
 */
public final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest function = Digest.function();
  private final List<Digest> peaks = new ArrayList<>();
  private long size;

  private MerkleTree() {}

  /**
   * Returns a tree without leaves.
   *
   * @return the tree
   */
  public static MerkleTree empty() {
    return new MerkleTree();
  }

  /**
   * Returns the value of a leaf.
   *
   * @param leaf what the leaf stands for
   * @return the value
   */
  public static Digest leaf(byte[] leaf) {
    return leaf(Digest.function(), requireNonNull(leaf, "leaf"));
  }

  private static Digest leaf(MessageDigest function, byte[] leaf) {
    function.update(LEAF);
    function.update(leaf);
    return Digest.from(function);
  }

  /** Returns the value over two subtrees. */
  static Digest node(MessageDigest function, Digest left, Digest right) {
    byte[] both = new byte[1 + 2 * Digest.LENGTH];
    both[0] = NODE;
    left.copyTo(both, 1);
    right.copyTo(both, 1 + Digest.LENGTH);
    function.update(both);
    return Digest.from(function);
  }

  /**
   * Adds a leaf behind the others.
   *
   * @param leaf what the leaf stands for
   */
  public void add(byte[] leaf) {
    Digest value = leaf(function, requireNonNull(leaf, "leaf"));
    // as many full subtrees end here as the old size has ones at its end
    for (long ones = size; (ones & 1) == 1; ones >>= 1) {
      value = node(function, peaks.remove(peaks.size() - 1), value);
    }
    peaks.add(value);
    size++;
  }

  /**
   * Returns the number of leaves.
   *
   * @return the number
   */
  public long size() {
    return size;
  }

  /**
   * Returns the value of all leaves.
   *
   * @return the root
   */
  public Digest root() {
    if (peaks.isEmpty()) {
      return Digest.from(function);
    }
    Digest root = peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = node(function, peaks.get(i), root);
    }
    return root;
  }

  /**
   * Returns the size and the root.
   *
   * @return the checkpoint
   */
  public Checkpoint checkpoint() {
    return new Checkpoint(size, root());
  }

  /**
   * Returns the proof that a leaf is one of a tree's (RFC 6962, 2.1.1), read in one pass.
   *
   * @param leaves the leaves of the tree, in order, at least {@code size} of them
   * @param position the place of the leaf, from 1 to {@code size}
   * @param size the number of leaves of the tree
   * @return the proof
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there is no such leaf
   */
  public static InclusionProof inclusion(Iterator<byte[]> leaves, long position, long size) {
    requireNonNull(leaves, "leaves");
    requireWithin("position", position, 1, size);
    List<Digest> path = new ArrayList<>();
    addPath(leaves, position - 1, size, path);
    return new InclusionProof(position, size, path);
  }

  private static void addPath(Iterator<byte[]> leaves, long index, long size, List<Digest> path) {
    if (size == 1) {
      leaves.next();
      return;
    }
    long left = largestPowerBelow(size);
    if (index < left) {
      addPath(leaves, index, left, path);
      path.add(root(leaves, size - left));
    } else {
      Digest before = root(leaves, left);
      addPath(leaves, index - left, size - left, path);
      path.add(before);
    }
  }

  /**
   * Returns the proof that one tree begins with all leaves of another (RFC 6962, 2.1.2), read in one
   * pass.
   *
   * @param leaves the leaves of the larger tree, in order, at least {@code later} of them
   * @param earlier the number of leaves of the smaller tree, from 0 to {@code later}
   * @param later the number of leaves of the larger tree
   * @return the proof
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if the smaller tree is the larger one
   */
  public static ConsistencyProof consistency(Iterator<byte[]> leaves, long earlier, long later) {
    requireNonNull(leaves, "leaves");
    requireWithin("earlier size", earlier, 0, later);
    List<Digest> path = new ArrayList<>();
    if (earlier > 0 && earlier < later) {
      addSubproof(leaves, earlier, later, path);
    }
    return new ConsistencyProof(earlier, later, path);
  }

  /** The proof for a smaller tree that is whole here, whose root the reader knows. */
  private static void addSubproof(
      Iterator<byte[]> leaves, long known, long size, List<Digest> path) {
    if (known == size) {
      root(leaves, size);
      return;
    }
    long left = largestPowerBelow(size);
    if (known <= left) {
      addSubproof(leaves, known, left, path);
      path.add(root(leaves, size - left));
    } else {
      Digest before = root(leaves, left);
      addPartOfProof(leaves, known - left, size - left, path);
      path.add(before);
    }
  }

  /** The proof for a smaller tree that began further left, so that its part here must be told. */
  private static void addPartOfProof(
      Iterator<byte[]> leaves, long known, long size, List<Digest> path) {
    if (known == size) {
      path.add(root(leaves, size));
      return;
    }
    long left = largestPowerBelow(size);
    if (known <= left) {
      addPartOfProof(leaves, known, left, path);
      path.add(root(leaves, size - left));
    } else {
      Digest before = root(leaves, left);
      addPartOfProof(leaves, known - left, size - left, path);
      path.add(before);
    }
  }

  private static Digest root(Iterator<byte[]> leaves, long size) {
    MerkleTree tree = new MerkleTree();
    while (tree.size < size) {
      tree.add(leaves.next());
    }
    return tree.root();
  }

  private static long largestPowerBelow(long size) {
    return Long.highestOneBit(size - 1);
  }

  static void requireWithin(String name, long figure, long least, long most) {
    if (figure < least || figure > most) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "%s must be from %d to %d: %d".formatted(name, least, most, figure),
          Facts.of("field", name).and("asked", figure).and("allowed", most));
    }
  }

  @Override
  public String toString() {
    return "%d leaves".formatted(size);
  }
}
