package io.backorder.laws;

import io.backorder.model.Shop;
import io.backorder.model.Shop.Item;
import io.backorder.model.Shop.Place;
import io.backorder.model.Shop.Policy;
import io.backorder.model.Shop.Sourcing;
import io.backorder.model.Shop.Trade;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** The generators that all laws share. */
final class Histories {

  /**
   * The seed of the histories in the normal build, so that a build says the same twice. A search with
   * other histories takes another number here.
   */
  static final String SEED = "20260302";

  static final List<Item> ITEMS = List.of(
      Item.standard("A"),
      Item.standard("B").limited(12).buffered(2),
      Item.standard("C").refused(),
      Item.standard("a").inLotsOf(3),
      Item.standard("GIFT").untracked(),
      Item.standard("Z").limited(9).buffered(1).inLotsOf(2),
      Item.standard("LATER").asAnnounced());

  private static final List<List<Place>> PLACES = List.of(
      List.of(Place.open("MAIN")),
      List.of(Place.open("MAIN"), Place.open("EAST"), Place.open("WEST")),
      List.of(
          Place.open("WEB", "web"),
          Place.open("MAIN"),
          new Place("OLD", Trade.INACTIVE, List.of())),
      List.of(
          Place.open("WEB", "web"), Place.open("SHOP", "shop"), Place.open("BOTH", "web", "shop")));

  static final List<Long> HOSTILE = List.of(
      0L,
      (1L << 31) - 1,
      1L << 31,
      1L << 62,
      Long.MAX_VALUE - 1,
      Long.MAX_VALUE,
      -1L,
      Long.MIN_VALUE);

  private Histories() {}

  /** Three histories in fourteen have a quarter of hostile quantities; those that share have none. */
  static Arbitrary<History> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(7, of(shopsInTurn(), quantities(1))),
        Tuple.of(3, of(shopsInTurn(), quantities(25))),
        Tuple.of(4, tame(sharingShops())));
  }

  /** The model shares units out one by one, and cannot wait for as many as a number can hold. */
  private static Arbitrary<Shop> shopsInTurn() {
    return shops(
        Arrays.stream(Policy.values()).filter(each -> !each.isSharing()).toList());
  }

  private static Arbitrary<Shop> sharingShops() {
    return shops(Arrays.stream(Policy.values()).filter(Policy::isSharing).toList());
  }

  static Arbitrary<History> tame(Arbitrary<Shop> shops) {
    return of(shops, Arbitraries.longs().between(1, 9));
  }

  private static Arbitrary<History> of(Arbitrary<Shop> shops, Arbitrary<Long> quantities) {
    Arbitrary<List<Step>> steps = steps(quantities)
        .list()
        .ofMinSize(10)
        .ofMaxSize(60)
        .withSizeDistribution(RandomDistribution.uniform())
        .withoutEdgeCases();
    return Combinators.combine(shops, steps).as(History::new);
  }

  static Arbitrary<Shop> shops() {
    return shops(List.of(Policy.values()));
  }

  private static Arbitrary<Shop> shops(List<Policy> policies) {
    return Combinators.combine(
            Arbitraries.of(policies),
            Arbitraries.of(Sourcing.values()),
            Arbitraries.of(PLACES),
            Arbitraries.shuffle(ITEMS))
        .as((policy, sourcing, places, items) ->
            new Shop(policy, sourcing, places, items.subList(0, 2)));
  }

  static Arbitrary<Long> quantities(int hostilePercent) {
    return Arbitraries.frequencyOf(
        Tuple.of(100 - hostilePercent, Arbitraries.longs().between(1, 9)),
        Tuple.of(hostilePercent, Arbitraries.of(HOSTILE)));
  }

  private static Arbitrary<Step> steps(Arbitrary<Long> quantities) {
    return Combinators.combine(
            kinds(),
            choices(),
            choices(),
            Combinators.combine(quantities, quantities).as(Step.Amounts::new))
        .as(Step::new);
  }

  private static Arbitrary<Integer> choices() {
    return Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<Step.Kind> kinds() {
    return Arbitraries.frequency(
        Tuple.of(170, Step.Kind.PLACE),
        Tuple.of(190, Step.Kind.RECEIVE),
        Tuple.of(90, Step.Kind.CANCEL),
        Tuple.of(90, Step.Kind.SHIP),
        Tuple.of(80, Step.Kind.CHANGE),
        Tuple.of(70, Step.Kind.HOLD),
        Tuple.of(70, Step.Kind.CONFIRM),
        Tuple.of(55, Step.Kind.RELEASE),
        Tuple.of(30, Step.Kind.EXPIRE),
        Tuple.of(60, Step.Kind.RETURN),
        Tuple.of(50, Step.Kind.COUNT),
        Tuple.of(60, Step.Kind.ADJUST),
        Tuple.of(90, Step.Kind.TRANSFER),
        Tuple.of(70, Step.Kind.CLOCK),
        Tuple.of(40, Step.Kind.REPEAT),
        Tuple.of(8, Step.Kind.CONFLICT),
        Tuple.of(3, Step.Kind.BROKEN_CLOCK),
        Tuple.of(25, Step.Kind.ANNOUNCE),
        Tuple.of(25, Step.Kind.RESCHEDULE),
        Tuple.of(22, Step.Kind.CLOSE_SUPPLY));
  }
}
