package io.backorder.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The streaming tree against the recursion of RFC 6962 written down as it stands there. */
final class MerkleTreeProperties {

  private static List<byte[]> leaves(int size) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(new byte[] {(byte) i, (byte) (i >> 8)});
    }
    return leaves;
  }

  private static Digest hash(byte[]... parts) {
    MessageDigest function = Digest.function();
    for (byte[] part : parts) {
      function.update(part);
    }
    return Digest.from(function);
  }

  private static int split(int size) {
    int k = 1;
    while (2 * k < size) {
      k *= 2;
    }
    return k;
  }

  /** MTH. */
  private static Digest root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return hash();
    } else if (leaves.size() == 1) {
      return hash(new byte[] {0}, leaves.get(0));
    }
    int k = split(leaves.size());
    return hash(
        new byte[] {1},
        root(leaves.subList(0, k)).bytes(),
        root(leaves.subList(k, leaves.size())).bytes());
  }

  private static List<Digest> then(List<Digest> path, Digest last) {
    return Stream.concat(path.stream(), Stream.of(last)).toList();
  }

  /** PATH. */
  private static List<Digest> path(int m, List<byte[]> leaves) {
    int n = leaves.size();
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return m < k
        ? then(path(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
        : then(path(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
  }

  /** SUBPROOF. */
  private static List<Digest> subproof(int m, List<byte[]> leaves, List<Digest> whole) {
    int n = leaves.size();
    if (m == n) {
      return whole.isEmpty() ? List.of() : List.of(root(leaves));
    }
    int k = split(n);
    return m <= k
        ? then(subproof(m, leaves.subList(0, k), whole), root(leaves.subList(k, n)))
        : then(subproof(m - k, leaves.subList(k, n), List.of(hash())), root(leaves.subList(0, k)));
  }

  @Property(tries = 300)
  void theStreamedRootIsTheRecursiveOne(@ForAll @IntRange(max = 400) int size) {
    MerkleTree tree = MerkleTree.empty();
    leaves(size).forEach(tree::add);

    assertThat(tree.checkpoint()).isEqualTo(new Checkpoint(size, root(leaves(size))));
  }

  @Property(tries = 300)
  void everyInclusionProofIsTheRecursiveOneAndProvesItsLeafAlone(
      @ForAll @IntRange(min = 1, max = 200) int size, @ForAll @IntRange(max = 199) int choice) {
    List<byte[]> leaves = leaves(size);
    int index = choice % size;
    InclusionProof proof = MerkleTree.inclusion(leaves.iterator(), index + 1L, size);
    Checkpoint checkpoint = new Checkpoint(size, root(leaves));

    assertThat(proof.path()).isEqualTo(path(index, leaves));
    for (int i = 0; i < size; i++) {
      assertThat(proof.proves(leaves.get(i), checkpoint)).isEqualTo(i == index);
    }
  }

  @Property(tries = 300)
  void everyConsistencyProofIsTheRecursiveOneAndProvesItsSizesAlone(
      @ForAll @IntRange(min = 1, max = 200) int later, @ForAll @IntRange(max = 199) int choice) {
    List<byte[]> leaves = leaves(later);
    int earlier = 1 + choice % later;
    ConsistencyProof proof = MerkleTree.consistency(leaves.iterator(), earlier, later);
    Checkpoint before = new Checkpoint(earlier, root(leaves.subList(0, earlier)));
    Checkpoint after = new Checkpoint(later, root(leaves));
    List<byte[]> forged = new ArrayList<>(leaves);
    forged.set(0, new byte[] {1, 2, 3});

    assertThat(proof.path()).isEqualTo(subproof(earlier, leaves, List.of()));
    assertThat(proof.proves(before, after)).isTrue();
    assertThat(proof.proves(before, new Checkpoint(later, root(forged)))).isFalse();
    assertThat(proof.proves(new Checkpoint(earlier, root(forged.subList(0, earlier))), after))
        .isFalse();
  }
}
