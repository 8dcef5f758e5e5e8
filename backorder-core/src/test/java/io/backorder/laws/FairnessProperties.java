package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.LedgerEntry;
import io.backorder.model.Paper;
import io.backorder.model.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * Who is next.
 *
 * <p>F5 is a law of sequences, F6 stands among the metamorphic laws, and F9 among the laws of waiting
 * units. F4 does not apply: no policy of the library limits overtaking; a complete line or order waits
 * as long as others take what it needs, unless its terms let it split.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class FairnessProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.tame(Histories.shops());
  }

  @Provide
  Arbitrary<History> plainHistories() {
    return Histories.tame(Arbitraries.just(Shops.PLAIN));
  }

  @Provide
  Arbitrary<List<Long>> needs() {
    return Shops.needs();
  }

  @Provide
  Arbitrary<List<PlaceInLine>> places() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 3), Arbitraries.longs().between(-2, 2))
        .as((arrival, key) -> PlaceInLine.ranked(arrival, key))
        .list()
        .ofSize(3);
  }

  /** F1: at one location, by first come first served, among lines that are delivered in part. */
  @Property
  void nobodyIsFilledWhileSomebodyAheadWaits(@ForAll("plainHistories") History history) {
    Walk.each(history, moment -> {
      for (LedgerEntry entry : moment.entries()) {
        if (entry instanceof LedgerEntry.BackorderFilled filled
            && !isComplete(moment, filled.claim().line())) {
          assertThat(waitingAhead(moment, filled.claim().place().arrival()))
              .as(filled.toString())
              .isEmpty();
        }
      }
    });
  }

  private static List<String> waitingAhead(Moment moment, long arrival) {
    return moment.now().lines().stream()
        .filter(line -> !isComplete(moment, line.id()))
        .flatMap(line -> moment.now().queues().values().iterator().next().stream()
            .filter(each -> each.startsWith(line.id() + ":") && arrival(each) < arrival))
        .toList();
  }

  private static long arrival(String queued) {
    return Long.parseLong(queued.substring(queued.indexOf('#') + 1));
  }

  private static boolean isComplete(Moment moment, OrderLineId line) {
    return Optional.ofNullable(moment.now().orders().get(line.order()))
        .map(order -> order.terms().delivery())
        .filter(delivery -> delivery != DeliveryRule.PARTIAL)
        .isPresent();
  }

  /** F2. */
  @Property
  void placesInLineAreInOneTotalOrder(@ForAll("places") List<PlaceInLine> places) {
    PlaceInLine a = places.get(0);
    PlaceInLine b = places.get(1);
    PlaceInLine c = places.get(2);
    assertThat(a).isEqualByComparingTo(PlaceInLine.ranked(a.arrival(), a.keys()));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
    }
  }

  /** F2: the queue is in the order of the places, and no two are equal. */
  @Property(seed = Histories.SEED)
  void theQueueIsInTheOrderOfItsPlaces(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    bench.kernel.skus().forEach(sku -> {
      List<PlaceInLine> places = bench.kernel.inventory.waiting(sku, 999).stream()
          .map(line -> line.place())
          .toList();
      for (int i = 1; i < places.size(); i++) {
        assertThat(places.get(i)).isGreaterThan(places.get(i - 1));
      }
    });
  }

  /** F3. */
  @Property
  void onceTheNeedAheadAndItsOwnHasComeNobodyWaits(
      @ForAll("needs") List<Long> needs, @ForAll("needs") List<Long> receipts) {
    Kernel kernel = new Kernel(Shops.PLAIN);
    for (int i = 0; i < needs.size(); i++) {
      kernel.post(Shops.order("O" + i, needs.get(i)));
    }
    long came = 0;
    for (int i = 0; i < receipts.size(); i++) {
      kernel.post(Shops.receipt("R" + i, receipts.get(i)));
      came += receipts.get(i);
      long need = 0;
      for (int order = 0; order < needs.size(); order++) {
        need += needs.get(order);
        long waits = waiting(kernel, order);
        assertThat(waits).isEqualTo(Math.min(needs.get(order), Math.max(0, need - came)));
      }
    }
  }

  private static long waiting(Kernel kernel, int order) {
    return kernel.line("O" + order).backordered().units();
  }

  /** F7. */
  @Property
  void aLineThatIsPartlyFilledOrLoweredKeepsItsPlace(
      @ForAll @IntRange(min = 0, max = 4) int which, @ForAll @LongRange(min = 1, max = 4) long to) {
    Kernel kernel = fiveOrdersOfSix();
    List<String> before = kernel.queue();
    kernel.post(Shops.receipt("R", to));
    kernel.post(new Paper.Change("E", "O" + which, "1", 5));
    assertThat(kernel.queue()).isEqualTo(before);
  }

  private static Kernel fiveOrdersOfSix() {
    Kernel kernel = new Kernel(Shops.PLAIN);
    for (int i = 0; i < 5; i++) {
      kernel.post(Shops.order("O" + i, 6));
    }
    return kernel;
  }

  /** F7: the added units of a raised line queue as new. */
  @Property
  void aRaisedLineKeepsItsPlaceAndQueuesTheAddedUnitsLast(
      @ForAll @IntRange(min = 0, max = 4) int which,
      @ForAll @LongRange(min = 7, max = 20) long to) {
    Kernel kernel = fiveOrdersOfSix();
    List<String> expected = new ArrayList<>(kernel.queue());
    expected.add("O" + which + "/1");
    kernel.post(new Paper.Change("E", "O" + which, "1", to));
    assertThat(kernel.queue()).isEqualTo(expected);
  }

  /** F7: units lost to a count wait at the old place. */
  @Property
  void aLostUnitWaitsAtItsOldPlace(@ForAll @LongRange(min = 0, max = 29) long counted) {
    Kernel kernel = fiveOrdersOfSix();
    List<String> before = kernel.queue();
    kernel.post(Shops.receipt("R", 30));
    assertThat(kernel.queue()).isEmpty();
    kernel.post(new Paper.Count("C", List.of(new Paper.Units("A", "MAIN", counted))));
    int lost = (int) ((30 - counted + 5) / 6);
    assertThat(kernel.queue()).isEqualTo(before.subList(before.size() - lost, before.size()));
  }

  /** F8. */
  @Property(seed = Histories.SEED)
  void aCancellationTakesNothingFromAnotherLine(@ForAll("histories") History history) {
    Walk.each(history, moment -> {
      boolean cancelled = moment.paper().key().startsWith("CANCEL") && !moment.isRefused();
      for (LineStatus line : cancelled ? moment.now().lines() : List.<LineStatus>of()) {
        boolean own = moment.paper().toString().contains("order=" + line.id().order());
        moment
            .before()
            .line(line)
            .filter(before -> !own)
            .ifPresent(before -> assertThat(line.reserved().plus(line.shipped()))
                .isGreaterThanOrEqualTo(before.reserved().plus(before.shipped())));
      }
    });
  }

  /** F2: by priority, urgency decides, then the due day, then who came first. */
  @Property
  void byPriorityTheQueueIsSortedByUrgencyThenDueDayThenArrival(
      @ForAll List<@IntRange(min = 0, max = 15) Integer> orders) {
    Kernel kernel = new Kernel(Shops.of(Shop.Policy.PRIORITY));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      int urgency = orders.get(i) % 4;
      int due = orders.get(i) / 4;
      Paper.Terms terms = new Paper.Terms(urgency, "", "", Paper.Terms.STANDARD.rules());
      Paper.Ask ask = new Paper.Ask("1", "A", 1, due);
      kernel.post(new Paper.Place("O" + i, List.of(ask), terms));
      expected.add("%d %d %03d O%d/1".formatted(3 - urgency, due == 0 ? 9 : due, i, i));
    }
    Collections.sort(expected);
    assertThat(kernel.queue())
        .isEqualTo(expected.stream().map(each -> each.split(" ", -1)[3]).toList());
  }
}
