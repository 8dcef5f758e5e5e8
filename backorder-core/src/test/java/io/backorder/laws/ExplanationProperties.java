package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.explanation.Explanation;
import io.backorder.explanation.Extent;
import io.backorder.explanation.LineUnits;
import io.backorder.explanation.Remedy;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Explanations are true, and what they say would help helps. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class ExplanationProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Provide
  Arbitrary<History> tameHistories() {
    return Histories.tame(Histories.shops());
  }

  /** Every short line has a reason, every reason is true, and the first has the code that is told. */
  @Property(seed = Histories.SEED, tries = 200)
  void reasonsAreTrue(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    explainAll(bench, (line, explanation) -> {
      new Truth(bench, line.id()).require(explanation);
      boolean waits = !line.backordered().isZero();
      assertThat(bench.kernel.inventory.reason(line.id()))
          .isEqualTo(waits ? explanation.reasons().get(0).code() : Optional.empty());
      assertThat(explanation.remedies().isEmpty() || waits).isTrue();
      assertThat(explanation.toString()).startsWith(line.id().toString());
    });
  }

  /** To explain changes nothing, however much it tries out. */
  @Property(seed = Histories.SEED, tries = 100)
  void explainingChangesNothing(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    Snapshot before = Walk.snapshot(bench);
    explainAll(bench, (line, explanation) -> {});
    assertThat(Walk.snapshot(bench)).isEqualTo(before);
    bench.compareFigures();
  }

  /** Every waiting line has a remedy; each, applied to a copy, does what it says, and less does not. */
  @Property(seed = Histories.SEED, tries = 200)
  void remediesFillAndLessDoesNot(@ForAll("tameHistories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    explainAll(bench, (line, explanation) -> {
      if (!line.backordered().isZero()) {
        assertThat(explanation.remedies()).as("%s", explanation).isNotEmpty();
        assertThat(explanation.remedies().get(0).fills()).isTrue();
      }
      for (Remedy remedy : explanation.remedies()) {
        require(bench, line.id(), remedy);
      }
    });
  }

  private interface Law {
    void require(LineStatus line, Explanation explanation);
  }

  private static void explainAll(Bench bench, Law law) {
    for (String id : bench.model.orders()) {
      for (LineStatus line :
          bench.kernel.inventory.order(OrderId.of(id)).orElseThrow().lines()) {
        law.require(line, bench.kernel.inventory.explain(line.id()));
      }
    }
  }

  private static void require(Bench bench, OrderLineId line, Remedy remedy) {
    if (remedy instanceof Remedy.NextDocument it) {
      assertThat(Twin.of(bench, line).touch(it.sku()).waiting()).as("%s", it).isZero();
    } else if (remedy instanceof Remedy.Arrival it) {
      requireFewest(bench, line, it);
    } else if (remedy instanceof Remedy.GivenUp it) {
      requireFewest(bench, line, it);
    } else if (remedy instanceof Remedy.HoldsReleased it) {
      int all = it.holds().size();
      assertThat(Twin.of(bench, line).release(it, all).waiting()).as("%s", it).isZero();
      assertThat(Twin.of(bench, line).release(it, all - 1).waiting()).isPositive();
    } else if (remedy instanceof Remedy.InPart it) {
      Twin twin = Twin.inPart(bench, line);
      twin.touch(twin.status().sku());
      assertThat(twin.waiting()).as("%s", it).isEqualTo(it.rest().units());
    } else if (remedy instanceof Remedy.Opened it) {
      Twin twin = Twin.of(bench, Twin.opened(bench.kernel.shop, it), line);
      assertThat(twin.receive(it.arriving()).waiting()).as("%s", it).isZero();
    } else {
      throw new AssertionError("remedy of no quota: " + remedy);
    }
  }

  private static void requireFewest(Bench bench, OrderLineId line, Remedy.Arrival remedy) {
    List<StockUnits> units = remedy.units();
    assertThat(remedy.extent()).isEqualTo(Extent.EXACT);
    assertThat(Twin.of(bench, line).receive(units).waiting()).as("%s", remedy).isZero();
    for (int i = 0; i < units.size(); i++) {
      long number = units.get(i).quantity().units();
      for (long less = units.size() == 1 ? 0 : number - 1; less < number; less++) {
        Twin twin = Twin.of(bench, line).receive(Twin.with(units, i, less));
        assertThat(twin.waiting())
            .as("%s, with %d of %s", remedy, less, units.get(i))
            .isPositive();
      }
    }
    if (units.size() == 1) {
      requireFewestOfAllPlaces(bench, line, units.get(0));
    }
  }

  private static void requireFewestOfAllPlaces(Bench bench, OrderLineId line, StockUnits units) {
    for (var place : bench.kernel.shop.places()) {
      for (long less = 1; less < units.quantity().units(); less++) {
        StockUnits elsewhere =
            StockUnits.of(units.sku(), LocationId.of(place.id()), Quantity.of(less));
        assertThat(Twin.of(bench, line).receive(List.of(elsewhere)).waiting())
            .as("%s fill %s, not %s", elsewhere, line, bench.kernel.inventory.explain(line))
            .isPositive();
      }
    }
  }

  private static void requireFewest(Bench bench, OrderLineId line, Remedy.GivenUp remedy) {
    List<LineUnits> lines = remedy.lines();
    LineUnits last = lines.get(lines.size() - 1);
    long lot = bench.kernel.shop.items().stream()
        .filter(item -> item.sku().equals(last.sku().value()))
        .mapToLong(item -> item.keeping().lot())
        .sum();
    assertThat(Twin.of(bench, line).giveUp(lines).waiting()).as("%s", remedy).isZero();
    List<LineUnits> less = new ArrayList<>(lines);
    long fewer = Math.max(0, last.units().units() - lot);
    less.set(
        lines.size() - 1, new LineUnits(last.line(), last.sku(), Quantity.of(fewer - fewer % lot)));
    assertThat(Twin.of(bench, line).giveUp(less).waiting()).as("%s", remedy).isPositive();
  }
}
