package io.backorder.posting;

import io.backorder.demand.OrderLine;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one kit is made of, kits inside it taken apart: the items on the shelf with their units. Items
 * whose stock is not kept are left out.
 */
record BillOfMaterials(Map<Sku, Quantity> unitsPerKit) {

  /** How many kits may lie in each other. */
  static final int MAX_DEPTH = 8;

  private static final BillOfMaterials NONE = new BillOfMaterials(Map.of());

  /** Returns the bill of an item; it is empty for one that is no kit. */
  static BillOfMaterials of(Sku sku, Rules rules) {
    ItemTerms terms = rules.termsOf(sku);
    if (terms.components().isEmpty()) {
      return NONE;
    }
    Map<Sku, Quantity> units = new LinkedHashMap<>();
    new Opening(rules, sku, units).open(sku, Quantity.of(1), new LinkedHashSet<>());
    return new BillOfMaterials(units);
  }

  /** Returns items with what those of them that are kits are made of. */
  static List<Sku> skusWithParts(List<Sku> skus, Rules rules) {
    Set<Sku> all = Set.of();
    for (Sku sku : skus) {
      Map<Sku, Quantity> parts = of(sku, rules).unitsPerKit;
      if (!parts.isEmpty()) {
        all = all.isEmpty() ? new LinkedHashSet<>(skus) : all;
        all.addAll(parts.keySet());
      }
    }
    return all.isEmpty() ? skus : List.copyOf(all);
  }

  /** Returns lines, behind each line for a kit the lines of its parts. */
  static List<OrderLine> linesWithParts(List<OrderLine> lines, Rules rules) {
    List<OrderLine> all = lines;
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      BillOfMaterials bill = of(line.sku(), rules);
      if (!bill.unitsPerKit.isEmpty() && all == lines) {
        all = new ArrayList<>(lines.subList(0, i));
      }
      if (all != lines) {
        all.add(line);
        bill.addParts(line, all);
      }
    }
    return all;
  }

  /** An item that is no kit, and so may lie on a shelf. */
  static void requireNone(Sku sku, Rules rules) {
    ItemTerms terms = rules.termsOf(sku);
    if (!terms.components().isEmpty()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_KIT,
          "kit %s has no stock of its own; name its components: %s"
              .formatted(sku, terms.components().keySet()),
          Facts.of("sku", sku));
    }
  }

  private void addParts(OrderLine kit, List<OrderLine> all) {
    int index = 1;
    for (Map.Entry<Sku, Quantity> part : unitsPerKit.entrySet()) {
      Quantity units = times(part.getValue(), kit.quantity(), part.getKey());
      all.add(kit.part(index, part.getKey(), units));
      index++;
    }
  }

  static Quantity times(Quantity one, Quantity other, Sku sku) {
    try {
      return Quantity.of(Math.multiplyExact(one.units(), other.units()));
    } catch (ArithmeticException e) {
      throw new InvalidValueException(
          ErrorCode.QUANTITY_OVERFLOW,
          "units of component %s must be at most %d: %s x %s"
              .formatted(sku, Long.MAX_VALUE, one, other),
          Facts.of("sku", sku).and("asked", other).and("allowed", Long.MAX_VALUE / one.units()));
    }
  }

  /** Takes one kit apart. */
  private record Opening(Rules rules, Sku kit, Map<Sku, Quantity> units) {

    void open(Sku sku, Quantity times, Set<Sku> around) {
      ItemTerms terms = rules.termsOf(sku);
      if (terms.components().isEmpty()) {
        add(sku, times, terms);
        return;
      }
      if (!around.add(sku)) {
        throw refused("must not contain itself", around + " and again " + sku);
      } else if (around.size() > MAX_DEPTH) {
        throw refused("must have at most %d kits in each other".formatted(MAX_DEPTH), around);
      }
      terms.components().forEach((part, each) -> open(part, times(each, times, part), around));
      around.remove(sku);
    }

    private void add(Sku part, Quantity more, ItemTerms terms) {
      if (terms.isTracked()) {
        if (more.units() % terms.lot().units() != 0) {
          throw refused("must take whole lots of %s of %s".formatted(terms.lot(), part), more);
        }
        units.merge(part, more, Quantity::plus);
      }
    }

    private InvalidValueException refused(String rule, Object found) {
      return new InvalidValueException(
          ErrorCode.INVALID_KIT,
          "kit %s %s: %s".formatted(kit, rule, found),
          Facts.of("sku", kit).and("asked", found));
    }
  }
}
