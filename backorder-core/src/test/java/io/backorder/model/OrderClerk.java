package io.backorder.model;

import io.backorder.model.Books.Basket;
import io.backorder.model.Books.Cart;
import io.backorder.model.Books.CartState;
import io.backorder.model.Books.Claim;
import io.backorder.model.Books.Line;
import io.backorder.model.Books.Sale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Places, confirms, and raises: the documents that order units. */
record OrderClerk(Shop shop, Books books, Floor floor, Diary diary) {

  void place(Paper.Place paper) {
    requireNew(paper.order());
    requireLots(paper.lines());
    Set<String> skus = new LinkedHashSet<>();
    paper.lines().forEach(line -> skus.add(line.sku()));
    serveBefore(skus);
    Sale sale = new Sale(paper.order(), paper.terms());
    books.sales.add(sale);
    for (Paper.Ask ask : paper.lines()) {
      Line line = new Line(sale, ask);
      sale.lines.add(line);
      join(line, ask.quantity());
    }
    decide(sale.lines);
  }

  /** An order's number is a document's number, whether it was placed or came from a cart. */
  private void requireNew(String order) {
    for (Sale sale : books.sales) {
      if (sale.id.equals(order)) {
        throw new Refused("DOCUMENT_CONFLICT");
      }
    }
  }

  void requireLots(List<Paper.Ask> lines) {
    for (Paper.Ask ask : lines) {
      requireLots(ask.sku(), ask.quantity());
    }
  }

  void requireLots(String sku, long units) {
    if (units % shop.item(sku).keeping().lot() != 0) {
      diary.faults.add("INVALID_QUANTITY");
    }
  }

  /** Units of holds that are over serve who waits before any newcomer, swept or not. */
  void serveBefore(Set<String> skus) {
    new Allocation(floor, diary).allocate(skus);
  }

  /** The same item on two lines is added up before it is checked, and the sum may be too large. */
  void addUp(List<Paper.Ask> lines, Set<String> codes) {
    Map<String, Long> sums = new TreeMap<>();
    try {
      lines.forEach(ask -> sums.merge(ask.sku(), ask.quantity(), Floor::exactSum));
    } catch (Refused e) {
      codes.addAll(e.codes());
    }
  }

  private Claim join(Line line, long units) {
    Claim claim = new Claim(books.arrivals++, rank(line, units), units);
    line.claims.add(claim);
    diary.reservedByClaim.put(claim, new ArrayList<>());
    return claim;
  }

  private List<Long> rank(Line line, long units) {
    long due = line.ask.dueInDays() > 0 ? line.ask.dueInDays() : Long.MAX_VALUE;
    return switch (shop.policy()) {
      case PRIORITY -> List.of((long) -line.sale.terms.urgency(), due);
      case DUE_DATE -> List.of(due);
      case SMALLEST_FIRST -> List.of(units);
      default -> List.of();
    };
  }

  /** Serves the new claims after those before them, and judges what is left of them together. */
  private void decide(List<Line> lines) {
    Set<String> skus = new LinkedHashSet<>();
    for (Line line : lines) {
      skus.add(line.sku());
      if (!shop.item(line.sku()).isTracked()) {
        takeFromNowhere(line);
      }
    }
    new Allocation(floor, diary).allocate(skus);
    judge(lines);
    for (Line line : lines) {
      tellNew(line);
    }
  }

  /** An untracked item is reserved at once, at no location. */
  private void takeFromNowhere(Line line) {
    for (Claim claim : line.claims) {
      if (claim.waiting > 0) {
        claim.reserved.merge(Floor.NOWHERE, claim.waiting, Math::addExact);
        diary.granted(line, claim, Floor.NOWHERE, claim.waiting);
        claim.waiting = 0;
      }
    }
  }

  private void judge(List<Line> lines) {
    addUp(lines.stream().map(line -> line.ask).toList(), diary.alsoTrue);
    for (Line line : lines) {
      long waiting = newlyWaiting(line);
      Paper.Shortage shortage = line.sale.terms.rules().shortage();
      Shop.Item item = shop.item(line.sku());
      if (waiting == 0 || shortage == Paper.Shortage.ACCEPT_AVAILABLE) {
        continue;
      }
      if (shortage == Paper.Shortage.REFUSE_ORDER) {
        diary.faults.add("INSUFFICIENT_STOCK");
      } else if (item.allowance() == Shop.Allowance.REFUSED) {
        diary.faults.add("BACKORDERS_REFUSED");
      }
      diary.faults.addAll(overLimit(item));
    }
  }

