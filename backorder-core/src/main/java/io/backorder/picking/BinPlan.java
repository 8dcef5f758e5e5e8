package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything lies, and the way past it.
 *
 * <p>At each location an item is picked from one bin, its pick face; stock in reserve is no concern of a
 * picker's. A bin may hold several items. The order in which bins are given is the way on which they are
 * passed. This type is immutable and thread-safe.
 */
public final class BinPlan {

  private final Map<BinId, Bin> bins;
  private final Map<BinId, Integer> ranks;
  private final Map<Shelf, PickFace> faces;

  private BinPlan(Map<BinId, Bin> bins, Map<BinId, Integer> ranks, Map<Shelf, PickFace> faces) {
    this.bins = bins;
    this.ranks = ranks;
    this.faces = faces;
  }

  /**
   * Returns a plan.
   *
   * @param way the bins, in the order in which they are passed
   * @param faces the bin of each item; an item has at most one bin at a location
   * @return the plan
   * @throws InvalidValueException with {@code DUPLICATE_LINE} if a bin, or an item at a location, is given
   *     twice
   * @throws UnknownReferenceException with {@code UNKNOWN_LOCATION} if an item's bin is not on the way
   */
  public static BinPlan of(List<Bin> way, List<PickFace> faces) {
    Map<BinId, Bin> bins = new LinkedHashMap<>();
    Map<BinId, Integer> ranks = new HashMap<>();
    for (Bin bin : way) {
      requireFirst("bins of the way", bins.put(bin.id(), bin) == null, bin.id());
      ranks.put(bin.id(), ranks.size());
    }
    Map<Shelf, PickFace> byShelf = new HashMap<>();
    for (PickFace face : faces) {
      Bin bin = bins.get(face.bin());
      if (bin == null) {
        throw unknown("bin of %s must be on the way: %s".formatted(face.sku(), face.bin()), face);
      }
      Shelf shelf = new Shelf(face.sku(), bin.location());
      requireFirst("bins of an item", byShelf.put(shelf, face) == null, shelf);
    }
    return new BinPlan(bins, ranks, byShelf);
  }

  private static void requireFirst(String name, boolean first, Object given) {
    if (!first) {
      throw new InvalidValueException(
          ErrorCode.DUPLICATE_LINE,
          "%s must be given once each: %s".formatted(name, given),
          Facts.of("asked", given));
    }
  }

  private static UnknownReferenceException unknown(String message, PickFace face) {
    return new UnknownReferenceException(
        ErrorCode.UNKNOWN_LOCATION, message, Facts.of("sku", face.sku()).and("bin", face.bin()));
  }

  /**
   * Returns the bin of an item.
   *
   * @param shelf the item, and the location
   * @return the bin
   * @throws UnknownReferenceException with {@code UNKNOWN_LOCATION} if the item has no bin there
   */
  public Bin bin(Shelf shelf) {
    return requireNonNull(bins.get(face(shelf).bin()), "bin");
  }

  /**
   * Returns the bins.
   *
   * @return the bins, in the order in which they are passed
   */
  public List<Bin> way() {
    return List.copyOf(bins.values());
  }

  PickFace face(Shelf shelf) {
    PickFace face = faces.get(requireNonNull(shelf, "shelf"));
    if (face == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_LOCATION,
          "cannot pick %s at %s: it has no bin there; give it one in the plan"
              .formatted(shelf.sku(), shelf.location()),
          Facts.of("sku", shelf.sku()).and("location", shelf.location()));
    }
    return face;
  }

  /** The place of a bin on the way; every bin of a face has one. */
  int rank(BinId bin) {
    return requireNonNull(ranks.get(bin), "rank");
  }
}
