package io.backorder.picktolight;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderLineId;
import io.backorder.picking.Bin;
import io.backorder.picking.BinId;
import io.backorder.picking.BinPlan;
import io.backorder.picking.PickFace;
import io.backorder.picking.PickLimits;
import io.backorder.picking.PickList;
import io.backorder.picking.PickPlan;
import io.backorder.picking.ReservedUnits;
import io.backorder.picktolight.SimulatedDevice.Faults;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever gets lost between lamp and host, the host knows in the end what was taken. */
final class LightProperties {

  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), 6);
  private static final int BINS = 5;

  private record Wish(int bin, long units) {}

  /** A list, what its bins hold, and what goes wrong. */
  private record Scene(PickList list, Map<BinId, Long> stock, Faults faults, long seed) {

    SimulatedDevice device() {
      return new SimulatedDevice(faults, stock, seed);
    }
  }

  @Provide
  Arbitrary<Scene> scenes() {
    Arbitrary<PickList> lists = Combinators.combine(
            Arbitraries.integers().between(0, BINS - 1), Arbitraries.longs().between(1, 6))
        .as(Wish::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(LightProperties::list);
    Arbitrary<Map<BinId, Long>> stocks =
        Arbitraries.longs().between(0, 20).list().ofSize(BINS).map(LightProperties::stock);
    Arbitrary<Faults> faults = Combinators.combine(
            Arbitraries.of(0, 30, 70), Arbitraries.of(0, 50), Arbitraries.of(0, 30))
        .as(Faults::new);
    return Combinators.combine(lists, stocks, faults, Arbitraries.longs()).as(Scene::new);
  }

  private static PickList list(List<Wish> wishes) {
    List<Bin> way = new ArrayList<>();
    List<PickFace> faces = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      way.add(Bin.of("B" + i, MAIN, "z"));
      faces.add(new PickFace(Sku.of("S" + i), BinId.of("B" + i), 0));
    }
    List<ReservedUnits> units = new ArrayList<>();
    for (Wish wish : wishes) {
      units.add(new ReservedUnits(
          OrderLineId.of("O" + units.size(), "1"),
          StockUnits.of(Sku.of("S" + wish.bin), MAIN, Quantity.of(wish.units))));
    }
    BinPlan bins = BinPlan.of(way, faces);
    return PickPlan.batched("W", units, bins, PickLimits.none()).lists().get(0);
  }

  private static Map<BinId, Long> stock(List<Long> units) {
    Map<BinId, Long> stock = new HashMap<>();
    for (int i = 0; i < BINS; i++) {
      stock.put(BinId.of("B" + i), units.get(i));
    }
    return stock;
  }

  /** Lets time pass, somebody pick and answers come, until nothing is open. */
  private static void walk(LightTour tour, SimulatedDevice device) {
    Instant now = Instant.EPOCH;
    for (int second = 0; !tour.open().isEmpty(); second += 5) {
      assertThat(second).as("seconds with %s open", tour.open()).isLessThan(20_000);
      now = now.plusSeconds(5);
      tour.tick(now);
      device.pick();
      device.answers().forEach(tour::answer);
      for (LightTask left : tour.unanswered(now)) {
        tour.answer(device.byHand(left));
      }
    }
  }

  @Property
  void whatIsKnownInTheEndIsWhatWasCarried(@ForAll("scenes") Scene scene) {
    SimulatedDevice device = scene.device();
    LightTour tour = LightTour.of(scene.list, device, PATIENCE);
    List<LightTask> tasks = tour.open();

    walk(tour, device);

    for (LightTask task : tasks) {
      assertThat(tour.taken(task.number()))
          .isEqualTo(device.carried.getOrDefault(task.number(), Quantity.ZERO));
      assertThat(tour.taken(task.number()).plus(tour.missing(task.number())))
          .isEqualTo(task.quantity());
    }
    PickList after = tour.applied(scene.list);
    assertThat(after.open()).isEqualTo(Quantity.ZERO);
    assertThat(after.picked().plus(after.missing())).isEqualTo(scene.list.asked());
    assertThat(tour.contradicted()).isEmpty();
    assertThat(device.clashes).isZero();
  }

  /** The tour is lost half way; the same list, shown anew, comes to the same. */
  @Property
  void aTourThatIsMadeAnewTakesNothingTwice(@ForAll("scenes") Scene scene) {
    SimulatedDevice device = scene.device();
    LightTour lost = LightTour.of(scene.list, device, PATIENCE);
    lost.tick(Instant.EPOCH);
    device.pick();
    lost.tick(Instant.EPOCH.plusSeconds(20));
    device.pick();
    device.answers();

    LightTour tour = LightTour.of(scene.list, device, PATIENCE);
    walk(tour, device);

    assertThat(device.carried).allSatisfy((number, carried) -> {
      assertThat(tour.taken(number)).isEqualTo(carried);
      assertThat(carried).isLessThanOrEqualTo(tour.task(number).quantity());
    });
  }

  @Property
  void answersThatComeAgainChangeNothing(@ForAll("scenes") Scene scene) {
    SimulatedDevice device = scene.device();
    LightTour tour = LightTour.of(scene.list, device, PATIENCE);
    walk(tour, device);
    PickList after = tour.applied(scene.list);

    device.carried.keySet().forEach(number -> {
      LightTask task = tour.task(number);
      LightAnswer again = device.byHand(task);
      assertThat(tour.answer(again)).isEqualTo(Reception.REPEATED);
    });

    assertThat(tour.applied(scene.list)).isEqualTo(after);
  }
}
