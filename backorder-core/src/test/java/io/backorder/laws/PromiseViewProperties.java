package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.pegging.Peg;
import io.backorder.pegging.Pegging;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.Document;
import io.backorder.posting.RescheduleSupply;
import io.backorder.promise.AtpProfile;
import io.backorder.promise.OverdueRule;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.promise.PromisePlan;
import io.backorder.promise.PromisePolicy;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.SupplyChange;
import io.backorder.promise.WorkingCalendar;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** What plans, profiles and orders say of promises agrees with what the inventory promises each line. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class PromiseViewProperties {

  private static final List<DeliveryRule> ANY_DELIVERY = List.of(
      DeliveryRule.PARTIAL,
      DeliveryRule.PARTIAL,
      DeliveryRule.COMPLETE_LINE,
      DeliveryRule.COMPLETE_ORDER);
  private static final List<ChannelId> CHANNELS = List.of(PlanShop.MARKET, PlanShop.WEB);

  @Provide
  Arbitrary<List<Kitchen.Move>> moves() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(any, any, any, any)
        .as(Kitchen.Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<PromiseRules> promising() {
    Arbitrary<WorkingCalendar> calendars = Arbitraries.of("UTC", "Europe/Berlin")
        .map(WorkingCalendar::everyDay)
        .flatMap(calendar -> Arbitraries.of(
            calendar,
            calendar
                .closedOn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .withCutOff(LocalTime.of(14, 30))));
    Arbitrary<PromisePolicy> policies = Arbitraries.of(
        PromisePolicy.asAnnounced(),
        PromisePolicy.quantile(0.8),
        PromisePolicy.calibrated(0.9),
        PromisePolicy.calibrated(0.7).orAsAnnounced());
    Arbitrary<OverdueRule> overdue =
        Arbitraries.of(OverdueRule.promisesNothing(), OverdueRule.expectedWithin(2, 1));
    return Combinators.combine(
            calendars, policies, overdue, Arbitraries.integers().between(0, 2))
        .as((calendar, policy, rule, days) ->
            PromiseRules.of(calendar).with(policy).with(rule).withHandling(days));
  }

  /** Shops of every kind. */
  @Provide
  Arbitrary<PlanShop.World> worlds() {
    Arbitrary<AllocationPolicy> policies =
        Arbitraries.of(AllocationPolicy.firstComeFirstServed(), AllocationPolicy.smallestFirst());
    return Combinators.combine(promising(), policies)
        .as((rules, policy) -> new PlanShop.World(rules, policy, ANY_DELIVERY, CHANNELS));
  }

  /** Shops that serve as customers come. */
  @Provide
  Arbitrary<PlanShop.World> inTurn() {
    return promising()
        .map(rules -> new PlanShop.World(
            rules, AllocationPolicy.firstComeFirstServed(), ANY_DELIVERY, CHANNELS));
  }

  private static PlanShop shop(PlanShop.World world, List<Kitchen.Move> moves) {
    PlanShop shop = new PlanShop(Stores.next(), world, PlanShop.START, moves.size() % 4);
    moves.forEach(shop::post);
    return shop;
  }

  @Property(tries = 150, seed = Histories.SEED)
  void thePlanPromisesEachWaitingLineWhatTheInventoryDoes(
      @ForAll("worlds") PlanShop.World world, @ForAll("moves") List<Kitchen.Move> moves) {
    Inventory inventory = shop(world, moves).inventory();
    for (Collection<Sku> skus : List.of(
        List.of(PlanShop.LAMP), List.of(PlanShop.BULB), List.of(PlanShop.PAIR), PlanShop.ITEMS)) {
      PromisePlan plan = inventory.promisePlan(skus);
      for (OrderLineId line : plan.lines()) {
        assertThat(plan.promise(line)).as("%s", line).isEqualTo(inventory.promise(line));
      }
      for (Sku sku : skus) {
        for (WaitingLine line : inventory.waiting(sku, Integer.MAX_VALUE)) {
          assertThat(plan.lines()).contains(line.id().hostLine());
          assertThat(plan.promise(line.id())).isPresent();
        }
      }
    }
  }

  @Property(tries = 200, seed = Histories.SEED)
  void eachWaitingUnitIsPeggedOrUncoveredAndLeansOnWhatItsPromiseNames(
      @ForAll("worlds") PlanShop.World world, @ForAll("moves") List<Kitchen.Move> moves) {
    Inventory inventory = shop(world, moves).inventory();
    PromisePlan plan = inventory.promisePlan(PlanShop.ITEMS);
    for (Sku sku : List.of(PlanShop.LAMP, PlanShop.BULB)) {
      Pegging pegging = plan.pegging(sku).orElseThrow();
      Map<OrderLineId, Long> units = new HashMap<>();
      for (WaitingLine line : inventory.waiting(sku, Integer.MAX_VALUE)) {
        units.merge(line.id(), line.waiting().units(), Long::sum);
      }
      pegging.uncovered().forEach((line, open) -> units.merge(line, -open.units(), Long::sum));
      for (Peg peg : pegging.pegs()) {
        units.merge(peg.line(), -peg.quantity().units(), Long::sum);
        assertThat(plan.leaningOn(peg.supply())).contains(peg);
        Promise promise = plan.promise(peg.line()).orElseThrow();
        assertThat(promise.by().isEmpty() || promise.supplies().contains(peg.supply()))
            .isTrue();
      }
      assertThat(units.values()).allMatch(open -> open == 0);
    }
    assertThat(plan.pegging(PlanShop.PAIR)).isEmpty();
  }

  private static void requireAsForeseen(
      Inventory inventory, PromisePlan plan, SupplyChange change, Document document) {
    Map<OrderLineId, Promise> foreseen = new HashMap<>();
    plan.lines().forEach(line -> foreseen.put(line, plan.promise(line).orElseThrow()));
    for (PromiseChange each : plan.whatIf(change)) {
      assertThat(foreseen.put(each.line(), each.after())).isEqualTo(each.before());
      assertThat(each.after()).isNotEqualTo(each.before());
    }
    inventory.post(document);
    foreseen.forEach((line, promise) ->
        assertThat(inventory.promise(line)).as("%s after %s", line, change).contains(promise));
  }

  @Property(tries = 200, seed = Histories.SEED)
  void ifASupplySlippedIsWhatHoldsOnceItIsRescheduled(
      @ForAll("worlds") PlanShop.World world,
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll @IntRange(min = -6, max = 12) int days,
      @ForAll @IntRange(max = 5) int chosen) {
    PlanShop shop = shop(world, moves);
    Inventory inventory = shop.inventory();
    List<SupplyStatus> supplies = supplies(inventory);
    if (!supplies.isEmpty()) {
      SupplyStatus supply = supplies.get(chosen % supplies.size());
      requireAsForeseen(
          inventory,
          inventory.promisePlan(PlanShop.ITEMS),
          new SupplyChange.Slip(supply.supply().id(), days),
          RescheduleSupply.of(
              shop.number(),
              supply.supply().id(),
              world.promising().calendar().plusDays(supply.supply().due(), days)));
    }
  }

  private static List<SupplyStatus> supplies(Inventory inventory) {
    List<SupplyStatus> supplies = new ArrayList<>(inventory.supplies(PlanShop.LAMP));
    supplies.addAll(inventory.supplies(PlanShop.BULB));
    return supplies;
  }

  @Property(tries = 200, seed = Histories.SEED)
  void ifASupplyCameShortIsWhatHoldsOnceItIsLowered(
      @ForAll("worlds") PlanShop.World world,
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll @IntRange(max = 100) int percent,
      @ForAll @IntRange(max = 5) int chosen) {
    PlanShop shop = shop(world, moves);
    Inventory inventory = shop.inventory();
    List<SupplyStatus> supplies = supplies(inventory);
    if (!supplies.isEmpty()) {
      SupplyStatus supply = supplies.get(chosen % supplies.size());
      long rest = supply.expected().units() * (100 - percent) / 100;
      requireAsForeseen(
          inventory,
          inventory.promisePlan(PlanShop.ITEMS),
          new SupplyChange.Shortage(supply.supply().id(), percent),
          rest == 0
              ? CloseSupply.of(supply.supply().id())
              : RescheduleSupply.of(
                      shop.number(), supply.supply().id(), supply.supply().due())
                  .to(supply.received().plus(Quantity.of(rest))));
    }
  }

  @Property(tries = 150, seed = Histories.SEED)
  void theProfileAgreesWithTheShelfAndWithOffers(
      @ForAll("inTurn") PlanShop.World world, @ForAll("moves") List<Kitchen.Move> moves) {
    Inventory inventory = shop(world, moves).inventory();
    for (Sku sku : PlanShop.ITEMS) {
      requireOffered(inventory, sku, inventory.profile(sku), OrderTerms.standard());
      for (ChannelId channel : CHANNELS) {
        AtpProfile profile = inventory.profile(sku, channel);
        requireShelf(profile, inventory, inventory.availableNow(sku, channel));
        requireOffered(inventory, sku, profile, OrderTerms.standard().through(channel));
      }
    }
  }

  /** What comes on the first day can be promised for it, beside what lies on the shelf. */
  private static void requireShelf(AtpProfile profile, Inventory inventory, Quantity shelf) {
    assertThat(profile.availableNow()).isGreaterThanOrEqualTo(shelf);
    if (supplies(inventory).isEmpty()) {
      assertThat(profile.availableNow()).isEqualTo(shelf);
      assertThat(profile.availableToOrder()).isEqualTo(shelf);
    }
  }

  private static void requireOffered(
      Inventory inventory, Sku sku, AtpProfile profile, OrderTerms order) {
    for (long units : new long[] {1, 2, 3, 5, 9}) {
      Quantity wanted = Quantity.of(units);
      assertThat(profile.earliest(wanted))
          .as("%d of %s to %s", units, sku, order)
          .isEqualTo(inventory.offer(sku, wanted, order).offer().by());
      assertThat(profile.availableToOrder().compareTo(wanted) >= 0)
          .isEqualTo(profile.earliest(wanted).isPresent());
    }
  }

  /** X20. */
  @Property(tries = 200, seed = Histories.SEED)
  void shiftingAllMomentsByDaysShiftsAllPromisesByThem(
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll @IntRange(min = -400, max = 400) int days,
      @ForAll @IntRange(min = -12, max = 14) int offset) {
    PromiseRules rules = PromiseRules.of(WorkingCalendar.everyDay(ZoneOffset.ofHours(offset)))
        .with(PromisePolicy.calibrated(0.7).orAsAnnounced())
        .withHandling(1);
    PlanShop.World world =
        new PlanShop.World(rules, AllocationPolicy.firstComeFirstServed(), ANY_DELIVERY, CHANNELS);
    PlanShop one = shop(world, moves);
    PlanShop other = new PlanShop(
        Stores.next(), world, PlanShop.START.plus(Duration.ofDays(days)), moves.size() % 4);
    moves.forEach(other::post);

    for (OrderLineId line : one.inventory().promisePlan(PlanShop.ITEMS).lines()) {
      assertThat(other.inventory().promise(line))
          .isEqualTo(one.inventory().promise(line).map(each -> shifted(each, days, rules)));
    }
  }

  private static Promise shifted(Promise promise, int days, PromiseRules rules) {
    return new Promise(promise.parts().stream()
        .map(part -> new Promise.Part(
            part.quantity(),
            part.reason(),
            part.range().map(range -> range.plusDays(days, rules.calendar())),
            part.ground()))
        .toList());
  }

  /** Orders that take what comes, and may use all of it. */
  private static PlanShop patient(PromiseRules rules, List<Kitchen.Move> moves) {
    return shop(
        new PlanShop.World(
            rules,
            AllocationPolicy.firstComeFirstServed(),
            List.of(DeliveryRule.PARTIAL),
            List.of(PlanShop.WEB)),
        moves);
  }

  private static Map<OrderLineId, Promise> promises(Inventory inventory) {
    Map<OrderLineId, Promise> promises = new HashMap<>();
    for (OrderLineId line : inventory.promisePlan(PlanShop.ITEMS).lines()) {
      promises.put(line, inventory.promise(line).orElseThrow());
    }
    return promises;
  }

  private static void requireNoLater(Map<OrderLineId, Promise> before, Inventory inventory) {
    before.forEach((line, promise) -> promise
        .by()
        .ifPresent(
            day -> assertThat(inventory.promise(line).flatMap(Promise::by).orElseThrow())
                .as("%s", line)
                .isBeforeOrEqualTo(day)));
  }

  /** D3, of supplies that are added. */
  @Property(tries = 200, seed = Histories.SEED)
  void oneMoreSupplyMakesNoPromiseLater(
      @ForAll("promising") PromiseRules rules,
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll("moves") List<Kitchen.Move> more) {
    PlanShop shop = patient(rules, moves);
    Map<OrderLineId, Promise> before = promises(shop.inventory());

    more.stream().limit(3).forEach(move -> shop.post(shop.announce(move)));

    requireNoLater(before, shop.inventory());
  }

  /** D3, of supplies that come earlier; none is brought before now, where nobody expects it. */
  @Property(tries = 200, seed = Histories.SEED)
  void aSupplyThatComesEarlierMakesNoPromiseLater(
      @ForAll("promising") PromiseRules rules,
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll @IntRange(min = 1, max = 150) int hours) {
    PlanShop shop = patient(rules, moves);
    Inventory inventory = shop.inventory();
    Map<OrderLineId, Promise> before = promises(inventory);
    for (SupplyStatus each : supplies(inventory)) {
      var earlier = each.supply().due().minus(Duration.ofHours(hours));
      if (earlier.isAfter(shop.now())) {
        inventory.post(RescheduleSupply.of(shop.number(), each.supply().id(), earlier));
      }
      requireNoLater(before, inventory);
    }
  }

  /** An order is there when the last of its lines is, and rests on what they rest on. */
  @Property(tries = 200, seed = Histories.SEED)
  void anOrderIsPromisedAllThatItsLinesAre(
      @ForAll("worlds") PlanShop.World world, @ForAll("moves") List<Kitchen.Move> moves) {
    Inventory inventory = shop(world, moves).inventory();
    for (OrderLineId waiting : inventory.promisePlan(PlanShop.ITEMS).lines()) {
      List<Promise> lines = inventory.order(waiting.order()).orElseThrow().lines().stream()
          .map(line -> new OrderLineId(waiting.order(), line.id().line()))
          .flatMap(line -> inventory.promise(line).stream())
          .toList();
      Promise order = inventory.promise(waiting.order()).orElseThrow();

      assertThat(order.by().isPresent())
          .isEqualTo(lines.stream().allMatch(line -> line.by().isPresent()));
      Optional.of(order).filter(each -> each.by().isPresent()).ifPresent(each -> {
        assertThat(each.by()).isEqualTo(Promise.ofAll(Quantity.ZERO, lines).by());
        assertThat(each.range()).isEqualTo(Promise.ofAll(Quantity.ZERO, lines).range());
      });
      lines.forEach(line -> assertThat(order.supplies()).containsAll(line.supplies()));
    }
  }
}