  /** A total that no number can hold is above every limit as well. */
  private Set<String> overLimit(Shop.Item item) {
    boolean limited =
        item.allowance() == Shop.Allowance.LIMITED || item.allowance() == Shop.Allowance.INBOUND;
    long limit =
        item.allowance() == Shop.Allowance.INBOUND ? floor.inbound(item.sku()) : item.limit();
    try {
      // who waited is filled after the newcomers are told, and the entries between must be numbers
      Floor.exactSum(floor.waiting(item.sku()), diary.filledUnits(item.sku()));
      long waiting = floor.waiting(item.sku());
      return limited && waiting > limit ? Set.of("BACKORDER_LIMIT") : Set.of();
    } catch (Refused e) {
      return limited ? Set.of("BACKORDER_LIMIT", "QUANTITY_OVERFLOW") : e.codes();
    }
  }

  private long newlyWaiting(Line line) {
    long units = 0;
    for (Claim claim : line.claims) {
      units += diary.reservedByClaim.containsKey(claim) ? claim.waiting : 0;
    }
    return units;
  }

  private void tellNew(Line line) {
    long reserved = 0;
    long waiting = newlyWaiting(line);
    long refused = 0;
    for (Claim claim : line.claims) {
      if (diary.reservedByClaim.containsKey(claim)) {
        reserved += claim.reserved();
        diary.own.addAll(diary.reservedByClaim.getOrDefault(claim, List.of()));
      }
    }
    if (line.sale.terms.rules().shortage() == Paper.Shortage.ACCEPT_AVAILABLE) {
      refused = refuseNew(line);
      waiting = 0;
    }
    if (waiting > 0) {
      diary.tell("Backordered", line.id(), waiting);
    }
    if (refused > 0) {
      diary.tell("Refused", line.id(), refused);
    }
    diary.lines.add(line.id() + " " + reserved + " " + waiting + " " + refused);
  }

  private long refuseNew(Line line) {
    long units = newlyWaiting(line);
    line.refused += units;
    for (Claim claim : line.claims) {
      claim.waiting = diary.reservedByClaim.containsKey(claim) ? 0 : claim.waiting;
    }
    return units;
  }

  /** Reserves what the hold still has and places the rest as an order would. */
  void confirm(Paper.Confirm paper) {
    Cart cart = floor.cart(paper.hold());
    if (cart.state == CartState.CONFIRMED || cart.state == CartState.RELEASED) {
      throw new Refused("ALREADY_CLOSED");
    }
    if (!cart.isLive(books.now)) {
      throw new Refused("HOLD_EXPIRED");
    }
    requireNew(paper.order());
    Sale sale = new Sale(paper.order(), paper.terms());
    books.sales.add(sale);
    diary.tell("HoldConfirmed", cart.id);
    Set<String> skus = new LinkedHashSet<>();
    cart.baskets.forEach(basket -> skus.add(basket.ask().sku()));
    serveBefore(skus);
    cart.state = CartState.CONFIRMED;
    for (Basket basket : cart.baskets) {
      Line line = new Line(sale, basket.ask());
      sale.lines.add(line);
      moveToOrder(basket, line);
    }
    decide(sale.lines);
  }

  private void moveToOrder(Basket basket, Line line) {
    Claim claim = join(line, basket.ask().quantity());
    for (Map.Entry<String, Long> each : basket.held().entrySet()) {
      if (each.getValue() > 0) {
        claim.reserved.put(each.getKey(), each.getValue());
        claim.waiting -= each.getValue();
        diary.granted(line, claim, each.getKey(), each.getValue());
      }
    }
  }

  /** The added units are queued as if they were placed now. */
  void raise(Line line, long units) {
    serveBefore(Set.of(line.sku()));
    join(line, units);
    decide(List.of(line));
  }
}
