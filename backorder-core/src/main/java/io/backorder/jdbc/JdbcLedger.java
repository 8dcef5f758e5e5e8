package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Sku;
import java.util.List;

/** Reads what has been committed. Positions are given out before. */
final class JdbcLedger implements Ledger {

  private final JdbcUnitOfWork database;

  JdbcLedger(JdbcUnitOfWork database) {
    this.database = database;
  }

  @Override
  public List<LedgerRecord> after(long position, int limit) {
    if (position < 0 || limit < 1) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "position must not be negative and limit at least 1: %d, %d".formatted(position, limit),
          Facts.of("position", position).and("limit", limit));
    }
    size();
    return database.inTransaction(session -> session.ledger().after(position, limit));
  }

  @Override
  public List<LedgerRecord> of(Sku sku) {
    requireNonNull(sku, "sku");
    size();
    return database.inTransaction(session -> numbered(session.ledger().of(sku)));
  }

  @Override
  public List<LedgerRecord> of(OrderId order) {
    requireNonNull(order, "order");
    size();
    return database.inTransaction(session -> numbered(session.ledger().of(order)));
  }

  /** What was committed after the call began has no position yet, and is left to the next call. */
  private static List<LedgerRecord> numbered(List<LedgerRecord> records) {
    return records.stream().filter(record -> record.position() > 0).toList();
  }

  @Override
  public long size() {
    return database.inTransaction(session -> session.feed().number());
  }
}
