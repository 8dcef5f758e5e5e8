package io.backorder.laws;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.HashChain;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.Received;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.SourceDocument;
import io.backorder.proof.Digest;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who can write the records of a ledger, whatever store they lie in. */
final class Attacker {

  private final List<LedgerRecord> records;

  /** Takes the records as they were stored, each with its chain value. */
  Attacker(List<LedgerRecord> stored) {
    records = stored.stream()
        .map(each -> each.chained(each.chain()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  List<LedgerRecord> records() {
    return List.copyOf(records);
  }

  /** What of a record can be edited. */
  enum Field {
    ENTRY,
    SEQUENCE,
    TIME,
    KIND,
    NUMBER,
    CHAIN
  }

  /** A document of another key. */
  private record Forged(DocumentId id) implements SourceDocument {

    @Override
    public Map<String, String> content() {
      return Map.of();
    }
  }

  void edit(int index, Field field) {
    LedgerRecord record = records.get(index);
    Cause cause = record.cause();
    DocumentId id = record.document();
    LedgerRecord edited = switch (field) {
      case ENTRY -> of(record, record.sequence(), cause, other(record.entry()));
      case SEQUENCE -> of(record, record.sequence() + 1, cause, record.entry());
      case TIME -> {
        Cause later = new Cause(cause.document(), cause.recordedAt().plusNanos(1_000));
        yield of(record, record.sequence(), later, record.entry());
      }
      case KIND -> of(record, record.sequence(), forged(cause, kindOf(id)), record.entry());
      case NUMBER -> {
        DocumentId renamed = new DocumentId(id.kind(), "other " + id.number());
        yield of(record, record.sequence(), forged(cause, renamed), record.entry());
      }
      case CHAIN -> record;
    };
    Digest chain = field == Field.CHAIN ? flipped(record.chain()) : record.chain();
    records.set(index, edited.chained(chain));
  }

  private static DocumentId kindOf(DocumentId id) {
    DocumentKind kind =
        id.kind() == DocumentKind.RECEIVE ? DocumentKind.ADJUST : DocumentKind.RECEIVE;
    return new DocumentId(kind, id.number());
  }

  private static Cause forged(Cause cause, DocumentId id) {
    return new Cause(new Forged(id), cause.recordedAt());
  }

  private static LedgerRecord of(
      LedgerRecord record, long sequence, Cause cause, LedgerEntry entry) {
    return new LedgerRecord(record.position(), sequence, cause, entry);
  }

  /** Another entry about the same item. */
  private static LedgerEntry other(LedgerEntry entry) {
    long units = entry instanceof Received received ? received.quantity().units() : 0;
    Quantity another = Quantity.of(units == 0 ? 1 : units - 1);
    return new Received(entry.sku(), LocationId.of("MAIN"), another);
  }

  private static Digest flipped(Digest digest) {
    byte[] bytes = digest.bytes();
    bytes[31] ^= 1;
    return Digest.of(bytes);
  }

  /** Gives a record of the item the value that follows from the records before it. */
  void relink(int index) {
    LedgerRecord record = records.get(index);
    Digest before = HashChain.start(record.entry().sku());
    for (LedgerRecord each : records.subList(0, index)) {
      before = each.entry().sku().equals(record.entry().sku()) ? each.chain() : before;
    }
    records.set(
        index,
        record.chained(HashChain.next(before, record.sequence(), record.cause(), record.entry())));
  }

  void delete(int index) {
    records.remove(index);
  }

  void repeat(int index, int at) {
    records.add(at, records.get(index));
  }

  void insert(int at, LedgerRecord record) {
    records.add(at, record.chained(record.chain()));
  }

  void swap(int one, int other) {
    LedgerRecord first = records.get(one);
    records.set(one, records.get(other));
    records.set(other, first);
  }

  void truncate(int size) {
    records.subList(size, records.size()).clear();
  }

  /** Gives the records fresh positions, without gaps. */
  void renumberPositions() {
    for (int i = 0; i < records.size(); i++) {
      LedgerRecord each = records.get(i);
      records.set(
          i,
          new LedgerRecord(i + 1L, each.sequence(), each.cause(), each.entry())
              .chained(each.chain()));
    }
  }

  /** Gives the records fresh positions and sequence numbers, without gaps. */
  void renumber() {
    Map<Sku, Long> sequences = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      LedgerRecord each = records.get(i);
      long sequence = sequences.merge(each.entry().sku(), 1L, Long::sum);
      records.set(
          i, new LedgerRecord(i + 1L, sequence, each.cause(), each.entry()).chained(each.chain()));
    }
  }

  /** Numbers everything anew and computes every chain value, as who owns the store can. */
  void rebuild() {
    renumber();
    Map<Sku, Digest> heads = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      LedgerRecord each = records.get(i);
      Sku sku = each.entry().sku();
      Digest before = heads.computeIfAbsent(sku, HashChain::start);
      Digest value = HashChain.next(before, each.sequence(), each.cause(), each.entry());
      heads.put(sku, value);
      records.set(i, each.chained(value));
    }
  }
}
