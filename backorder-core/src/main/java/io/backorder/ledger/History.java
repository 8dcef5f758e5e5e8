package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.proof.Checkpoint;
import io.backorder.proof.ConsistencyProof;
import io.backorder.proof.InclusionProof;
import io.backorder.proof.MerkleTree;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The records of a ledger up to what its size is now, as the leaves of a Merkle tree. */
final class History {

  /** How many records are read at once where all are. */
  static final int PAGE = 1024;

  private final Ledger ledger;
  private final long size;

  private History(Ledger ledger) {
    this.ledger = ledger;
    this.size = ledger.size();
  }

  static History of(Ledger ledger) {
    return new History(ledger);
  }

  Checkpoint checkpoint() {
    Iterator<byte[]> leaves = new Leaves(size);
    MerkleTree tree = MerkleTree.empty();
    leaves.forEachRemaining(tree::add);
    return tree.checkpoint();
  }

  Checkpoint verify(Checkpoint earlier) {
    requireReached(earlier);
    Iterator<byte[]> leaves = new Leaves(size);
    MerkleTree tree = MerkleTree.empty();
    while (tree.size() < earlier.size()) {
      tree.add(leaves.next());
    }
    requireSame(earlier, tree.checkpoint());
    leaves.forEachRemaining(tree::add);
    return tree.checkpoint();
  }

  InclusionProof inclusion(long position, Checkpoint checkpoint) {
    requireReached(checkpoint);
    Leaves leaves = new Leaves(checkpoint.size());
    InclusionProof proof = MerkleTree.inclusion(leaves, position, checkpoint.size());
    byte[] leaf = ledger.after(position - 1, 1).get(0).canonical();
    if (!proof.proves(leaf, checkpoint)) {
      throw mismatch(checkpoint, checkpointAt(checkpoint.size()));
    }
    return proof;
  }

  ConsistencyProof consistency(Checkpoint earlier, Checkpoint later) {
    requireReached(earlier);
    requireReached(later);
    ConsistencyProof proof =
        MerkleTree.consistency(new Leaves(later.size()), earlier.size(), later.size());
    // a proof without a path says nothing of this ledger
    if (proof.path().isEmpty() || !proof.proves(earlier, later)) {
      requireSame(earlier, checkpointAt(earlier.size()));
      requireSame(later, checkpointAt(later.size()));
    }
    return proof;
  }

  private Checkpoint checkpointAt(long end) {
    MerkleTree tree = MerkleTree.empty();
    new Leaves(end).forEachRemaining(tree::add);
    return tree.checkpoint();
  }

  private void requireReached(Checkpoint checkpoint) {
    if (requireNonNull(checkpoint, "checkpoint").size() > size) {
      throw new InvalidValueException(
          ErrorCode.HISTORY_TRUNCATED,
          "ledger must have at least the %d records of the checkpoint: %d"
              .formatted(checkpoint.size(), size),
          Facts.of("asked", checkpoint.size()).and("allowed", size));
    }
  }

  private static void requireSame(Checkpoint checkpoint, Checkpoint found) {
    if (!checkpoint.equals(found)) {
      throw mismatch(checkpoint, found);
    }
  }

  private static InvalidValueException mismatch(Checkpoint checkpoint, Checkpoint found) {
    return new InvalidValueException(
        ErrorCode.CHECKPOINT_MISMATCH,
        "checkpoint must be of this ledger, whose first %d records have the root %s: %s"
            .formatted(checkpoint.size(), found.root(), checkpoint.root()),
        Facts.of("position", checkpoint.size())
            .and("asked", checkpoint.root())
            .and("allowed", found.root()));
  }

  /** Reads the ledger page by page. */
  private final class Leaves implements Iterator<byte[]> {

    private final long end;
    private Iterator<LedgerRecord> page = List.<LedgerRecord>of().iterator();
    private long read;

    Leaves(long end) {
      this.end = end;
    }

    @Override
    public boolean hasNext() {
      return read < end;
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException("history has no more records: " + read);
      }
      if (!page.hasNext()) {
        page = ledger.after(read, (int) Math.min(PAGE, end - read)).iterator();
      }
      LedgerRecord record = page.hasNext() ? page.next() : null;
      read++;
      if (record == null || record.position() != read) {
        throw new InvalidValueException(
            ErrorCode.CHECKPOINT_MISMATCH,
            "ledger must have a record at each position up to %d: none at %d".formatted(end, read),
            Facts.of("position", read).and("allowed", end));
      }
      return record.canonical();
    }
  }
}
