package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The reserved units of each order line at each location, and the lists on which they are. */
final class FloorBook {

  private final Map<Slot, Account> accounts = new HashMap<>();

  /** The lists, in the order in which they were given out. */
  private final Map<String, PickList> lists = new LinkedHashMap<>();

  private final Recalls recalls = new Recalls();

  void reserve(OrderLineId line, StockUnits units) {
    if (!units.location().equals(LocationId.NOWHERE)) {
      Account account = accounts.computeIfAbsent(
          new Slot(line, units.location()), key -> new Account(units.sku()));
      account.reserved = Quantity.of(account.reserved).plus(units.quantity()).units();
    }
  }

  /**
   * A line gives up units: first what is missing anyway, last what somebody has carried already. Whoever
   * was asked to take them may have them in hand, so that open ones are remembered.
   */
  void lose(Slot slot, Quantity units) {
    Optional<Account> found = giving(slot, units);
    if (found.isPresent()) {
      Account account = found.orElseThrow();
      Departure departure = new Departure(this, slot, account, units.units());
      departure.take(PickShare.MISSING);
      departure.takeUnlisted();
      departure.takeBy(PickShare.OPEN, (id, gone) -> {
        recalls.add(id, list(id).line(slot.line()).asked().withQuantity(gone));
        change(id, slot, line -> PickShare.OPEN.less(line, gone));
      });
      account.surplus += departure.take(PickShare.PICKED);
      settle(slot, account);
    }
  }

  /** Units leave the house: first those that were picked. */
  void ship(Slot slot, Quantity units) {
    Optional<Account> found = giving(slot, units);
    if (found.isPresent()) {
      Account account = found.orElseThrow();
      Departure departure = new Departure(this, slot, account, units.units());
      departure.take(PickShare.PICKED);
      departure.takeUnlisted();
      departure.take(PickShare.OPEN);
      departure.take(PickShare.MISSING);
      settle(slot, account);
    }
  }

  /** Finds the account of a line that has so many units; what lies nowhere has none. */
  private Optional<Account> giving(Slot slot, Quantity units) {
    if (slot.location().equals(LocationId.NOWHERE)) {
      return Optional.empty();
    }
    Optional<Account> account = account(slot);
    long reserved = account.map(each -> each.reserved).orElse(0L);
    if (units.units() > reserved) {
      throw new InvalidValueException(
          ErrorCode.NOT_RESERVED,
          "units of line %s at %s must be at most the %d that are reserved: %s"
              .formatted(slot.line(), slot.location(), reserved, units),
          slot.facts().and("asked", units).and("allowed", reserved));
    }
    return account;
  }

  private Optional<Account> account(Slot slot) {
    return Optional.ofNullable(accounts.get(slot));
  }

  private void settle(Slot slot, Account account) {
    if (account.isEmpty()) {
      accounts.remove(slot);
    }
  }

  void change(String id, Slot slot, Function<PickLine, Optional<PickLine>> change) {
    Optional<PickList> changed = list(id).with(slot.line(), change);
    changed.ifPresentOrElse(list -> lists.put(id, list), () -> lists.remove(id));
    if (changed.flatMap(list -> list.find(slot.line())).isEmpty()) {
      requireNonNull(accounts.get(slot), "account").lists.remove(id);
    }
  }

  long unlisted(Slot slot, Account account) {
    long listed = 0;
    for (String id : account.lists) {
      listed += list(id).line(slot.line()).asked().quantity().units();
    }
    return account.reserved - listed;
  }

  /** The reserved units of a line at a location that are on no list. */
  long unlisted(Slot slot) {
    return account(slot).map(account -> unlisted(slot, account)).orElse(0L);
  }

  List<ReservedUnits> allUnlisted() {
    return where(this::unlisted);
  }

  List<ReservedUnits> surplus() {
    return where((slot, account) -> account.surplus);
  }

  private interface Part {

    long of(Slot slot, Account account);
  }

  private List<ReservedUnits> where(Part part) {
    List<ReservedUnits> found = new ArrayList<>();
    accounts.forEach((slot, account) -> {
      long units = part.of(slot, account);
      if (units > 0) {
        found.add(new ReservedUnits(
            slot.line(), StockUnits.of(account.sku, slot.location(), Quantity.of(units))));
      }
    });
    found.sort(ReservedUnits.BY_LINE);
    return found;
  }

  void give(PickList list) {
    lists.put(list.id(), list);
    for (PickLine line : list.lines()) {
      requireNonNull(accounts.get(Slot.of(line.asked())), "account").lists.add(list.id());
    }
  }

