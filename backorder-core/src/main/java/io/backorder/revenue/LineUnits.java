package io.backorder.revenue;

import io.backorder.demand.LineStatus;
import io.backorder.finance.PaymentSchedule.Progress;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LineAccounts;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.util.EnumMap;
import java.util.Map;

/** Where the units of a line are, as its entries move them. */
final class LineUnits implements LineAccounts {

  private long queued;
  private long waiting;
  private long reserved;
  private final Map<Departure, Long> departed = new EnumMap<>(Departure.class);

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
  public void departed(Departure account, long units) {
    departed.merge(account, units, Long::sum);
  }

  private Quantity departed(Departure account) {
    return Quantity.of(departed.getOrDefault(account, 0L));
  }

  Progress progress() {
    Quantity shipped = departed(Departure.SHIPPED).minus(departed(Departure.RETURNED));
    Quantity filled = shipped.plus(Quantity.of(reserved));
    return new Progress(filled.plus(Quantity.of(queued)), filled, shipped);
  }

  LineStatus.Units status() {
    return new LineStatus.Units(
        Quantity.of(reserved),
        Quantity.of(waiting),
        new LineStatus.Departed(
            departed(Departure.SHIPPED),
            departed(Departure.CANCELLED),
            departed(Departure.REFUSED),
            departed(Departure.RETURNED)));
  }
}
