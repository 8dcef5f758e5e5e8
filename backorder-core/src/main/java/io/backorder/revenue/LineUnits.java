package io.backorder.revenue;

import io.backorder.demand.LineStatus;
import io.backorder.finance.PaymentSchedule.Progress;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LineAccounts;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.Optional;

/** Where the units of a line are, as its entries move them. */
final class LineUnits implements LineAccounts {

  private long queued;
  private long waiting;
  private long reserved;
  private long shipped;
  private long cancelled;
  private long refused;
  private long returned;

  @Override
  public void queued(Claim claim, long units) {
    queued += units;
  }

  @Override
  public void waiting(long units) {
    waiting += units;
  }

  @Override
  public void reserved(Claim claim, LocationId location, long units) {
    reserved += units;
  }

  @Override
  public void onHand(LocationId location, long units) {
    // the shelf is not the line's
  }

  @Override
  public void promised(Optional<LocalDate> day) {
    // a day moves no unit
  }

  @Override
  public void departed(Departure account, long units) {
    switch (account) {
      case SHIPPED -> shipped += units;
      case CANCELLED -> cancelled += units;
      case REFUSED -> refused += units;
      case RETURNED -> returned += units;
    }
  }

  Progress progress() {
    Quantity gone = Quantity.of(shipped - returned);
    Quantity filled = gone.plus(Quantity.of(reserved));
    return new Progress(filled.plus(Quantity.of(queued)), filled, gone);
  }

  LineStatus.Units status() {
    return new LineStatus.Units(
        Quantity.of(reserved),
        Quantity.of(waiting),
        new LineStatus.Departed(
            Quantity.of(shipped),
            Quantity.of(cancelled),
            Quantity.of(refused),
            Quantity.of(returned)));
  }
}
