package io.backorder.picktolight;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.picking.Bin;
import io.backorder.picking.BinId;
import io.backorder.picking.BinPlan;
import io.backorder.picking.PickFace;
import io.backorder.picking.PickFloor;
import io.backorder.picking.PickLimits;
import io.backorder.picking.PickLine;
import io.backorder.picking.PickList;
import io.backorder.picking.PickPlan;
import io.backorder.picking.ReservedUnits;
import io.backorder.picktolight.SimulatedDevice.Faults;
import io.backorder.posting.AdjustStock.Shelf;
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
  private record Scene(PickPlan plan, Map<BinId, Quantity> stock, Faults faults, long seed) {

    SimulatedDevice device() {
      return SimulatedDevice.of(faults, stock, seed);
    }

    PickList list() {
      return plan.lists().get(0);
    }
  }

  /** Counts how often a lamp is told to show a task while the one before was not told to end. */
  private static final class Watched implements PickDevice {

    private final PickDevice device;
    private final Map<BinId, String> asked = new HashMap<>();
    private int clashes;

    Watched(PickDevice device) {
      this.device = device;
    }

    @Override
    public void lightOn(LightTask task) {
      String before = asked.put(task.bin(), task.number());
      clashes += before == null || before.equals(task.number()) ? 0 : 1;
      device.lightOn(task);
    }

    @Override
    public void lightOff(LightTask task) {
      asked.remove(task.bin(), task.number());
      device.lightOff(task);
    }
  }

  @Provide
  Arbitrary<Scene> scenes() {
    Arbitrary<PickPlan> lists = Combinators.combine(
            Arbitraries.integers().between(0, BINS - 1), Arbitraries.longs().between(1, 6))
        .as(Wish::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(LightProperties::plan);
    Arbitrary<Map<BinId, Quantity>> stocks =
        Arbitraries.longs().between(0, 20).list().ofSize(BINS).map(LightProperties::stock);
    Arbitrary<Faults> faults = Combinators.combine(
            Arbitraries.of(0, 30, 70),
            Arbitraries.of(0, 50),
            Arbitraries.of(0, 40),
            Arbitraries.of(0, 30))
        .as(Faults::new);
    return Combinators.combine(lists, stocks, faults, Arbitraries.longs()).as(Scene::new);
  }

  private static PickPlan plan(List<Wish> wishes) {
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
    return PickPlan.batched("W", units, bins, PickLimits.none());
  }

  private static Map<BinId, Quantity> stock(List<Long> units) {
    Map<BinId, Quantity> stock = new HashMap<>();
    for (int i = 0; i < BINS; i++) {
      stock.put(BinId.of("B" + i), Quantity.of(units.get(i)));
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
    Watched watched = new Watched(device);
    LightTour tour = LightTour.of(scene.list(), watched, PATIENCE);
    List<LightTask> tasks = tour.open();

    walk(tour, device);

    for (LightTask task : tasks) {
      assertThat(tour.taken(task.number()))
          .isEqualTo(device.carried().getOrDefault(task.number(), Quantity.ZERO));
      assertThat(tour.taken(task.number()).plus(tour.missing(task.number())))
          .isEqualTo(task.quantity());
    }
    PickList after = tour.applied(scene.list());
    assertThat(after.open()).isEqualTo(Quantity.ZERO);
    assertThat(after.picked().plus(after.missing())).isEqualTo(scene.list().asked());
    assertThat(tour.contradicted()).isEmpty();
    assertThat(watched.clashes).isZero();
  }

  /** The tour is lost half way; the same list, shown anew, comes to the same. */
  @Property
  void aTourThatIsMadeAnewTakesNothingTwice(@ForAll("scenes") Scene scene) {
    SimulatedDevice device = scene.device();
    LightTour lost = LightTour.of(scene.list(), device, PATIENCE);
    lost.tick(Instant.EPOCH);
    device.pick();
    lost.tick(Instant.EPOCH.plusSeconds(20));
    device.pick();
    device.answers();

    LightTour tour = LightTour.of(scene.list(), device, PATIENCE);
    walk(tour, device);

    assertThat(device.carried()).allSatisfy((number, carried) -> {
      assertThat(tour.taken(number)).isEqualTo(carried);
      assertThat(carried).isLessThanOrEqualTo(tour.task(number).quantity());
    });
  }

  @Property
  void answersThatComeAgainChangeNothing(@ForAll("scenes") Scene scene) {
    SimulatedDevice device = scene.device();
    LightTour tour = LightTour.of(scene.list(), device, PATIENCE);
    walk(tour, device);
    PickList after = tour.applied(scene.list());

    device.carried().keySet().forEach(number -> {
      LightTask task = tour.task(number);
      LightAnswer again = device.byHand(task);
      assertThat(tour.answer(again)).isEqualTo(Reception.REPEATED);
    });

    assertThat(tour.applied(scene.list())).isEqualTo(after);
  }

  /** Units that orders give up while lamps are on, by the second in which they do. */
  private record Change(int step, int line, long units) {}

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 11),
            Arbitraries.longs().between(1, 6))
        .as(Change::new)
        .list()
        .ofMaxSize(8);
  }

  /** A floor whose list goes through the lights while its orders change. */
  private static final class ChangingFloor {

    final PickFloor floor;
    final List<ReservedUnits> lines;
    final SimulatedDevice device;
    final Watched watched;
    final LightTour tour;
    final List<Change> changes;

    ChangingFloor(Scene scene, List<Change> changes) {
      this.lines = scene.list().lines().stream().map(PickLine::asked).toList();
      this.floor = PickFloor.of(lines);
      this.device = scene.device();
      this.watched = new Watched(device);
      this.changes = changes;
      floor.issue(scene.plan);
      this.tour = LightTour.of(scene.list(), watched, PATIENCE);
    }

    /** As a host does it: orders change between any two things that happen on the floor. */
    void walk() {
      Instant now = Instant.EPOCH;
      for (int step = 0; step <= 12 || !tour.open().isEmpty(); step++) {
        assertThat(step).as("steps with %s open", tour.open()).isLessThan(4_000);
        now = now.plusSeconds(5);
        tour.tick(now);
        device.pick();
        change(step);
        device.answers().forEach(this::press);
        for (LightTask left : tour.unanswered(now)) {
          press(device.byHand(left));
        }
      }
      device.answers().forEach(this::press);
    }

    private void change(int step) {
      for (Change change : changes) {
        ReservedUnits line = lines.get(change.line % lines.size());
        long units = Math.min(change.units, reserved(line));
        if (change.step == step && units > 0) {
          floor.apply(new InventoryEvent.Released(
              line.line(), line.units().sku(), MAIN, Quantity.of(units)));
          tour.revise(floor.lists());
        }
      }
    }

    long recalled(ReservedUnits line) {
      return floor.recalled("W-1").stream()
          .filter(each -> each.line().equals(line.line()))
          .mapToLong(each -> each.quantity().units())
          .sum();
    }

    private long reserved(ReservedUnits line) {
      return floor.lists().stream()
          .flatMap(list -> list.lines().stream())
          .filter(each -> each.line().equals(line.line()))
          .mapToLong(each -> each.asked().quantity().units())
          .sum();
    }

    private void press(LightAnswer answer) {
      if (tour.answer(answer) == Reception.ACCEPTED) {
        LightTask task = tour.task(answer.task());
        if (answer instanceof LightAnswer.PickedShort) {
          floor.shortPick("W-1", task.line(), answer.taken(), Quantity.ZERO);
        } else {
          floor.confirm("W-1", task.line(), answer.taken());
        }
      }
    }
  }

  /**
   * Whatever is cancelled while lamps are on and whatever gets lost: what was carried off is in a tote that
   * the floor knows, or the floor says that somebody may have it.
   */
  @Property
  void whatIsCarriedWhileOrdersChangeIsKnownOrLookedFor(
      @ForAll("scenes") Scene scene, @ForAll("changes") List<Change> changes) {
    ChangingFloor changing = new ChangingFloor(scene, changes);

    changing.walk();

    Map<Shelf, Long> known = new HashMap<>();
    for (ReservedUnits line : changing.lines) {
      String number = "W-1:" + line.line();
      long taken = changing.tour.taken(number).units();
      known.merge(line.shelf(), taken, Long::sum);
      long carried =
          changing.device.carried().getOrDefault(number, Quantity.ZERO).units();
      assertThat(carried - taken)
          .as("units carried for %s and not told", number)
          .isBetween(0L, changing.recalled(line));
    }
    known.forEach((shelf, units) ->
        assertThat(changing.floor.picked(shelf).units()).as("in totes").isEqualTo(units));
    assertThat(changing.floor.lists())
        .allSatisfy(list -> assertThat(list.open()).isEqualTo(Quantity.ZERO));
    assertThat(changing.watched.clashes).isZero();
  }

  /** Where no message is lost and none is late, what was carried is what the floor knows, to the unit. */
  @Property
  void overGoodLinesNothingIsCarriedThatTheFloorDoesNotKnow(
      @ForAll("scenes") Scene scene, @ForAll("changes") List<Change> changes) {
    Scene good =
        new Scene(scene.plan, scene.stock, new Faults(0, scene.faults.twice(), 0, 0), scene.seed);
    ChangingFloor changing = new ChangingFloor(good, changes);

    changing.walk();

    for (int i = 0; i < BINS; i++) {
      BinId bin = BinId.of("B" + i);
      long carried = changing.device.carried().entrySet().stream()
          .filter(each -> changing.tour.task(each.getKey()).bin().equals(bin))
          .mapToLong(each -> each.getValue().units())
          .sum();
      assertThat(changing.floor.picked(new Shelf(Sku.of("S" + i), MAIN)).units())
          .isEqualTo(carried);
      assertThat(changing.device.shown(bin)).isEmpty();
    }
  }
}