  /** Somebody has taken units for a line; those that are asked for no more go back. */
  void take(String id, OrderLineId line, Quantity units) {
    Optional<ReservedUnits> recalled = recalls.of(id, line);
    if (recalled.isEmpty()) {
      put(list(id).confirm(line, units));
    } else {
      Quantity open = open(id, line);
      Quantity picked = units.min(open);
      bookSurplus(recalled.orElseThrow(), units, open);
      if (!picked.isZero()) {
        put(list(id).confirm(line, picked));
      }
      if (picked.equals(open)) {
        recalls.end(id, line);
      }
    }
  }

  private void bookSurplus(ReservedUnits recalled, Quantity taken, Quantity open) {
    Quantity surplus = taken.minusOrZero(open);
    if (surplus.compareTo(recalled.quantity()) > 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units picked for line %s must be at most the %s that are open and the %s that were: %s"
              .formatted(recalled.line(), open, recalled.quantity(), taken),
          Slot.of(recalled)
              .facts()
              .and("asked", taken)
              .and("allowed", open.plus(recalled.quantity())));
    }
    if (!surplus.isZero()) {
      addSurplus(recalled.withQuantity(surplus.units()));
    }
  }

  void addSurplus(ReservedUnits units) {
    Account account = accounts.computeIfAbsent(
        Slot.of(units), key -> new Account(units.units().sku()));
    account.surplus = Quantity.of(account.surplus).plus(units.quantity()).units();
  }

  /** Somebody has found no more for a line; what is still open is missing, and is returned. */
  Quantity miss(String id, OrderLineId line) {
    Quantity missing = open(id, line);
    if (!missing.isZero()) {
      put(list(id).shortPick(line, Quantity.ZERO));
    }
    recalls.end(id, line);
    return missing;
  }

  private Quantity open(String id, OrderLineId line) {
    return find(id).flatMap(list -> list.find(line)).map(PickLine::open).orElse(Quantity.ZERO);
  }

  /** The shelf of a line that a list asks for, or did until a moment ago. */
  Shelf shelf(String id, OrderLineId line) {
    return recalls.of(id, line).orElseGet(() -> list(id).line(line).asked()).shelf();
  }

  private void put(PickList changed) {
    lists.put(changed.id(), changed);
  }

  List<ReservedUnits> recalled(String id) {
    return recalls.of(id);
  }

  /** Takes the open units off a list that is picked no more. */
  List<ReservedUnits> stop(String id) {
    boolean isGone = !lists.containsKey(id) && has(id);
    List<ReservedUnits> open = isGone ? List.of() : off(id, PickShare.OPEN);
    recalls.end(id);
    return open;
  }

  /** Takes units of one kind off a list, and returns them. */
  List<ReservedUnits> off(String id, PickShare share) {
    List<ReservedUnits> found = new ArrayList<>();
    for (PickLine line : list(id).lines()) {
      long units = share.of(line);
      if (units > 0) {
        change(id, Slot.of(line.asked()), each -> share.less(each, units));
        found.add(line.asked().withQuantity(units));
      }
    }
    return found;
  }

  void putBack(Slot slot, Quantity units) {
    Optional<Account> account = account(slot);
    Quantity surplus = Quantity.of(account.map(each -> each.surplus).orElse(0L));
    long left = surplus.minus(units).units();
    account.ifPresent(each -> {
      each.surplus = left;
      settle(slot, each);
    });
  }

  Quantity picked(Shelf shelf) {
    Quantity sum = Quantity.ZERO;
    for (Map.Entry<Slot, Account> each : accounts.entrySet()) {
      if (each.getKey().location().equals(shelf.location())
          && each.getValue().sku.equals(shelf.sku())) {
        sum = sum.plus(picked(each.getKey(), each.getValue()));
      }
    }
    return sum;
  }

  private Quantity picked(Slot slot, Account account) {
    Quantity sum = Quantity.of(account.surplus);
    for (String id : account.lists) {
      sum = sum.plus(list(id).line(slot.line()).picked());
    }
    return sum;
  }

  /** Whether somebody may still be on the way with a list. */
  boolean has(String id) {
    return lists.containsKey(id) || !recalls.of(id).isEmpty();
  }

  Optional<PickList> find(String id) {
    return Optional.ofNullable(lists.get(id));
  }

  PickList list(String id) {
    return find(id)
        .orElseThrow(() -> new UnknownReferenceException(
            ErrorCode.UNKNOWN_LINE,
            "no list %s is being picked".formatted(id),
            Facts.of("list", id)));
  }

  /** How far each order has come at each location. */
  List<PickFloor.AtBench> bench() {
    return Benches.of(accounts, this::units);
  }

  private PickFloor.Units units(Slot slot, Account account) {
    PickFloor.Units units = PickFloor.Units.unlisted(Quantity.of(unlisted(slot, account)));
    for (String id : account.lists) {
      units = units.plus(PickFloor.Units.of(list(id).line(slot.line())));
    }
    return units;
  }

  List<PickList> lists() {
    return List.copyOf(lists.values());
  }
}
