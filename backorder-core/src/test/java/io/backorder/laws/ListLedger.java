package io.backorder.laws;

import io.backorder.demand.OrderId;
import io.backorder.ledger.HashChain;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.Sku;
import java.util.List;
import java.util.stream.Collectors;

/** A ledger that is just a list of records with the chain values that they were stored with. */
record ListLedger(List<LedgerRecord> records) implements Ledger {

  @Override
  public List<LedgerRecord> after(long position, int limit) {
    int from = (int) Math.min(position, records.size());
    return records.subList(from, (int) Math.min(records.size(), (long) from + limit));
  }

  @Override
  public List<LedgerRecord> of(Sku sku) {
    return records.stream().filter(each -> each.entry().sku().equals(sku)).toList();
  }

  @Override
  public List<LedgerRecord> of(OrderId order) {
    return records.stream()
        .filter(each -> each.entry() instanceof LineEntry about
            && about.claim().line().order().equals(order))
        .toList();
  }

  @Override
  public long size() {
    return records.size();
  }

  /** What can be seen without a checkpoint: a position or a chain that is broken. */
  boolean isSound() {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).position() != i + 1) {
        return false;
      }
    }
    return records.stream().map(each -> each.entry().sku()).collect(Collectors.toSet()).stream()
        .allMatch(sku -> HashChain.firstBreak(sku, of(sku)).isEmpty());
  }
}
