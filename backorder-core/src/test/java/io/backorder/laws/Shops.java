package io.backorder.laws;

import io.backorder.model.Paper;
import io.backorder.model.Shop;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Plain shops and plain papers, for laws that need no more. */
final class Shops {

  static final Shop PLAIN = of(Shop.Policy.FIFO);

  private Shops() {}

  /** One item at one location. */
  static Shop of(Shop.Policy policy) {
    return new Shop(
        policy,
        Shop.Sourcing.RANK,
        List.of(Shop.Place.open("MAIN")),
        List.of(Shop.Item.standard("A")));
  }

  static Paper.Place order(String id, long... quantities) {
    List<Paper.Ask> asks = new ArrayList<>();
    for (int i = 0; i < quantities.length; i++) {
      asks.add(new Paper.Ask(String.valueOf(i + 1), "A", quantities[i], 0));
    }
    return new Paper.Place(id, asks, Paper.Terms.STANDARD);
  }

  static Paper.Receive receipt(String number, long quantity) {
    return new Paper.Receive(number, List.of(new Paper.Units("A", "MAIN", quantity)));
  }

  static Arbitrary<Paper.Place> placements() {
    return Arbitraries.longs()
        .between(1, 9)
        .array(long[].class)
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(quantities -> order("O", quantities));
  }

  /** The needs of a few orders of one line. */
  static Arbitrary<List<Long>> needs() {
    return Arbitraries.longs().between(1, 9).list().ofMinSize(1).ofMaxSize(6);
  }
}
