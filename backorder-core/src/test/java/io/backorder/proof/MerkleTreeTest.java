package io.backorder.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference vectors of Certificate Transparency, which its implementations share: eight leaves, the
 * roots of their first 0 to 8, audit paths and consistency proofs.
 */
final class MerkleTreeTest {

  private static final List<byte[]> LEAVES = Stream.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f")
      .map(HexFormat.of()::parseHex)
      .toList();

  private static final List<Digest> ROOTS = digests(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static List<Digest> digests(String... hex) {
    return Stream.of(hex).map(Digest::parse).toList();
  }

  static Stream<InclusionProof> inclusionProofs() {
    return Stream.of(
        new InclusionProof(1, 1, List.of()),
        new InclusionProof(
            1,
            8,
            digests(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
        new InclusionProof(
            6,
            8,
            digests(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
        new InclusionProof(
            3, 3, digests("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")),
        new InclusionProof(
            2,
            5,
            digests(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")));
  }

  static Stream<ConsistencyProof> consistencyProofs() {
    return Stream.of(
        new ConsistencyProof(1, 1, List.of()),
        new ConsistencyProof(
            1,
            8,
            digests(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
        new ConsistencyProof(
            6,
            8,
            digests(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
        new ConsistencyProof(
            2,
            5,
            digests(
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")),
        new ConsistencyProof(
            6,
            7,
            digests(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")));
  }

  private static Checkpoint checkpoint(long size) {
    return new Checkpoint(size, ROOTS.get((int) size));
  }

  @Test
  void root_ofTheFirstLeaves_isThePublishedOne() {
    MerkleTree tree = MerkleTree.empty();

    assertThat(tree.checkpoint()).isEqualTo(checkpoint(0));
    for (byte[] leaf : LEAVES) {
      tree.add(leaf);
      assertThat(tree.checkpoint()).isEqualTo(checkpoint(tree.size()));
    }
  }

  @ParameterizedTest
  @MethodSource("inclusionProofs")
  void inclusion_ofAPublishedLeaf_isThePublishedPathAndProvesIt(InclusionProof published) {
    InclusionProof proof =
        MerkleTree.inclusion(LEAVES.iterator(), published.position(), published.size());

    assertThat(proof).isEqualTo(published);
    byte[] leaf = LEAVES.get((int) proof.position() - 1);
    assertThat(proof.proves(leaf, checkpoint(proof.size()))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("consistencyProofs")
  void consistency_ofPublishedSizes_isThePublishedPathAndProvesIt(ConsistencyProof published) {
    ConsistencyProof proof =
        MerkleTree.consistency(LEAVES.iterator(), published.earlier(), published.later());

    assertThat(proof).isEqualTo(published);
    assertThat(proof.proves(checkpoint(proof.earlier()), checkpoint(proof.later())))
        .isTrue();
  }

  private static List<List<Digest>> damaged(List<Digest> path, Digest root) {
    Digest zero = Digest.of(new byte[Digest.LENGTH]);
    List<List<Digest>> wrong = new ArrayList<>();
    for (Digest garbage : List.of(zero, root)) {
      wrong.add(Stream.concat(path.stream(), Stream.of(garbage)).toList());
      wrong.add(Stream.concat(Stream.of(garbage), path.stream()).toList());
    }
    for (int i = 0; i < path.size(); i++) {
      List<Digest> changed = new ArrayList<>(path);
      changed.set(i, zero);
      wrong.add(changed);
      List<Digest> shorter = new ArrayList<>(path);
      shorter.remove(i);
      wrong.add(shorter);
    }
    return wrong;
  }

  @ParameterizedTest
  @MethodSource("inclusionProofs")
  void inclusion_damagedInAnyPart_provesNothing(InclusionProof proof) {
    Checkpoint checkpoint = checkpoint(proof.size());
    byte[] leaf = LEAVES.get((int) proof.position() - 1);

    for (List<Digest> path : damaged(proof.path(), checkpoint.root())) {
      InclusionProof wrong = new InclusionProof(proof.position(), proof.size(), path);
      assertThat(wrong.proves(leaf, checkpoint)).as(wrong.toString()).isFalse();
    }
    for (long other = 1; other <= 8; other++) {
      if (other != proof.position() && other <= proof.size()) {
        InclusionProof wrong = new InclusionProof(other, proof.size(), proof.path());
        assertThat(wrong.proves(leaf, checkpoint)).isFalse();
        assertThat(proof.proves(LEAVES.get((int) other - 1), checkpoint)).isFalse();
      }
      if (other != proof.size()) {
        assertThat(proof.proves(leaf, checkpoint(other))).isFalse();
        Checkpoint lying = new Checkpoint(proof.size(), ROOTS.get((int) other));
        assertThat(proof.proves(leaf, lying)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("consistencyProofs")
  void consistency_damagedInAnyPart_provesNothing(ConsistencyProof proof) {
    Checkpoint before = checkpoint(proof.earlier());
    Checkpoint after = checkpoint(proof.later());

    for (List<Digest> path : damaged(proof.path(), after.root())) {
      ConsistencyProof wrong = new ConsistencyProof(proof.earlier(), proof.later(), path);
      assertThat(wrong.proves(before, after)).as(wrong.toString()).isFalse();
    }
    for (long other = 0; other <= 8; other++) {
      if (other != proof.earlier()) {
        assertThat(proof.proves(checkpoint(other), after)).isFalse();
        Checkpoint lying = new Checkpoint(proof.earlier(), ROOTS.get((int) other));
        assertThat(proof.proves(lying, after)).isFalse();
      }
      if (other != proof.later()) {
        assertThat(proof.proves(before, checkpoint(other))).isFalse();
        Checkpoint lying = new Checkpoint(proof.later(), ROOTS.get((int) other));
        assertThat(proof.proves(before, lying)).isFalse();
      }
    }
  }

  @Test
  void consistency_fromNoLeaves_holdsForEveryTreeAndOnlyForTheEmptyRoot() {
    Iterator<byte[]> leaves = LEAVES.iterator();
    ConsistencyProof proof = MerkleTree.consistency(leaves, 0, 8);

    assertThat(proof.path()).isEmpty();
    assertThat(proof.proves(checkpoint(0), checkpoint(8))).isTrue();
    assertThat(proof.proves(new Checkpoint(0, ROOTS.get(1)), checkpoint(8))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "9, 8", "-1, 8", "1, 0"})
  void inclusion_ofNoLeaf_isRefused(long position, long size) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MerkleTree.inclusion(LEAVES.iterator(), position, size))
        .withMessage("position must be from 1 to %d: %d".formatted(size, position))
        .extracting(InvalidValueException::code)
        .isEqualTo(ErrorCode.INVALID_QUANTITY);
  }

  @ParameterizedTest
  @CsvSource({"-1, 8", "9, 8"})
  void consistency_fromALargerTree_isRefused(long earlier, long later) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MerkleTree.consistency(LEAVES.iterator(), earlier, later))
        .withMessage("earlier size must be from 0 to %d: %d".formatted(later, earlier));
  }

  @Test
  void checkpoint_parsedFromItsText_isTheSame() {
    assertThat(Checkpoint.parse(checkpoint(8).toString())).isEqualTo(checkpoint(8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "8", "-1 00", "08 00", " 8 00", "9999999999999999999 00", "8 00"})
  void checkpoint_parsedFromAnythingElse_isRefused(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Checkpoint.parse(text))
        .extracting(InvalidValueException::code)
        .isEqualTo(ErrorCode.INVALID_IDENTIFIER);
  }

  @Test
  void checkpoint_ofNegativeSize_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Checkpoint(-1, ROOTS.get(0)))
        .withMessage("size must not be negative: -1");
  }
}
