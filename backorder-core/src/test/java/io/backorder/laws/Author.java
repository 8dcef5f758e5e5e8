package io.backorder.laws;

import io.backorder.model.Model;
import io.backorder.model.Model.Prospect;
import io.backorder.model.Paper;
import io.backorder.model.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes the paper of a step. Nine times out of ten it is about something that is there; else it may
 * name an order, a line or a place that nobody knows, or an identifier that no document can have.
 */
final class Author {

  private static final List<String> BAD_NAMES =
      List.of("", " ", " A", "A ", "A\r\nB", "A\u0000", "A\u0085", "A\uD800", "x".repeat(65));
  private static final List<String> ODD_NAMES =
      List.of("o1", "O1/1", "%n%s", "${jndi:ldap://x}", "\u00f6", "x".repeat(64), "';DROP");

  private final Shop shop;
  private final Model model;
  private final List<Paper> written = new ArrayList<>();
  private int numbers;

  Author(Shop shop, Model model) {
    this.shop = shop;
    this.model = model;
  }

  Paper write(Step step) {
    Paper paper = paper(possible(step));
    written.add(paper);
    return paper;
  }

  /** Where there is nothing to write about, an order is placed or goods come. */
  private Step possible(Step step) {
    boolean orders = model.prospects().isEmpty() && step.twist() % 10 > 0;
    boolean holds = model.holds().isEmpty() && step.twist() % 10 > 0;
    boolean supplies = model.supplies().isEmpty() && step.twist() % 10 > 0;
    return switch (step.kind()) {
      case CANCEL, CHANGE -> orders ? step.as(Step.Kind.PLACE) : step;
      case SHIP, RETURN, TRANSFER -> orders ? step.as(Step.Kind.RECEIVE) : step;
      case CONFIRM, RELEASE, EXPIRE -> holds ? step.as(Step.Kind.HOLD) : step;
      case RESCHEDULE, CLOSE_SUPPLY -> supplies ? step.as(Step.Kind.ANNOUNCE) : step;
      default -> step;
    };
  }

  private Paper paper(Step step) {
    String number = name("D" + ++numbers, step.twist());
    return switch (step.kind()) {
      case PLACE -> new Paper.Place(name("O" + numbers, step.twist()), asks(step), terms(step));
      case RECEIVE -> receipt(number, smaller(step));
      case ANNOUNCE ->
        new Paper.Announce(
            name("P" + numbers, step.twist()), units(step).get(0), 1 + step.pick() % 4);
      case RESCHEDULE -> rescheduling(number, step);
      case CLOSE_SUPPLY -> new Paper.CloseSupply(coming(step).supply());
      case CANCEL -> cancellation(number, step);
      case SHIP -> shipment(number, step);
      case CHANGE -> change(number, step);
      case RETURN -> returned(number, step);
      case COUNT -> new Paper.Count(number, units(step));
      case ADJUST -> adjustment(number, step);
      case TRANSFER -> transfer(number, step);
      case REPEAT -> repeated(step);
      case CONFLICT -> new Conflict(this::repeated).paper(step);
      default -> aboutHold(step);
    };
  }

  private Paper aboutHold(Step step) {
    return switch (step.kind()) {
      case HOLD ->
        new Paper.Hold(name("H" + numbers, step.twist()), 60L * (1 + step.twist() % 5), asks(step));
      case CONFIRM -> new Paper.Confirm(hold(step), "C" + numbers, terms(step));
      case RELEASE -> new Paper.Release(hold(step));
      default -> new Paper.Expire();
    };
  }

  /** One name in a hundred is odd, and one in two hundred bad. */
  private static String name(String usual, int twist) {
    if (twist % 200 == 199) {
      return BAD_NAMES.get(twist / 200 * 2 % BAD_NAMES.size());
    }
    return twist % 100 == 98 ? ODD_NAMES.get(twist / 100 % ODD_NAMES.size()) : usual;
  }

  private String sku(int pick) {
    return shop.items().get(pick % shop.items().size()).sku();
  }

  private String place(int pick) {
    return pick % 50 == 49
        ? "MOON"
        : shop.places().get(pick % shop.places().size()).id();
  }

  private long inLots(String sku, long quantity, int twist) {
    for (Shop.Item item : shop.items()) {
      boolean scaled = item.sku().equals(sku) && quantity > 0 && quantity < 10 && twist % 10 != 9;
      if (scaled) {
        return quantity * item.keeping().lot();
      }
    }
    return quantity;
  }

