package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.Held;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.ledger.SourceDocument.Fields;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.supply.SupplyStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a database store puts states together from what it has read. Nothing here is decided or counted:
 * figures are taken over as they were kept.
 *
 * <p>All methods are static; the states are confined to the unit of work that reads them.
 */
public final class Restored {

  private Restored() {}

  /**
   * Takes over the figures of an item.
   *
   * @param item the item, fresh
   * @param arrivals the number of the last arrival at its queue
   * @param waiting the units that wait
   */
  public static void item(ItemState item, long arrivals, long waiting) {
    item.restore(arrivals, waiting);
  }

  /**
   * Takes over the units of an item at one location.
   *
   * @param item the item
   * @param location the location, one of the inventory's
   * @param units on hand, reserved and held units there
   * @param holders reads the claims with units reserved there, last in line first
   */
  public static void shelf(
      ItemState item, LocationId location, ShelfUnits units, UnreadClaims holders) {
    item.restore(location, units.onHand, units.reserved, units.held);
    item.at(location).restore(holders);
  }

  /**
   * The units of an item at one location.
   *
   * @param onHand the units physically there
   * @param reserved those of order lines
   * @param held those of carts
   */
  public record ShelfUnits(long onHand, long reserved, long held) {}

  /**
   * Takes over units held for a cart line, which are among those of the location. The oldest hold is
   * taken over first.
   *
   * @param item the item
   * @param cart the cart's line
   * @param location where the units lie
   * @param units the units
   */
  public static void held(ItemState item, CartLine cart, LocationId location, long units) {
    item.restore(cart, location, units);
  }

  /**
   * Takes over how many supplies of an item were announced.
   *
   * @param item the item
   * @param announcements the number, zero or more
   */
  public static void announcements(ItemState item, long announcements) {
    item.restore(announcements);
  }

  /**
   * Takes over how a supply stands.
   *
   * @param item the item that it brings
   * @param supply the supply
   */
  public static void supply(ItemState item, SupplyStatus supply) {
    item.restore(supply);
  }

  /**
   * Takes over the queue of one channel.
   *
   * @param item the item
   * @param channel the channel, or empty
   * @param claims the number of claims in the queue
   * @param unread reads them, first in line first
   */
  public static void queue(
      ItemState item, Optional<ChannelId> channel, int claims, UnreadQueue unread) {
    item.restore(channel, claims, unread);
  }

  /**
   * Makes the state of an order that is kept.
   *
   * @param id the order
   * @param terms what holds for all its lines
   * @param lines lines with their items, at least one
   * @return the order, whose lines have no units yet
   */
  public static OrderState order(OrderId id, OrderTerms terms, List<LineOfItem> lines) {
    LineOfItem first = lines.get(0);
    OrderState order = new OrderState(id, terms, List.of(first.line), sku -> first.item);
    lines.subList(1, lines.size()).forEach(each -> order.restore(each.line, each.item));
    return order;
  }

  /**
   * An order line with the state of its item.
   *
   * @param line the line
   * @param item its item
   */
  public record LineOfItem(OrderLine line, ItemState item) {}

  /**
   * Adds a line to an order of which only some lines were read.
   *
   * @param order the order
   * @param added the line
   * @return the line's state, without units
   */
  public static LineState line(OrderState order, LineOfItem added) {
    return order.restore(added.line, added.item);
  }

  /**
   * Takes over a claim.
   *
   * @param line the line; its own claim is taken over before those with which it was raised
   * @param place where the units stand
   * @param queued the units in the queue
   * @return the claim
   */
  public static ClaimState claim(LineState line, PlaceInLine place, long queued) {
    return line.restore(place, queued);
  }

  /**
   * Takes over units reserved for a claim.
   *
   * @param claim the claim
   * @param location where they lie, which may be nowhere
   * @param units the units, at least 1
   */
  public static void reserved(ClaimState claim, LocationId location, long units) {
    claim.line().restore(claim, location, units);
  }

  /**
   * Takes over how many waiting lines of an item have a day.
   *
   * @param item the item
   * @param lines the lines
   */
  public static void promised(ItemState item, int lines) {
    item.movePromised(lines);
  }

  /**
   * Takes over the day for which a line is promised. The lines of its item that have one are counted
   * already.
   *
   * @param line the line
   * @param day the day
   */
  public static void promised(LineState line, LocalDate day) {
    line.restorePromised(day);
  }

  /**
   * Takes over units of a line that departed.
   *
   * @param line the line
   * @param account where they went
   * @param units the units
   */
  public static void departed(LineState line, Departure account, long units) {
    if (units > 0) {
      line.departed(account, units);
    }
  }

  /**
   * Takes over the counters of an order.
   *
   * @param order the order
   * @param linesWaiting the lines of which units wait
   * @param linesOpen the lines that are open
   */
  public static void progress(OrderState order, int linesWaiting, int linesOpen) {
    order.restore(linesWaiting, linesOpen);
  }

  /**
   * Makes the hold that a document placed. What its cart asks for is read off the document; where that is
   * archived, off the units that were held, which leaves out lines of items whose stock is not kept.
   *
   * @param cause the document, and when it was posted
   * @param entries what it wrote
   * @return the hold, open; empty if the document placed none, or nothing is left to tell what it asks for
   */
  public static Optional<HoldState> hold(Cause cause, List<LedgerEntry> entries) {
    if (cause.document().id().kind() != DocumentKind.HOLD) {
      return Optional.empty();
    }
    List<CartLine> cart = cart(cause, held(entries));
    return cart.isEmpty() ? Optional.empty() : Optional.of(new HoldState(cart));
  }

  private static List<CartLine> held(List<LedgerEntry> entries) {
    List<CartLine> cart = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      if (entry instanceof Held held && !cart.contains(held.cart())) {
        cart.add(held.cart());
      }
    }
    return cart;
  }

  private static List<CartLine> cart(Cause cause, List<CartLine> held) {
    Map<String, String> content = cause.document().content();
    String expiresIn = content.get("expiresIn");
    if (expiresIn == null) {
      return held;
    }
    HoldId id = HoldId.of(cause.document().id().number());
    Instant until = held.isEmpty()
        ? cause.recordedAt().plus(Duration.parse(expiresIn)).truncatedTo(ChronoUnit.MICROS)
        : held.get(0).until();
    List<CartLine> cart = new ArrayList<>();
    for (OrderLine line : Fields.lines(content)) {
      cart.add(new CartLine(id, line, until));
      held.stream().filter(each -> isPartOf(each.line(), line)).forEach(cart::add);
    }
    return cart;
  }

  private static boolean isPartOf(OrderLine part, OrderLine kit) {
    return part.isPart() && part.hostNumber().equals(kit.number());
  }
}
