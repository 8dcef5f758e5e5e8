package io.backorder.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.SourceDocument;
import io.backorder.proof.Digest;
import io.backorder.proof.MerkleTree;
import io.backorder.stock.Sku;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes an export in the form of {@link ExportFormat}. */
final class ExportWriter {

  private static final int PAGE = 1024;

  private final MessageDigest function = Digest.function();
  private final DataOutputStream out;
  private final MerkleTree tree = MerkleTree.empty();
  private final Map<Sku, LedgerRecord> heads = new TreeMap<>();
  private long documents;

  ExportWriter(OutputStream target) {
    out = new DataOutputStream(
        new DigestOutputStream(new BufferedOutputStream(target, 1 << 16), function));
  }

  void write(UnitOfWork store) throws IOException {
    out.write(ExportFormat.magic());
    out.writeInt(ExportFormat.VERSION);
    Retention.Horizon horizon = store.horizon();
    write(horizon.documents());
    write(horizon.orders());
    // first, so that the records which a silent document rests on are among those that are written
    List<Cause> silent = new ArrayList<>(store.silent());
    writeRecords(store.ledger());
    silent.sort(ExportFormat.BY_TIME);
    for (Cause cause : silent) {
      writeDocument(cause, 0);
    }
    writeEnd();
    out.flush();
  }

  private void write(Instant instant) throws IOException {
    out.writeLong(Micros.of(instant));
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void writeRecords(Ledger ledger) throws IOException {
    List<LedgerRecord> document = new ArrayList<>();
    long size = ledger.size();
    for (long read = 0; read < size; ) {
      List<LedgerRecord> page = ledger.after(read, (int) Math.min(PAGE, size - read));
      if (page.isEmpty()) {
        throw new IllegalStateException(
            "ledger must have %d records: none after %d".formatted(size, read));
      }
      for (LedgerRecord record : page) {
        if (!document.isEmpty() && !isOfOneDocument(document.get(0), record)) {
          write(document);
          document.clear();
        }
        document.add(record);
      }
      read += page.size();
    }
    write(document);
  }

  private static boolean isOfOneDocument(LedgerRecord one, LedgerRecord other) {
    return one.document().equals(other.document()) && one.recordedAt().equals(other.recordedAt());
  }

  private void write(List<LedgerRecord> document) throws IOException {
    if (document.isEmpty()) {
      return;
    }
    writeDocument(document.get(0).cause(), document.size());
    for (LedgerRecord record : document) {
      byte[] canonical = record.canonical();
      out.writeByte(ExportFormat.RECORD);
      out.writeInt(canonical.length);
      out.write(canonical);
      tree.add(canonical);
      heads.put(record.entry().sku(), record);
    }
  }

  private void writeDocument(Cause cause, int records) throws IOException {
    SourceDocument document = cause.document();
    out.writeByte(ExportFormat.DOCUMENT);
    write(document.id().kind().name());
    write(document.id().number());
    write(cause.recordedAt());
    writeContent(document);
    out.writeInt(records);
    documents++;
  }

  private void writeContent(SourceDocument document) throws IOException {
    if (document.isArchived()) {
      out.writeByte(ExportFormat.ARCHIVED);
    } else if (document.id().kind() == DocumentKind.PLACE) {
      out.writeByte(ExportFormat.AS_RECORDED);
    } else {
      Map<String, String> fields = document.content();
      out.writeByte(ExportFormat.FIELDS);
      out.writeInt(fields.size());
      for (Map.Entry<String, String> field : fields.entrySet()) {
        write(field.getKey());
        write(field.getValue());
      }
    }
  }

  private void writeEnd() throws IOException {
    out.writeByte(ExportFormat.HEADS);
    out.writeInt(heads.size());
    for (Map.Entry<Sku, LedgerRecord> head : heads.entrySet()) {
      write(head.getKey().value());
      out.writeLong(head.getValue().sequence());
      out.write(head.getValue().chain().bytes());
    }
    out.writeByte(ExportFormat.TRAILER);
    out.writeLong(documents);
    out.writeLong(tree.size());
    out.write(tree.root().bytes());
    out.write(Digest.from(function).bytes());
  }
}
