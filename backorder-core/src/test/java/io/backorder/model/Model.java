package io.backorder.model;

import io.backorder.model.Books.Basket;
import io.backorder.model.Books.Line;
import io.backorder.model.Books.Sale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers papers. A refused one leaves the books as they were, because it worked on a copy. */
public final class Model {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9900-01-01T00:00:00Z");

  private final Shop shop;
  private final int mostLines;
  private final Map<String, Paper> posted = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private Books books;

  /** Makes the model of a shop that takes so many lines in one document; no clock was read yet. */
  public Model(Shop shop, int mostLines) {
    this.shop = shop;
    this.mostLines = mostLines;
    this.books = new Books(FIRST);
  }

  /** Time passes; it is cut to microseconds and never runs back. */
  public void hear(Instant told) {
    Instant cut = told.truncatedTo(ChronoUnit.MICROS);
    books.now = cut.isAfter(books.now) ? cut : books.now;
  }

  /** Returns the orders, as they came. */
  public List<String> orders() {
    return books.sales.stream().map(sale -> sale.id).toList();
  }

  /** Returns what the books say, for comparison. */
  public View view() {
    return new View(shop, books);
  }

  /** Answers a paper while the clock tells an instant. */
  public Answer post(Paper paper, Instant told) {
    Set<String> faults = Grammar.faults(paper);
    if (!faults.isEmpty()) {
      return Answer.refused(faults);
    }
    if (told.isBefore(FIRST) || !told.isBefore(LAST)) {
      return Answer.refused(Set.of("CLOCK_SKEW"));
    }
    Paper before = posted.get(paper.key());
    if (before != null) {
      return paper.equals(before) ? repeated(paper) : Answer.refused(Set.of("DOCUMENT_CONFLICT"));
    }
    hear(told);
    Books untouched = books.copy();
    Diary diary = new Diary();
    try {
      Answer answer = work(paper, untouched, diary);
      if (!(paper instanceof Paper.Expire)) {
        posted.put(paper.key(), paper);
        answers.put(paper.key(), answer);
      }
      return answer;
    } catch (Refused e) {
      books = untouched;
      diary.faults.addAll(e.codes());
      diary.faults.addAll(diary.alsoTrue);
      return Answer.refused(diary.faults);
    }
  }

  /** The same document again answers the first outcome; nothing happens and nobody is told. */
  private Answer repeated(Paper paper) {
    Answer first = answers.getOrDefault(paper.key(), Answer.refused(Set.of()));
    return new Answer(Set.of(), first.lines(), first.fills(), List.of());
  }

  private Answer work(Paper paper, Books untouched, Diary diary) {
    if (linesOf(paper) > mostLines) {
      diary.faults.add("LIMIT_EXCEEDED");
    }
    Floor floor = new Floor(shop, books);
    act(paper, floor, diary);
    requireFigures(floor);
    if (!diary.faults.isEmpty()) {
      throw new Refused(diary.faults);
    }
    List<String> events = new ArrayList<>(diary.own);
    events.addAll(diary.filled);
    events.addAll(turns(untouched, events));
    return Answer.done(diary.lines, diary.fills, events);
  }

  private static int linesOf(Paper paper) {
    if (paper instanceof Paper.Place p) {
      return p.lines().size();
    } else if (paper instanceof Paper.Hold p) {
      return p.lines().size();
    } else if (paper instanceof Paper.Receive p) {
      return p.lines().size();
    } else if (paper instanceof Paper.Count p) {
      return p.lines().size();
    }
    return 1;
  }

  private void act(Paper paper, Floor floor, Diary diary) {
    OrderClerk orders = new OrderClerk(shop, books, floor, diary);
    FulfilmentClerk fulfilment = new FulfilmentClerk(shop, books, floor, diary);
    if (paper instanceof Paper.Place p) {
      orders.place(p);
    } else if (paper instanceof Paper.Confirm p) {
      orders.confirm(p);
    } else if (paper instanceof Paper.Ship p) {
      fulfilment.ship(p);
    } else if (paper instanceof Paper.ShipAll p) {
      fulfilment.ship(p);
    } else if (paper instanceof Paper.CancelAll p) {
      fulfilment.cancel(p);
    } else if (paper instanceof Paper.CancelLine p) {
      fulfilment.cancel(p);
    } else if (paper instanceof Paper.CancelUnits p) {
      fulfilment.cancel(p);
    } else if (paper instanceof Paper.Change p) {
      fulfilment.change(p);
    } else if (paper instanceof Paper.Return p) {
      fulfilment.takeBack(p);
    } else if (paper instanceof Paper.Announce p) {
      new SupplyClerk(books, floor, diary).announce(p);
    } else if (paper instanceof Paper.Reschedule p) {
      new SupplyClerk(books, floor, diary).reschedule(p);
    } else if (paper instanceof Paper.CloseSupply p) {
      new SupplyClerk(books, floor, diary).close(p);
    } else {
      actOnStock(paper, new StockClerk(shop, books, floor, diary));
    }
  }

