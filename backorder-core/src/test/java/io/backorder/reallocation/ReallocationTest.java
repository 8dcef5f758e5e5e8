package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.ShareRule;
import io.backorder.allocation.Sourcing;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.posting.CountStock;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.rationing.Quota;
import io.backorder.rationing.QuotaBucket;
import io.backorder.rationing.Quotas;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs whose answers can be worked out by hand. */
final class ReallocationTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku BULB = Sku.of("BULB");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");
  private static final OrderTerms WHOLE =
      OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER);
  private static final Instant NOON = Worlds.NOON;

  private final List<OpenLine> lines = new ArrayList<>();
  private final ReallocationRules.Builder rules = ReallocationRules.builder();

  private OpenLine line(String order, long asks, long has) {
    OpenLine line = OpenLine.of(
        OrderLineId.of(order, "1"), PlaceInLine.of(lines.size() + 1), Quantity.of(asks));
    return has == 0 ? line : line.having(Map.of(MAIN, Quantity.of(has)));
  }

  private void add(OpenLine line) {
    lines.add(line);
  }

  private void add(OpenLine line, ConfirmationStrategy strategy) {
    lines.add(line);
    rules.order(line.id().order(), strategy);
  }

  private ReallocationPlan run(ReallocationSnapshot.Supply supply) {
    ReallocationSnapshot.Item item = new ReallocationSnapshot.Item(LAMP, 3, supply, lines);
    return Reallocation.run(new ReallocationSnapshot(NOON, List.of(item)), rules.build());
  }

  private static ReallocationSnapshot.Supply main(long units) {
    return ReallocationSnapshot.Supply.of(List.of(Location.of("MAIN")), units);
  }

  private static List<Long> confirmed(ReallocationPlan plan) {
    return plan.lines().stream().map(line -> line.confirmed().units()).toList();
  }

  private static ShortReason reason(ReallocationPlan plan, String order) {
    return plan.line(OrderLineId.of(order, "1")).orElseThrow().reason().orElseThrow();
  }

  @Test
  void run_twoFloorsThatCanBothBeMet_areMetBeforeAnybodyImproves() {
    add(line("G1", 30, 10), ConfirmationStrategy.GAIN);
    add(line("G2", 20, 20), ConfirmationStrategy.GAIN);

    assertThat(confirmed(run(main(30)))).containsExactly(10L, 20L);
    assertThat(confirmed(run(main(35)))).containsExactly(15L, 20L);
  }

  @Test
  void run_allStrategies_saysWhoGainsFromWhom() {
    add(line("W", 4, 0), ConfirmationStrategy.WIN);
    add(line("L", 3, 3), ConfirmationStrategy.LOSE);
    add(line("R", 5, 5), ConfirmationStrategy.REDISTRIBUTE);

    ReallocationPlan plan = run(main(9));

    assertThat(confirmed(plan)).containsExactly(4L, 0L, 5L);
    assertThat(plan.moves())
        .hasToString("[3 LAMP@MAIN from L/1 to W/1, 1 LAMP@MAIN from free to W/1]");
    assertThat(plan.diff().improved()).containsExactly(OrderLineId.of("W", "1"));
    assertThat(plan.diff().worsened()).containsExactly(OrderLineId.of("L", "1"));
    assertThat(plan.diff().unchanged()).containsExactly(OrderLineId.of("R", "1"));
    assertThat(plan.diff().incomparable()).isEmpty();
    assertThat(plan.diff().churn()).isEqualTo(Quantity.of(4));
    assertThat(plan).hasToString("3 lines, 2 moves, 0 infeasible");
    assertThat(plan.shortLines())
        .extracting(PlannedLine::id)
        .containsExactly(OrderLineId.of("L", "1"));
  }

  @Test
  void run_floorThatCannotBeMet_isAnswered() {
    add(line("W1", 7, 0), ConfirmationStrategy.WIN);
    add(line("W2", 5, 2), ConfirmationStrategy.WIN);

    ReallocationPlan plan = run(main(9));

    assertThat(plan.infeasible()).hasToString("[W2/1 lacks 3 to WIN]");
    assertThat(reason(plan, "W2"))
        .isEqualTo(new ShortReason.Outranked(List.of(OrderLineId.of("W1", "1")), Quantity.of(7)))
        .hasToString("7 units go to lines before it: [W1/1]");
  }

  @Test
  void run_frozenLine_keepsItsUnitsWhateverItsStrategy() {
    add(line("F", 5, 3), ConfirmationStrategy.LOSE);
    add(line("W", 8, 0), ConfirmationStrategy.WIN);
    rules.frozen(OrderLineId.of("F", "1"));

    ReallocationPlan plan = run(main(8));

    assertThat(confirmed(plan)).containsExactly(3L, 5L);
    assertThat(reason(plan, "F"))
        .isEqualTo(new ShortReason.Frozen())
        .hasToString("its picking has begun");
  }

  @Test
  void run_partOfAKit_isLeftAloneWhateverItsStrategy() {
    OrderLine part = OrderLine.of("1", Sku.of("KIT"), Quantity.of(2)).part(1, LAMP, Quantity.of(4));
    OpenLine line = OpenLine.of(
        new OrderLineId(OrderId.of("K"), part.number()), PlaceInLine.of(1), Quantity.of(4));
    add(line, ConfirmationStrategy.WIN);

    ReallocationPlan plan = run(main(8));

    assertThat(confirmed(plan)).containsExactly(0L);
    assertThat(plan.lines().get(0).reason())
        .contains(new ShortReason.PartOfKit())
        .get()
        .hasToString("parts of kits, and what is delivered complete with them, are left alone");
  }

  @Test
  void run_ceilings_areReasons() {
    add(line("F", 5, 2), ConfirmationStrategy.FILL);
    add(line("S", 5, 1), ConfirmationStrategy.SKIP);
    add(line("L", 5, 2), ConfirmationStrategy.LOSE);

    ReallocationPlan plan = run(main(20));

    assertThat(confirmed(plan)).containsExactly(2L, 1L, 0L);
    assertThat(reason(plan, "F"))
        .isEqualTo(new ShortReason.CeilingReached(ConfirmationStrategy.FILL))
        .hasToString("strategy FILL gives it no more");
    assertThat(reason(plan, "L"))
        .isEqualTo(new ShortReason.CeilingReached(ConfirmationStrategy.LOSE));
  }

  @Test
  void run_nothingThere_andBuffer_areToldApart() {
    add(line("O", 5, 0));

    assertThat(reason(run(main(0)), "O"))
        .isEqualTo(new ShortReason.NoStock())
        .hasToString("no unit lies where it may be served from");
    assertThat(reason(run(main(3).withholding(Quantity.of(4))), "O"))
        .isEqualTo(new ShortReason.Withheld(Quantity.of(3)))
        .hasToString("3 free units are buffer");
  }

  @Test
  void run_bufferThatIsHalfUsed_isNotTouchedAndUnitsOfLinesStillMove() {
    add(line("R", 6, 6), ConfirmationStrategy.LOSE);
    add(line("W", 9, 0), ConfirmationStrategy.WIN);

    assertThat(confirmed(run(main(8).withholding(Quantity.of(5))))).containsExactly(0L, 6L);
  }

  @Test
  void run_completeLineAndLots_takeAllOrWholeLots() {
    add(line("C", 5, 0).on(OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_LINE)));
    add(line("N", 9, 0).on(OrderTerms.standard().shippingAtLeast(Quantity.of(6))));
    add(line("P", 9, 0));

    ReallocationPlan plan = run(main(4));
    assertThat(confirmed(plan)).containsExactly(0L, 0L, 4L);
    assertThat(reason(plan, "C"))
        .isEqualTo(new ShortReason.TooFew(Quantity.of(4), Quantity.of(5)))
        .hasToString("4 units are left and it takes 5 at once");
    assertThat(reason(plan, "N")).isEqualTo(new ShortReason.TooFew(Quantity.of(4), Quantity.of(6)));
    assertThat(confirmed(run(main(8).inLotsOf(Quantity.of(3))))).containsExactly(0L, 6L, 0L);
  }

  @Test
  void run_lotThatWasChanged_leavesWhatIsLessThanALot() {
    add(line("A", 5, 0));
    add(line("C", 5, 0).on(OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_LINE)));
    add(line("O", 3, 0).on(WHOLE));
    List<Location> both = List.of(Location.of("MAIN"), Location.of("EAST"));
    Sourcing rule = (wanted, candidates) -> Sourcing.rank().source(wanted, candidates);

    ReallocationPlan plan =
        run(ReallocationSnapshot.Supply.of(both, 4, 8).inLotsOf(Quantity.of(2)).sourcedBy(rule));

    assertThat(plan.lines().get(0).confirmedAt()).isEqualTo(Map.of(MAIN, Quantity.of(4)));
    assertThat(confirmed(plan)).containsExactly(4L, 0L, 0L);
    assertThat(reason(plan, "C")).isEqualTo(new ShortReason.TooFew(Quantity.of(4), Quantity.of(5)));
  }

  @Test
  void run_lotThatWasChanged_movesTheOddUnitsOfALineWithItsLots() {
    add(line("A", 3, 1));
    List<Location> both = List.of(Location.of("MAIN"), Location.of("EAST"));

    ReallocationPlan plan =
        run(ReallocationSnapshot.Supply.of(both, 0, 4).inLotsOf(Quantity.of(2)));

    assertThat(plan.lines().get(0).confirmedAt()).isEqualTo(Map.of(EAST, Quantity.of(3)));
  }

  @Test
  void run_completeOrderThatLacksALine_leavesAllOfIt() {
    OpenLine other = OpenLine.of(OrderLineId.of("C", "2"), PlaceInLine.of(9), Quantity.of(9));
    add(line("C", 3, 3).on(WHOLE), ConfirmationStrategy.REDISTRIBUTE);
    add(line("P", 4, 0));
    lines.add(other.on(WHOLE));

    ReallocationPlan plan = run(main(5));

    assertThat(confirmed(plan)).containsExactly(0L, 4L, 0L);
    assertThat(reason(plan, "C")).isEqualTo(new ShortReason.TooFew(Quantity.of(1), Quantity.of(3)));
  }

  @Test
  void run_budget_worsensNoMoreThanItMay() {
    add(line("A", 5, 5), ConfirmationStrategy.REDISTRIBUTE);
    add(line("B", 5, 2), ConfirmationStrategy.REDISTRIBUTE);
    add(line("C", 5, 4), ConfirmationStrategy.LOSE);
    add(line("W", 10, 0), ConfirmationStrategy.WIN);

    assertThat(confirmed(run(main(11)))).containsExactly(1L, 0L, 0L, 10L);
    rules.budget(StabilityBudget.worsening(1));
    ReallocationPlan one = run(main(11));
    assertThat(confirmed(one)).containsExactly(5L, 2L, 0L, 4L);
    assertThat(reason(one, "W"))
        .isEqualTo(new ShortReason.OverBudget(Quantity.of(6)))
        .hasToString("6 more units would make too many promises worse");
    rules.budget(StabilityBudget.worsening(0));
    assertThat(confirmed(run(main(11)))).containsExactly(5L, 2L, 4L, 0L);
  }

  @Test
  void run_quietDays_spareWhatIsDueSoon() {
    add(line("A", 5, 5).dueBy(Worlds.TODAY.plusDays(1)), ConfirmationStrategy.LOSE);
    add(line("B", 5, 5).dueBy(Worlds.TODAY.plusDays(2)), ConfirmationStrategy.LOSE);
    add(line("C", 5, 5).dueBy(Worlds.TODAY.minusDays(1)), ConfirmationStrategy.LOSE);
    rules.budget(StabilityBudget.UNLIMITED.sparing(2));

    assertThat(confirmed(run(main(15)))).containsExactly(5L, 0L, 5L);
  }

  @Test
  void run_locations_lineMovesOnlyToMakeRoom() {
    Location web = Location.of("EAST").serving(ChannelId.of("shop"));
    OpenLine both = line("A", 4, 4).on(OrderTerms.standard().through(ChannelId.of("shop")));
    OpenLine onlyMain = line("W", 4, 0).on(OrderTerms.standard().through(ChannelId.of("web")));
    add(both, ConfirmationStrategy.GAIN);
    add(onlyMain, ConfirmationStrategy.WIN);
    ReallocationSnapshot.Supply supply =
        ReallocationSnapshot.Supply.of(List.of(Location.of("MAIN"), web), 4, 3);

    ReallocationPlan plan = run(supply);

    assertThat(confirmed(plan)).containsExactly(3L, 4L);
    assertThat(plan.lines().get(0).confirmedAt()).isEqualTo(Map.of(EAST, Quantity.of(3)));
    assertThat(plan.lines().get(1).confirmedAt()).isEqualTo(Map.of(MAIN, Quantity.of(4)));
    assertThat(plan.infeasible()).hasToString("[A/1 lacks 1 to GAIN]");
  }

  @Test
  void run_moreConfirmedThanIsThere_leavesFrozenLinesWhereTheyAre() {
    add(line("A", 5, 5));
    add(line("F", 3, 3));
    rules.frozen(OrderLineId.of("F", "1"));
    List<Location> both = List.of(Location.of("MAIN"), Location.of("EAST"));

    ReallocationPlan plan = run(ReallocationSnapshot.Supply.of(both, 5, 10));

    assertThat(plan.lines().get(0).confirmedAt())
        .isEqualTo(Map.of(MAIN, Quantity.of(2), EAST, Quantity.of(3)));
    assertThat(plan.lines().get(1).isChanged()).isFalse();
  }

  @Test
  void run_moreConfirmedThanIsThere_takesNothingFromWhomNoOtherLocationServes() {
    ChannelId web = ChannelId.of("web");
    List<Location> both =
        List.of(Location.of("MAIN").serving(web), Location.of("EAST").serving(web));
    add(line("W", 5, 5).on(OrderTerms.standard().through(web)));
    add(line("S", 3, 3).on(OrderTerms.standard().through(ChannelId.of("shop"))));

    ReallocationPlan plan = run(ReallocationSnapshot.Supply.of(both, 5, 10));

    assertThat(plan.lines().get(0).confirmedAt())
        .isEqualTo(Map.of(MAIN, Quantity.of(2), EAST, Quantity.of(3)));
    assertThat(plan.lines().get(1).isChanged()).isFalse();
  }

  @Test
  void run_moreConfirmedThanIsThere_leavesSkippedLinesTheirsBeforeOthers() {
    Location web = Location.of("MAIN").serving(ChannelId.of("web"));
    OrderTerms shop = OrderTerms.standard().through(ChannelId.of("shop"));
    add(line("R", 5, 5).on(shop), ConfirmationStrategy.REDISTRIBUTE);
    add(line("S", 3, 3), ConfirmationStrategy.SKIP);

    assertThat(confirmed(run(ReallocationSnapshot.Supply.of(List.of(web), 5))))
        .containsExactly(2L, 3L);
  }

  @Test
  void run_unitsAtManyLocations_areToldByTheNamesOfTheLocations() {
    List<Location> many = Stream.of("D", "B", "E", "A", "C").map(Location::of).toList();
    add(line("O", 5, 0));

    ReallocationPlan plan = run(ReallocationSnapshot.Supply.of(many, 1, 1, 1, 1, 1));

    assertThat(plan.lines().get(0).confirmedAt()).hasToString("{A=1, B=1, C=1, D=1, E=1}");
  }

  @Test
  void run_unitsWhereALineIsServedNoMore_areKeptOrLeftToOthers() {
    Location main = Location.of("MAIN").serving(ChannelId.of("shop"));
    OpenLine web = line("A", 4, 4).on(OrderTerms.standard().through(ChannelId.of("web")));
    add(web, ConfirmationStrategy.IMPROVE);
    add(
        line("W", 4, 0).on(OrderTerms.standard().through(ChannelId.of("shop"))),
        ConfirmationStrategy.WIN);
    ReallocationSnapshot.Supply supply = ReallocationSnapshot.Supply.of(List.of(main), 4);

    assertThat(confirmed(run(supply))).containsExactly(4L, 0L);
    lines.set(
        0,
        OpenLine.of(OrderLineId.of("B", "1"), PlaceInLine.of(1), Quantity.of(4))
            .having(Map.of(MAIN, Quantity.of(4)))
            .on(web.terms()));
    ReallocationRules others = ReallocationRules.builder()
        .order(OrderId.of("B"), ConfirmationStrategy.LOSE)
        .order(OrderId.of("W"), ConfirmationStrategy.WIN)
        .build();
    ReallocationSnapshot.Item item = new ReallocationSnapshot.Item(LAMP, 3, supply, lines);
    assertThat(confirmed(Reallocation.run(new ReallocationSnapshot(NOON, List.of(item)), others)))
        .containsExactly(0L, 4L);
  }

  @Test
  void run_quota_capsGainsAndLeavesWhatLinesHave() {
    QuotaBucket week = new QuotaBucket(
        QuotaBucket.Time.of(NOON.minusSeconds(9), NOON.plusSeconds(9)),
        QuotaBucket.Spill.NONE,
        List.of(Quota.of("web", Quantity.of(3))));
    Guard quotas = Quotas.of(terms -> terms.channel().map(ChannelId::value), List.of(week));
    OrderTerms web = OrderTerms.standard().through(ChannelId.of("web"));
    add(line("A", 9, 5).on(web), ConfirmationStrategy.GAIN);
    add(line("B", 9, 0), ConfirmationStrategy.IMPROVE);

    ReallocationPlan plan = run(main(15).guardedBy(quotas, Map.of()));

    assertThat(confirmed(plan)).containsExactly(8L, 7L);
    assertThat(reason(plan, "A"))
        .isEqualTo(new ShortReason.Rationed(Quantity.of(1)))
        .hasToString("it may not take 1 more units");
  }

  private OpenLine another(String number, long asks) {
    return OpenLine.of(
        OrderLineId.of("C", number), PlaceInLine.of(lines.size() + 1), Quantity.of(asks));
  }

  @Test
  void run_quotaThatOneLineOfACompleteOrderFitsInButNotTwo_leavesTheOrder() {
    QuotaBucket week = new QuotaBucket(
        QuotaBucket.Time.of(NOON.minusSeconds(9), NOON.plusSeconds(9)),
        QuotaBucket.Spill.NONE,
        List.of(Quota.of("web", Quantity.of(4))));
    Guard quotas = Quotas.of(terms -> terms.channel().map(ChannelId::value), List.of(week));
    add(another("1", 3).on(WHOLE.through(ChannelId.of("web"))));
    add(another("2", 3).on(WHOLE.through(ChannelId.of("web"))));
    add(line("P", 3, 0).on(OrderTerms.standard().through(ChannelId.of("web"))));

    ReallocationPlan plan = run(main(10).guardedBy(quotas, Map.of()));

    assertThat(confirmed(plan)).containsExactly(0L, 0L, 3L);
    assertThat(reason(plan, "C")).isEqualTo(new ShortReason.Rationed(Quantity.of(3)));
  }

  @Test
  void run_guardOfTheHosts_limitsEachLineOfACompleteOrder() {
    Guard two = (line, usable) -> usable.min(Quantity.of(2));
    add(another("1", 2).on(WHOLE));
    add(another("2", 5).on(WHOLE));
    add(line("P", 5, 0));

    ReallocationPlan plan = run(main(20).guardedBy(two, Map.of()));

    assertThat(confirmed(plan)).containsExactly(0L, 0L, 2L);
    assertThat(reason(plan, "C"))
        .isEqualTo(new ShortReason.WaitsForOrder(OrderLineId.of("C", "2")));
    assertThat(plan.lines().get(1).reason()).contains(new ShortReason.Rationed(Quantity.of(5)));
    assertThat(reason(plan, "P")).isEqualTo(new ShortReason.Rationed(Quantity.of(3)));
  }

  @Test
  void run_guardOfTheHosts_isNoReasonWhereNothingIsThere() {
    Guard two = (line, usable) -> usable.min(Quantity.of(2));
    add(another("1", 5).on(WHOLE));
    add(another("2", 5).on(WHOLE));
    add(line("P", 5, 0));

    ReallocationPlan plan = run(main(0).guardedBy(two, Map.of()));

    assertThat(reason(plan, "C")).isEqualTo(new ShortReason.NoStock());
    assertThat(reason(plan, "P")).isEqualTo(new ShortReason.NoStock());
  }

  @Test
  void run_criticalLevel_isNotEatenByWhoIsLessImportant() {
    Guard level = Guard.criticalLevel(Quantity.of(4), terms -> terms.channel().isPresent());
    add(line("L", 5, 5), ConfirmationStrategy.LOSE);
    add(line("B", 9, 0), ConfirmationStrategy.WIN);
    add(line("I", 9, 0).on(OrderTerms.standard().through(ChannelId.of("vip"))));

    assertThat(confirmed(run(main(8).guardedBy(level, Map.of())))).containsExactly(0L, 4L, 4L);
  }

  @Test
  void run_policyOfWholeLines_givesNoPart() {
    add(line("A", 9, 0));
    add(line("B", 4, 0));

    assertThat(confirmed(run(main(8).guardedBy(Guard.wholeLines(), Map.of()))))
        .containsExactly(0L, 4L);
  }

  @Test
  void simulate_completeOrderOverItemsThatAreNotInTheRun_isLeftAlone() {
    Inventory inventory = Inventory.inMemory().build();
    inventory.post(CountStock.of("K1", LAMP, MAIN, Quantity.of(5)));
    inventory.post(CountStock.of("K2", BULB, MAIN, Quantity.of(5)));
    inventory.post(PlaceOrder.of(
            OrderId.of("C"),
            List.of(
                OrderLine.of("1", LAMP, Quantity.of(3)), OrderLine.of("2", BULB, Quantity.of(6))))
        .with(WHOLE));
    inventory.post(PlaceOrder.of(OrderId.of("P"), OrderLine.of("1", LAMP, Quantity.of(6))));
    inventory.post(CountStock.of("K3", BULB, MAIN, Quantity.of(1)));
    ReallocationRules rules = ReallocationRules.builder()
        .order(OrderId.of("C"), ConfirmationStrategy.WIN)
        .build();

    ReallocationPlan alone = inventory.simulate(List.of(LAMP), rules);
    ReallocationPlan both = inventory.simulate(List.of(LAMP, BULB), rules);

    assertThat(reason(alone, "C"))
        .isEqualTo(new ShortReason.ReachesBeyond())
        .hasToString("its order is delivered complete and needs items that are not in the run");
    assertThat(both.infeasible()).hasToString("[C/2 lacks 6 to WIN, C/1 lacks 3 to WIN]");
    assertThat(reason(both, "C"))
        .isEqualTo(new ShortReason.WaitsForOrder(OrderLineId.of("C", "2")))
        .hasToString("line C/2 of its order lacks units");
  }

  @Test
  void simulate_quotasOfTheInventory_areKept() {
    QuotaBucket week = new QuotaBucket(
        QuotaBucket.Time.of(NOON, NOON.plusSeconds(9)),
        QuotaBucket.Spill.NONE,
        List.of(Quota.of("web", Quantity.of(3))));
    AllocationPolicy policy = AllocationPolicy.of(
        Sequence.firstComeFirstServed(),
        ShareRule.oneAfterTheOther(),
        Quotas.of(terms -> terms.channel().map(ChannelId::value), List.of(week)));
    Inventory inventory = Inventory.inMemory().clock(() -> NOON).policy(policy).build();
    inventory.post(CountStock.of("K1", LAMP, MAIN, Quantity.of(5)));
    inventory.post(PlaceOrder.of(OrderId.of("P"), OrderLine.of("1", LAMP, Quantity.of(5))));
    inventory.post(PlaceOrder.of(OrderId.of("W"), OrderLine.of("1", LAMP, Quantity.of(5)))
        .with(OrderTerms.standard().through(ChannelId.of("web"))));
    ReallocationRules rules = ReallocationRules.builder()
        .order(OrderId.of("P"), ConfirmationStrategy.LOSE)
        .order(OrderId.of("W"), ConfirmationStrategy.WIN)
        .build();

    ReallocationPlan plan = inventory.simulate(List.of(LAMP), rules);
    inventory.commit("P1", plan);

    assertThat(confirmed(plan)).containsExactly(0L, 3L);
    assertThat(inventory.verify().firstDifference()).isEmpty();
    assertThat(confirmed(inventory.simulate(List.of(LAMP), rules))).containsExactly(0L, 3L);
  }

  @Test
  void commit_unitsThatThePlanLeavesFree_goWithTheNextDocument() {
    List<String> told = new ArrayList<>();
    Inventory inventory =
        Inventory.inMemory().listener(event -> told.add(event.toString())).build();
    inventory.post(CountStock.of("K1", LAMP, MAIN, Quantity.of(5)));
    inventory.post(PlaceOrder.of(OrderId.of("A"), OrderLine.of("1", LAMP, Quantity.of(5))));
    inventory.post(PlaceOrder.of(OrderId.of("B"), OrderLine.of("1", LAMP, Quantity.of(2))));
    ReallocationRules rules = ReallocationRules.builder()
        .order(OrderId.of("A"), ConfirmationStrategy.LOSE)
        .order(OrderId.of("B"), ConfirmationStrategy.GAIN)
        .build();
    told.clear();

    inventory.commit("P1", inventory.simulate(List.of(LAMP), rules));
    assertThat(told)
        .containsExactly(
            "Reallocated A/1 5 LAMP@MAIN", "BackorderFilled B/1 2 LAMP@MAIN", "OrderReady B");
    assertThat(inventory.item(LAMP).at(MAIN).orElseThrow().free()).isEqualTo(Quantity.of(3));

    told.clear();
    inventory.post(PlaceOrder.of(OrderId.of("C"), OrderLine.of("1", LAMP, Quantity.of(1))));
    assertThat(told).containsExactly("Backordered C/1 1", "BackorderFilled A/1 3 LAMP@MAIN");
  }

  @Test
  void commit_holdThatEndedMeanwhile_leavesItsUnitsToTheNextDocument() {
    AtomicReference<Instant> now = new AtomicReference<>(NOON);
    Inventory inventory =
        Inventory.inMemory().clock(() -> requireNonNull(now.get())).build();
    inventory.post(CountStock.of("K1", LAMP, MAIN, Quantity.of(5)));
    OrderLine two = OrderLine.of("1", LAMP, Quantity.of(2));
    inventory.post(PlaceHold.of(HoldId.of("H"), Duration.ofMinutes(1), List.of(two)));
    inventory.post(PlaceOrder.of(OrderId.of("A"), OrderLine.of("1", LAMP, Quantity.of(3))));
    inventory.post(PlaceOrder.of(OrderId.of("B"), OrderLine.of("1", LAMP, Quantity.of(4))));
    ReallocationRules swap = ReallocationRules.builder()
        .order(OrderId.of("A"), ConfirmationStrategy.LOSE)
        .order(OrderId.of("B"), ConfirmationStrategy.WIN)
        .build();
    ReallocationPlan plan = inventory.simulate(List.of(LAMP), swap);
    assertThat(confirmed(plan)).containsExactly(0L, 3L);

    now.set(NOON.plusSeconds(60));
    inventory.commit("P1", plan);

    assertThat(confirmed(
            inventory.simulate(List.of(LAMP), ReallocationRules.builder().build())))
        .containsExactly(2L, 3L);
    assertThat(inventory.item(LAMP).at(MAIN).orElseThrow().free()).isEqualTo(Quantity.of(2));
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void commit_untrackedItem_hasNobodyToServe() {
    Inventory inventory =
        Inventory.inMemory().terms(sku -> ItemTerms.standard().untracked()).build();
    inventory.post(PlaceOrder.of(OrderId.of("A"), OrderLine.of("1", LAMP, Quantity.of(5))));

    assertThat(inventory.snapshot(List.of(LAMP)).items().get(0).lines()).isEmpty();
    assertThat(inventory.simulate(List.of(LAMP), rules.build()).isEmpty()).isTrue();
  }
}
