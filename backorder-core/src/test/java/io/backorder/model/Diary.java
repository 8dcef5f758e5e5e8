package io.backorder.model;

import io.backorder.model.Books.Claim;
import io.backorder.model.Books.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one document did: its own doings first, then what the freed units filled. */
final class Diary {

  final Set<String> faults = new TreeSet<>();

  /** Codes that may be told of a document which is refused for another fault anyway. */
  final Set<String> alsoTrue = new TreeSet<>();

  final List<String> own = new ArrayList<>();
  final List<String> fills = new ArrayList<>();
  final List<String> filled = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  private final Map<String, Long> filledUnits = new LinkedHashMap<>();
  final Map<Claim, List<String>> reservedByClaim = new LinkedHashMap<>();

  void tell(String event, Object... facts) {
    StringBuilder text = new StringBuilder(event);
    for (Object fact : facts) {
      text.append(' ').append(fact);
    }
    own.add(text.toString());
  }

  /** Units from the shelf: reserved, if the claim is new in this document, else filled. */
  void granted(Line line, Claim claim, String location, long units) {
    List<String> fresh = reservedByClaim.get(claim);
    String facts = line.id() + " " + units + " " + Floor.at(line.sku(), location);
    if (fresh != null) {
      fresh.add("Reserved " + facts);
    } else {
      filledUnits.merge(line.sku(), units, Long::sum);
      fills.add("fill " + line.id() + " " + units + " " + location);
      filled.add("BackorderFilled " + facts);
    }
  }

  /** Returns the units of an item that the document has filled so far. */
  long filledUnits(String sku) {
    return filledUnits.getOrDefault(sku, 0L);
  }
}
