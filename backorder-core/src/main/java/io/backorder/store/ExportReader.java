package io.backorder.store;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.HashChain;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.SourceDocument;
import io.backorder.proof.Digest;
import io.backorder.proof.MerkleTree;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export in the form of {@link ExportFormat} into an empty store, and believes nothing of it:
 * every chain value, the root and the digest are computed again.
 */
final class ExportReader {

  private final ExportInput in;
  private final HashChain chain = HashChain.fold();
  private final MerkleTree tree = MerkleTree.empty();
  private final Map<Sku, LedgerRecord> heads = new TreeMap<>();
  private @Nullable Cause previous;
  private boolean silent;
  private long documents;

  ExportReader(InputStream source) {
    in = new ExportInput(source);
  }

  void read(MemoryUnitOfWork memory) throws IOException {
    try {
      readAll(memory);
    } catch (InventoryException e) {
      boolean told = e.code() == ErrorCode.UNKNOWN_EVENT || e.code() == ErrorCode.UNKNOWN_LOCATION;
      throw stopped(told ? e.code() : ErrorCode.IMPORT_INVALID, e);
    } catch (RuntimeException e) {
      throw stopped(ErrorCode.IMPORT_INVALID, e); // no history of an inventory does what this does
    }
  }

  private InvalidValueException stopped(ErrorCode code, RuntimeException cause) {
    InvalidValueException refusal = new InvalidValueException(
        code,
        "cannot take over the export, after record %d and byte %d: %s"
            .formatted(tree.size(), in.read(), cause.getMessage()),
        Facts.of("position", tree.size()).and("offset", in.read()));
    refusal.initCause(cause);
    return refusal;
  }

  private void readAll(MemoryUnitOfWork memory) throws IOException {
    requireBeginning();
    Retention.Horizon horizon = new Retention.Horizon(in.instant(), in.instant());
    Replay replay = new Replay(memory);
    byte part = in.single();
    while (part == ExportFormat.DOCUMENT) {
      readDocument(replay);
      part = in.single();
    }
    if (part != ExportFormat.HEADS) {
      throw ExportInput.invalid("part must be a document or the heads: byte " + part);
    }
    requireHeads();
    requireTrailer();
    memory.restore(horizon);
  }

  private void requireBeginning() throws IOException {
    byte[] magic = ExportFormat.magic();
    if (!Arrays.equals(in.bytes(magic.length), magic)) {
      throw ExportInput.invalid("export must begin as one");
    }
    int version = in.integer();
    if (version > ExportFormat.VERSION) {
      throw new InvalidValueException(
          ErrorCode.UNKNOWN_EVENT,
          "version must be at most %d: %d".formatted(ExportFormat.VERSION, version),
          Facts.NONE);
    } else if (version < 1) {
      throw ExportInput.invalid("version must be at least 1: " + version);
    }
  }

  private void readDocument(Replay replay) throws IOException {
    DocumentId id = new DocumentId(kind(in.text()), in.text());
    Instant at = in.instant();
    SourceDocument document = content(id);
    Cause cause = new Cause(document, at);
    int count = in.count();
    requireInOrder(cause, count);
    if (count == 0) {
      replay.remember(cause);
      return;
    }
    List<LedgerRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(readRecord(cause));
    }
    replay.apply(records);
  }

  /** Documents stand in the order of the ledger, and behind them those that wrote no record. */
  private void requireInOrder(Cause cause, int count) {
    boolean begins = count == 0 && !silent;
    if (previous != null && !begins && !follows(previous, cause, count)) {
      throw ExportInput.invalid("document must stand once and in order: %s at %s"
          .formatted(cause.document().id(), cause.recordedAt()));
    }
    previous = cause;
    silent = count == 0;
    documents++;
  }

  private boolean follows(Cause before, Cause cause, int count) {
    int order = ExportFormat.BY_TIME.compare(before, cause);
    return silent
        ? count == 0 && order < 0
        : order != 0 && !cause.recordedAt().isBefore(before.recordedAt());
  }

  private static DocumentKind kind(String name) {
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new InvalidValueException(
        ErrorCode.UNKNOWN_EVENT,
        "kind of document must be one that this version knows: a text of %d characters"
            .formatted(name.length()),
        Facts.NONE);
  }

  private SourceDocument content(DocumentId id) throws IOException {
    byte content = in.single();
    return switch (content) {
      case ExportFormat.AS_RECORDED -> {
        if (id.kind() != DocumentKind.PLACE) {
          throw ExportInput.invalid("content must be there for document " + id);
        }
        yield new Imported(id, Map.of());
      }
      case ExportFormat.ARCHIVED -> new SourceDocument.Archived(id);
      case ExportFormat.FIELDS -> new Imported(id, fields());
      default -> throw ExportInput.invalid("content must be 0, 1 or 2: byte " + content);
    };
  }

  private Map<String, String> fields() throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      if (fields.put(in.text(), in.text()) != null) {
        throw ExportInput.invalid("field must stand once in its document: field " + (i + 1));
      }
    }
    return fields;
  }

  /** A document as an export tells it. */
  private record Imported(DocumentId id, Map<String, String> content) implements SourceDocument {

    @Override
    public String toString() {
      return id.toString();
    }
  }

  private LedgerRecord readRecord(Cause cause) throws IOException {
    in.expect(ExportFormat.RECORD);
    byte[] canonical = in.sized();
    LedgerRecord record = LedgerRecord.read(tree.size() + 1, cause.document(), canonical);
    if (!record.recordedAt().equals(cause.recordedAt())) {
      throw ExportInput.invalid("record must have the time of its document, %s: %s"
          .formatted(cause.recordedAt(), record.recordedAt()));
    }
    requireNext(record);
    tree.add(canonical);
    heads.put(record.entry().sku(), record);
    return record;
  }

  private void requireNext(LedgerRecord record) {
    Sku sku = record.entry().sku();
    LedgerRecord before = heads.get(sku);
    long expected = before == null ? 1 : before.sequence() + 1;
    if (record.sequence() != expected) {
      throw ExportInput.invalid(
          "sequence of %s must be %d: %d".formatted(sku, expected, record.sequence()));
    }
    Digest previous = before == null ? HashChain.start(sku) : before.chain();
    Digest value = chain.link(previous, record.sequence(), record.cause(), record.entry());
    if (!record.chain().equals(value)) {
      throw ExportInput.invalid("chain value of %s at sequence %d must be %s: %s"
          .formatted(sku, expected, value, record.chain()));
    }
  }

  private void requireHeads() throws IOException {
    int count = in.count();
    if (count != heads.size()) {
      throw ExportInput.invalid("number of items must be %d: %d".formatted(heads.size(), count));
    }
    for (Map.Entry<Sku, LedgerRecord> head : heads.entrySet()) {
      String sku = in.text();
      long records = in.number();
      Digest value = in.digest();
      LedgerRecord last = head.getValue();
      if (!sku.equals(head.getKey().value())
          || records != last.sequence()
          || !value.equals(last.chain())) {
        throw ExportInput.invalid("head must be that of the records: " + head.getKey());
      }
    }
  }

  private void requireTrailer() throws IOException {
    in.expect(ExportFormat.TRAILER);
    long told = in.number();
    if (told != documents) {
      throw ExportInput.invalid("number of documents must be %d: %d".formatted(documents, told));
    }
    long size = in.number();
    if (size != tree.size() || !in.digest().equals(tree.root())) {
      throw ExportInput.invalid(
          "root must be that of the %d records: %d told".formatted(tree.size(), size));
    }
    in.requireEnd();
  }
}