  private List<Paper.Ask> asks(Step step) {
    int lines = step.twist() % 97 == 96 ? 0 : step.twist() % 61 == 60 ? 5 : 1 + step.twist() % 3;
    List<Paper.Ask> asks = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      String sku = sku(step.pick() + i * (step.twist() % 2));
      long asked = i == 0 ? step.amounts().first() : i == 1 ? step.amounts().second() : 1;
      String number = step.twist() % 71 == 70 ? "1" : String.valueOf(i + 1);
      int due = step.pick() % 3 == 0 ? 0 : 1 + (step.pick() + i) % 4;
      asks.add(new Paper.Ask(number, sku, inLots(sku, asked, step.pick()), due));
    }
    return asks;
  }

  private static Paper.Terms terms(Step step) {
    int mix = step.pick() / 7;
    Paper.Delivery delivery = switch (mix % 5) {
      case 4 -> Paper.Delivery.COMPLETE_LINE;
      case 3 -> Paper.Delivery.COMPLETE_ORDER;
      default -> Paper.Delivery.PARTIAL;
    };
    Paper.Shortage shortage = switch (mix % 11) {
      case 9 -> Paper.Shortage.REFUSE_ORDER;
      case 10 -> Paper.Shortage.ACCEPT_AVAILABLE;
      default -> Paper.Shortage.BACKORDER;
    };
    String channel = step.twist() % 4 == 3 ? "web" : step.twist() % 7 == 6 ? "shop" : "";
    String customer = step.twist() % 6 == 5 ? "ANN" : "";
    int urgency = (1 + step.twist() / 4) % 4;
    return new Paper.Terms(urgency, channel, customer, new Paper.Rules(delivery, shortage));
  }

  /** Goods come in small parts more often than not, so that lines are filled bit by bit. */
  private static Step smaller(Step step) {
    long first = step.amounts().first();
    boolean small = first > 0 && first < 10 && step.twist() % 3 > 0;
    Step.Amounts amounts = new Step.Amounts(1 + first % 3, step.amounts().second());
    return small ? new Step(step.kind(), step.pick(), step.twist(), amounts) : step;
  }

  private List<Paper.Units> units(Step step) {
    List<Paper.Units> units = new ArrayList<>();
    units.add(
        new Paper.Units(sku(step.pick()), place(step.twist()), step.amounts().first()));
    if (step.twist() % 8 == 7) {
      units.add(new Paper.Units(
          sku(step.pick() + 1), place(step.twist() / 8), step.amounts().second()));
    }
    return units;
  }

  /** Every third receipt is against a supply, if there is one; more than that comes at times. */
  private Paper receipt(String number, Step step) {
    if (step.twist() % 3 > 0 || model.supplies().isEmpty()) {
      return new Paper.Receive(number, units(step));
    }
    Model.Coming coming = coming(step);
    long units = step.twist() % 7 == 6 ? step.amounts().first() : portion(step, coming);
    String sku = step.twist() % 31 == 30 ? sku(step.pick()) : coming.sku();
    Paper.Units line = new Paper.Units(sku, place(step.twist()), units);
    boolean inTwoParts = step.twist() % 9 == 0;
    return new Paper.Receive(
        number, inTwoParts ? List.of(line, line) : List.of(line), coming.supply());
  }

  private long portion(Step step, Model.Coming coming) {
    long some = step.amounts().first();
    return some < 1 ? some : Math.max(1, Math.min(coming.expected(), some));
  }

  private Paper rescheduling(String number, Step step) {
    Model.Coming coming = coming(step);
    long quantity = step.twist() % 2 == 0 ? 0 : step.amounts().first();
    return new Paper.Reschedule(number, coming.supply(), 1 + step.pick() % 5, quantity);
  }

  /** A supply of which something is expected, mostly; sometimes any, or one that is not there. */
  private Model.Coming coming(Step step) {
    List<Model.Coming> all = model.supplies();
    List<Model.Coming> open = all.stream().filter(each -> each.expected() > 0).toList();
    List<Model.Coming> choice = open.isEmpty() || step.twist() % 6 == 5 ? all : open;
    return choice.isEmpty() || step.twist() % 30 == 29
        ? new Model.Coming("P-none", sku(step.pick()), 0)
        : choice.get(step.pick() % choice.size());
  }

  /** A line for which something is true, mostly; sometimes any, sometimes one that is not there. */
  private Prospect prospect(Step step, Predicate<Prospect> wanted) {
    List<Prospect> all = model.prospects();
    List<Prospect> fitting = all.stream().filter(wanted).toList();
    List<Prospect> choice = fitting.isEmpty() || step.twist() % 12 == 11 ? all : fitting;
    if (choice.isEmpty() || step.twist() % 40 == 39) {
      return new Prospect("O-none", "1", sku(step.pick()), 0, 0, 0);
    }
    Prospect chosen = choice.get(step.pick() % choice.size());
    return step.twist() % 40 == 38
        ? new Prospect(chosen.order(), "9", chosen.sku(), 0, 0, 0)
        : chosen;
  }

  private Paper cancellation(String number, Step step) {
    Prospect line = prospect(step, each -> each.open() > 0);
    return switch (step.twist() % 4) {
      case 0 ->
        new Paper.CancelUnits(
            number, line.order(), line.line(), portion(step, line.sku(), line.open()));
      case 1 -> new Paper.CancelLine(number, line.order(), line.line());
      case 2 ->
        new Paper.CancelUnits(number, line.order(), line.line(), step.amounts().first());
      default -> new Paper.CancelAll(number, line.order());
    };
  }

  /** A part of what is there, at least 1, in lots if the item has them. */
  private long portion(Step step, String sku, long all) {
    long most = Math.max(1, Math.min(all, inLots(sku, Math.max(1, step.amounts().first()), 0)));
    return step.amounts().first() < 1 ? step.amounts().first() : most;
  }

  private Paper shipment(String number, Step step) {
    Prospect line = prospect(step, each -> each.reserved() > 0);
    long units = portion(step, line.sku(), line.reserved());
    return switch (step.twist() % 7) {
      case 0, 1, 2 -> new Paper.ShipAll(number, line.order());
      case 3 ->
        new Paper.Ship(
            number,
            line.order(),
            List.of(new Paper.Pick(line.line(), units, place(step.twist() / 7))));
      case 4 ->
        new Paper.Ship(
            number,
            line.order(),
            List.of(
                new Paper.Pick(line.line(), units, ""),
                new Paper.Pick(line.line(), step.amounts().second(), "")));
      default ->
        new Paper.Ship(
            number,
            line.order(),
            step.twist() % 50 == 49 ? List.of() : List.of(new Paper.Pick(line.line(), units, "")));
    };
  }

  private Paper change(String number, Step step) {
    Prospect line = prospect(step, each -> each.open() > 0);
    long to = inLots(line.sku(), step.amounts().first(), step.pick());
    return new Paper.Change(number, line.order(), line.line(), to);
  }

  private Paper returned(String number, Step step) {
    Prospect line = prospect(step, each -> each.returnable() > 0);
    long most = Math.max(1, Math.min(line.returnable(), step.amounts().first()));
    long units = step.twist() % 9 == 8 ? step.amounts().first() : most;
    return new Paper.Return(
        number,
        line.order(),
        line.line(),
        new Paper.Units(line.sku(), place(step.twist() / 3), units),
        step.twist() % 3 == 2 ? Paper.Fate.WRITTEN_OFF : Paper.Fate.RESTOCKED);
  }

  private Paper adjustment(String number, Step step) {
    long first = step.amounts().first();
    long delta = step.twist() % 5 < 3 && first > 0 ? -first : first;
    Paper.Units units = new Paper.Units(sku(step.pick()), place(step.twist() / 5), delta);
    return new Paper.Adjust(number, units, step.twist() % 90 == 89 ? "\n" : "found or lost");
  }

  private Paper transfer(String number, Step step) {
    String from = place(step.twist());
    Paper.Units units = new Paper.Units(sku(step.pick()), from, step.amounts().first());
    return new Paper.Transfer(number, units, place(step.twist() + 1 + step.pick() % 2));
  }

  private String hold(Step step) {
    List<String> all = model.holds();
    List<String> live = model.liveHolds();
    List<String> choice = live.isEmpty() || step.twist() % 6 == 5 ? all : live;
    return choice.isEmpty() || step.twist() % 30 == 29
        ? "H-none"
        : choice.get(choice.size() - 1 - step.pick() % choice.size());
  }

  private Paper repeated(Step step) {
    return written.isEmpty() ? new Paper.Expire() : written.get(step.pick() % written.size());
  }
}