  private static void actOnStock(Paper paper, StockClerk stock) {
    if (paper instanceof Paper.Hold p) {
      stock.hold(p);
    } else if (paper instanceof Paper.Release p) {
      stock.release(p);
    } else if (paper instanceof Paper.Expire) {
      stock.expire();
    } else if (paper instanceof Paper.Receive p) {
      stock.receive(p);
    } else if (paper instanceof Paper.Count p) {
      stock.count(p);
    } else if (paper instanceof Paper.Adjust p) {
      stock.adjust(p);
    } else if (paper instanceof Paper.Transfer p) {
      stock.transfer(p);
    } else {
      throw new AssertionError("unknown paper: " + paper);
    }
  }

  private void requireFigures(Floor floor) {
    for (String sku : floor.skus()) {
      floor.requirePosition(sku);
      floor.waiting(sku);
    }
  }

  /** Orders that became ready, then those of which nothing is open any more. */
  private List<String> turns(Books untouched, List<String> events) {
    Map<String, String> before = new HashMap<>();
    untouched.sales.forEach(sale -> before.put(sale.id, sale.status()));
    List<String> ready = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    for (Sale sale : inOrderOfMention(events)) {
      String was = before.getOrDefault(sale.id, "NEW");
      if (sale.status().equals("READY") && !was.equals("READY")) {
        ready.add("OrderReady " + sale.id);
      } else if (!sale.isOpen()
          && (was.equals("OPEN") || was.equals("READY") || was.equals("NEW"))) {
        closed.add("OrderClosed " + sale.id);
      }
    }
    ready.addAll(closed);
    return ready;
  }

  private Set<Sale> inOrderOfMention(List<String> events) {
    Map<String, Sale> byLine = new HashMap<>();
    books.sales.forEach(sale -> sale.lines.forEach(line -> byLine.put(line.id(), sale)));
    Set<Sale> mentioned = new LinkedHashSet<>();
    for (String event : events) {
      Sale sale = byLine.get(event.split(" ", -1)[1]);
      if (sale != null) {
        mentioned.add(sale);
      }
    }
    return mentioned;
  }

  /** How much of a line could be shipped, given up and brought back. */
  public record Prospect(
      String order, String line, String sku, long reserved, long open, long returnable) {}

  /** Returns the prospects of every line, as they came. */
  public List<Prospect> prospects() {
    List<Prospect> prospects = new ArrayList<>();
    for (Sale sale : books.sales) {
      for (Line line : sale.lines) {
        prospects.add(new Prospect(
            sale.id,
            line.ask.line(),
            line.sku(),
            line.reserved(),
            line.open(),
            line.shipped - line.returned));
      }
    }
    return prospects;
  }

  /** What a supply brings, and how much of it is still expected. */
  public record Coming(String supply, String sku, long expected) {}

  /** Returns the supplies, as they were announced, closed ones included. */
  public List<Coming> supplies() {
    return books.supplies.stream()
        .map(supply -> new Coming(supply.id, supply.sku, supply.expected()))
        .toList();
  }

  /** Returns the holds, as they came, closed ones included. */
  public List<String> holds() {
    return books.carts.stream().map(cart -> cart.id).toList();
  }

  /** Returns the holds that can still be confirmed. */
  public List<String> liveHolds() {
    return books.carts.stream()
        .filter(cart -> cart.isLive(books.now))
        .map(cart -> cart.id)
        .toList();
  }

  /** Returns the ends of the holds that are still open, soonest first. */
  public List<Instant> endsOfHolds() {
    return books.carts.stream()
        .filter(cart -> cart.isLive(books.now))
        .filter(cart -> cart.baskets.stream().anyMatch(Model::holdsSomething))
        .map(cart -> cart.until)
        .sorted()
        .toList();
  }

  private static boolean holdsSomething(Basket basket) {
    return basket.units() > 0;
  }
}
