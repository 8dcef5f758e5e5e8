package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report against the inventory, unit by unit: the units of each account of each line, and the money that
 * they stand for.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param lines how many lines were compared
 * @param differences what is not the same; empty if the report is sound
 */
public record Reconciliation(int lines, List<Difference> differences) {

  /** Copies the differences. */
  public Reconciliation {
    differences = List.copyOf(requireNonNull(differences, "differences"));
  }

  /**
   * A figure that is not what it should be.
   *
   * @param line the line
   * @param figure what is compared
   * @param reported what the report says
   * @param expected what it should say
   */
  public record Difference(OrderLineId line, String figure, String reported, String expected) {}

  /**
   * Compares a report with an inventory.
   *
   * @param report the report of now
   * @param statuses the lines of the inventory's orders; those of archived orders may be missing
   * @return what is not the same
   */
  public static Reconciliation of(RevenueReport report, List<LineStatus> statuses) {
    requireNonNull(report, "report");
    List<Difference> differences = new ArrayList<>();
    Set<OrderLineId> compared = new HashSet<>();
    for (LineStatus status : requireNonNull(statuses, "statuses")) {
      Comparison comparison = new Comparison(status.id(), differences);
      Optional<LineRevenue> line = report.line(status.id());
      line.ifPresentOrElse(
          revenue -> comparison.units(revenue.units(), status), comparison::missing);
      compared.add(status.id());
    }
    for (LineRevenue line : report.lines()) {
      new Comparison(line.line(), differences).money(line);
      compared.add(line.line());
    }
    return new Reconciliation(compared.size(), differences);
  }

  /**
   * Tells whether all figures agree.
   *
   * @return true if there is no difference
   */
  public boolean isSound() {
    return differences.isEmpty();
  }

  /** Compares the figures of one line. */
  private record Comparison(OrderLineId line, List<Difference> differences) {

    void same(String figure, Object reported, Object expected) {
      if (!reported.equals(expected)) {
        differences.add(new Difference(line, figure, reported.toString(), expected.toString()));
      }
    }

    void missing() {
      differences.add(new Difference(line, "line", "none", "placed"));
    }

    void units(LineStatus.Units reported, LineStatus status) {
      same("reserved", reported.reserved(), status.reserved());
      same("backordered", reported.backordered(), status.backordered());
      same("shipped", reported.departed().shipped(), status.shipped());
      same("cancelled", reported.departed().cancelled(), status.cancelled());
      same("refused", reported.departed().refused(), status.refused());
      same("returned", reported.departed().returned(), status.returned());
    }

    /** What was earned is the worth of the units shipped; only what exceeds it is deferred, within the worth of the others. */
    void money(LineRevenue revenue) {
      RevenueAccount account = revenue.account();
      Quantity shipped = revenue.progress().shipped();
      Money earned = revenue.schedule().price().of(shipped);
      Money open = revenue.schedule().price().of(revenue.progress().wanted()).minus(earned);
      Money zero = Money.zero(revenue.currency());
      same("earned", account.earned().goods().plus(account.earned().receivable()), earned);
      same(
          "deferred",
          account.deferred(),
          revenue.applied().minus(earned).max(zero).min(open));
      same(
          "paid",
          account.paid(),
          account.deferred().plus(account.recognised()).plus(account.refunded()));
    }
  }
}
