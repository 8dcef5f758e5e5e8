package io.backorder.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The faults of a paper that nobody needs the books to see. */
final class Grammar {

  private final Set<String> faults = new TreeSet<>();

  private Grammar() {}

  static Set<String> faults(Paper paper) {
    Grammar grammar = new Grammar();
    grammar.read(paper);
    return grammar.faults;
  }

  private void read(Paper paper) {
    if (paper instanceof Paper.Place p) {
      id(p.order());
      asks(p.lines());
      terms(p.terms());
    } else if (paper instanceof Paper.Hold p) {
      id(p.hold());
      positive(p.seconds());
      asks(p.lines());
    } else if (paper instanceof Paper.Confirm p) {
      ids(List.of(p.hold(), p.order()));
      terms(p.terms());
    } else if (paper instanceof Paper.Release p) {
      id(p.hold());
    } else {
      readOrder(paper);
    }
  }

  private void readOrder(Paper paper) {
    if (paper instanceof Paper.Ship p) {
      ids(List.of(p.number(), p.order()));
      picks(p.lines());
    } else if (paper instanceof Paper.ShipAll p) {
      ids(List.of(p.number(), p.order()));
    } else if (paper instanceof Paper.CancelAll p) {
      ids(List.of(p.number(), p.order()));
    } else if (paper instanceof Paper.CancelLine p) {
      ids(List.of(p.number(), p.order(), p.line()));
    } else if (paper instanceof Paper.CancelUnits p) {
      ids(List.of(p.number(), p.order(), p.line()));
      positive(p.quantity());
    } else if (paper instanceof Paper.Change p) {
      ids(List.of(p.number(), p.order(), p.line()));
      positive(p.quantity());
    } else if (paper instanceof Paper.Return p) {
      ids(List.of(p.number(), p.order(), p.line(), p.units().location()));
      positive(p.units().quantity());
    } else {
      readStock(paper);
    }
  }

  private void readStock(Paper paper) {
    if (paper instanceof Paper.Receive p) {
      id(p.number());
      units(p.lines(), 1);
      if (!p.supply().isEmpty()) {
        id(p.supply());
      }
    } else if (paper instanceof Paper.Announce p) {
      id(p.supply());
      units(List.of(p.units()), 1);
    } else if (paper instanceof Paper.Reschedule p) {
      ids(List.of(p.number(), p.supply()));
      fault(p.quantity() < 0, "INVALID_QUANTITY");
    } else if (paper instanceof Paper.CloseSupply p) {
      id(p.supply());
    } else if (paper instanceof Paper.Count p) {
      id(p.number());
      units(p.lines(), 0);
    } else if (paper instanceof Paper.Adjust p) {
      ids(List.of(p.number(), p.delta().sku(), p.delta().location(), p.reason()));
      fault(p.delta().quantity() == 0, "INVALID_QUANTITY");
    } else if (paper instanceof Paper.Transfer p) {
      id(p.number());
      units(List.of(p.units()), 1);
      id(p.to());
      fault(p.to().equals(p.units().location()), "INVALID_IDENTIFIER");
    }
  }

  private void fault(boolean present, String code) {
    if (present) {
      faults.add(code);
    }
  }

  private void positive(long quantity) {
    fault(quantity < 1, "INVALID_QUANTITY");
  }

  private void terms(Paper.Terms terms) {
    for (String name : List.of(terms.channel(), terms.customer())) {
      if (!name.isEmpty()) {
        id(name);
      }
    }
  }

  private void asks(List<Paper.Ask> lines) {
    fault(lines.isEmpty(), "INVALID_QUANTITY");
    Set<String> numbers = new HashSet<>();
    for (Paper.Ask ask : lines) {
      ids(List.of(ask.line(), ask.sku()));
      positive(ask.quantity());
      fault(!numbers.add(ask.line()), "DUPLICATE_LINE");
    }
  }

  private void units(List<Paper.Units> lines, long least) {
    fault(lines.isEmpty(), "INVALID_QUANTITY");
    for (Paper.Units units : lines) {
      ids(List.of(units.sku(), units.location()));
      fault(units.quantity() < least, "INVALID_QUANTITY");
    }
  }

  private void picks(List<Paper.Pick> lines) {
    fault(lines.isEmpty(), "NOTHING_TO_SHIP");
    for (Paper.Pick pick : lines) {
      List<String> names = new ArrayList<>(List.of(pick.line()));
      if (!pick.location().isEmpty()) {
        names.add(pick.location());
      }
      ids(names);
      positive(pick.quantity());
    }
  }

  private void ids(List<String> texts) {
    texts.forEach(this::id);
  }

  /** 1 to 64 characters, no control character, no lone surrogate, no white space at either end. */
  private void id(String text) {
    boolean bad = text.isEmpty()
        || text.codePointCount(0, text.length()) > 64
        || !text.equals(text.strip())
        || text.codePoints().anyMatch(Grammar::isBad);
    fault(bad, "INVALID_IDENTIFIER");
  }

  private static boolean isBad(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
