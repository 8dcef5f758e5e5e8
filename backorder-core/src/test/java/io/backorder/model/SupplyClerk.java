package io.backorder.model;

import io.backorder.model.Books.Supply;
import java.util.Set;

/** Announces, reschedules and closes supplies, and takes off what came of one. */
record SupplyClerk(Books books, Floor floor, Diary diary) {

  void announce(Paper.Announce paper) {
    Paper.Units units = paper.units();
    floor.requireKnown(units.location());
    Supply supply = new Supply(paper.supply(), units.sku());
    supply.quantity = units.quantity();
    supply.due = paper.dueInDays();
    books.supplies.add(supply);
    floor.requirePosition(supply.sku);
    diary.tell("SupplyAnnounced", supply.id, supply.quantity);
    allocate(supply);
  }

  /** To announce anew what is announced already tells nobody anything. */
  void reschedule(Paper.Reschedule paper) {
    Supply supply = open(paper.supply());
    long quantity = paper.quantity() == 0 ? supply.quantity : paper.quantity();
    if (paper.quantity() > 0 && quantity < supply.received) {
      throw new Refused("INVALID_QUANTITY");
    }
    boolean changed = quantity != supply.quantity || paper.dueInDays() != supply.due;
    supply.quantity = quantity;
    supply.due = paper.dueInDays();
    floor.requirePosition(supply.sku);
    if (changed) {
      diary.tell("SupplyRescheduled", supply.id);
    }
    allocate(supply);
  }

  /** Who waits for it goes on waiting. */
  void close(Paper.CloseSupply paper) {
    Supply supply = open(paper.supply());
    supply.closed = true;
    diary.tell("SupplyClosed", supply.id);
    allocate(supply);
  }

  /** More than is expected is taken in all the same. */
  void arrive(String id, Paper.Units units) {
    Supply supply = floor.supply(id);
    if (!supply.sku.equals(units.sku())) {
      throw new Refused("UNKNOWN_SUPPLY");
    }
    open(id).received = Floor.exactSum(supply.received, units.quantity());
  }

  private Supply open(String id) {
    Supply supply = floor.supply(id);
    if (supply.closed) {
      throw new Refused("ALREADY_CLOSED");
    }
    return supply;
  }

  /** Any document about an item lets go what a hold that is over has left. */
  private void allocate(Supply supply) {
    new Allocation(floor, diary).allocate(Set.of(supply.sku));
  }
}
