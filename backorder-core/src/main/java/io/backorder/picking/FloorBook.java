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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The reserved units of each order line at each location, and the lists on which they are. */
final class FloorBook {

  private final Map<Slot, Account> accounts = new HashMap<>();
  private final Map<String, PickList> lists = new TreeMap<>();

  void reserve(OrderLineId line, StockUnits units) {
    if (!units.location().equals(LocationId.NOWHERE)) {
      Account account = accounts.computeIfAbsent(
          new Slot(line, units.location()), key -> new Account(units.sku()));
      account.reserved = Quantity.of(account.reserved).plus(units.quantity()).units();
    }
  }

  /** A line gives up units: first what is missing anyway, last what somebody has carried already. */
  void lose(Slot slot, Quantity units) {
    Optional<Account> found = giving(slot, units);
    if (found.isPresent()) {
      Account account = found.orElseThrow();
      Departure departure = new Departure(slot, account, units.units());
      departure.take(FloorBook::missing, FloorBook::lessMissing);
      departure.takeUnlisted();
      departure.take(FloorBook::open, FloorBook::lessOpen);
      account.surplus += departure.take(FloorBook::picked, FloorBook::lessPicked);
      settle(slot, account);
    }
  }

  /** Units leave the house: first those that were picked. */
  void ship(Slot slot, Quantity units) {
    Optional<Account> found = giving(slot, units);
    if (found.isPresent()) {
      Account account = found.orElseThrow();
      Departure departure = new Departure(slot, account, units.units());
      departure.take(FloorBook::picked, FloorBook::lessPicked);
      departure.takeUnlisted();
      departure.take(FloorBook::open, FloorBook::lessOpen);
      departure.take(FloorBook::missing, FloorBook::lessMissing);
      settle(slot, account);
    }
  }

  private static long picked(PickLine line) {
    return line.picked().units();
  }

  private static Optional<PickLine> lessPicked(PickLine line, long units) {
    return line.less(units, 0, 0);
  }

  static long missing(PickLine line) {
    return line.missing().units();
  }

  static Optional<PickLine> lessMissing(PickLine line, long units) {
    return line.less(0, units, 0);
  }

  static long open(PickLine line) {
    return line.open().units();
  }

  static Optional<PickLine> lessOpen(PickLine line, long units) {
    return line.less(0, 0, units);
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

  /** Units that an order line at a location has no more. */
  private final class Departure {

    private final Slot slot;
    private final Account account;
    private long left;

    Departure(Slot slot, Account account, long left) {
      this.slot = slot;
      this.account = account;
      this.left = left;
    }

    void takeUnlisted() {
      long gone = Math.min(left, unlisted(slot, account));
      account.reserved -= gone;
      left -= gone;
    }

    /** Takes units of one kind off the lists, the youngest list first. */
    long take(ToLongFunction<PickLine> has, Less less) {
      long before = left;
      for (String id : List.copyOf(account.lists.descendingSet())) {
        long gone = Math.min(left, has.applyAsLong(list(id).line(slot.line())));
        if (gone > 0) {
          change(id, slot, line -> less.than(line, gone));
          account.reserved -= gone;
          left -= gone;
        }
      }
      return before - left;
    }
  }

  /** A line without some of its units; nothing if none is left. */
  interface Less {

    Optional<PickLine> than(PickLine line, long units);
  }

  private void change(String id, Slot slot, Function<PickLine, Optional<PickLine>> change) {
    Optional<PickList> changed = list(id).with(slot.line(), change);
    changed.ifPresentOrElse(list -> lists.put(id, list), () -> lists.remove(id));
    if (changed.flatMap(list -> list.find(slot.line())).isEmpty()) {
      requireNonNull(accounts.get(slot), "account").lists.remove(id);
    }
  }

  private long unlisted(Slot slot, Account account) {
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

  /** Keeps a list of which lines were picked or found missing. */
  void put(PickList changed) {
    lists.put(changed.id(), changed);
  }

  /** Takes units of one kind off a list, and returns them. */
  List<ReservedUnits> off(String id, ToLongFunction<PickLine> has, Less less) {
    List<ReservedUnits> found = new ArrayList<>();
    for (PickLine line : list(id).lines()) {
      long units = has.applyAsLong(line);
      if (units > 0) {
        change(id, Slot.of(line.asked()), each -> less.than(each, units));
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

  boolean has(String id) {
    return lists.containsKey(id);
  }

  PickList list(String id) {
    PickList list = lists.get(id);
    if (list == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_LINE, "no list %s is being picked".formatted(id), Facts.of("list", id));
    }
    return list;
  }

  List<PickList> lists() {
    return List.copyOf(lists.values());
  }
}
