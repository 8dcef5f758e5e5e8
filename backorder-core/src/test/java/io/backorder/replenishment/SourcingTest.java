package io.backorder.replenishment;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.planning.ReorderPoint;
import io.backorder.planning.SafetyStock;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Poisson;
import io.backorder.stock.Quantity;
import io.backorder.supply.LeadTimeModel;
import io.backorder.supply.SupplierId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choice of suppliers, the risk that a purchase leaves, and the check of a plan with little stock. */
final class SourcingTest {

  private static final SourcingCost.Need NEED =
      new SourcingCost.Need(PeriodDemand.of(20, 6), 0.001, CycleServiceLevel.of(0.95));

  private static SupplierOffer offer(String supplier, double price, int least, int most) {
    return new SupplierOffer(
        SupplierId.of(supplier),
        new SupplierOffer.Price(price, 50),
        new SupplierOffer.Reliability(
            LeadTimeModel.between(Duration.ofDays(least), Duration.ofDays(most)), 1),
        OrderSizes.any());
  }

  private static SupplierOffer arriving(String supplier, double probability) {
    return new SupplierOffer(
        SupplierId.of(supplier),
        new SupplierOffer.Price(1, 0),
        new SupplierOffer.Reliability(LeadTimeModel.fixed(Duration.ofDays(5)), probability),
        OrderSizes.any());
  }

  @Test
  void of_oneSupplier_addsUpGoodsOrdersAndStock() {
    SourcingCost cost = SourcingCost.of(NEED, offer("A", 10, 4, 10));
    LeadTimeDemand demand =
        LeadTimeDemand.over(PeriodDemand.of(20, 6), LeadTime.of(7, Math.sqrt(3)));

    // the best lot is sqrt(2 * 50 * 20 / 0.01) = 447.2
    assertThat(cost.lot()).isEqualTo(Quantity.of(447));
    assertThat(cost.safetyStock())
        .isCloseTo(SafetyStock.of(demand, CycleServiceLevel.of(0.95)).units(), within(1e-9));
    assertThat(cost.perDay().purchase()).isEqualTo(200);
    assertThat(cost.perDay().ordering()).isCloseTo(50 * 20 / 447.0, within(1e-12));
    assertThat(cost.perDay().holding())
        .isCloseTo(0.01 * (447 / 2.0 + cost.safetyStock()), within(1e-12));
    assertThat(cost.perDay().total())
        .isCloseTo(
            cost.perDay().purchase() + cost.perDay().ordering() + cost.perDay().holding(),
            within(1e-12));
  }

  @Test
  void ranked_erraticSupplierAtTheSamePrice_comesLast() {
    List<SourcingCost> ranked =
        SourcingCost.ranked(NEED, List.of(offer("ERRATIC", 10, 1, 13), offer("STEADY", 10, 6, 8)));

    assertThat(ranked)
        .extracting(each -> each.offer().supplier().value())
        .containsExactly("STEADY", "ERRATIC");
    assertThat(ranked.get(1).safetyStock()).isGreaterThan(ranked.get(0).safetyStock());
  }

  @Test
  void ranked_cheapEnough_outweighsErratic() {
    List<SourcingCost> ranked =
        SourcingCost.ranked(NEED, List.of(offer("STEADY", 10, 6, 8), offer("ERRATIC", 9, 1, 13)));

    assertThat(ranked.get(0).offer().supplier()).isEqualTo(SupplierId.of("ERRATIC"));
  }

  @Test
  void of_packsAndBounds_areKeptByTheLot() {
    SupplierOffer free = offer("A", 10, 4, 10);
    SupplierOffer packed = new SupplierOffer(
        free.supplier(),
        free.price(),
        free.reliability(),
        OrderSizes.of(Quantity.of(100), Quantity.of(144)).upTo(Quantity.of(300)));

    assertThat(SourcingCost.of(NEED, packed).lot()).isEqualTo(Quantity.of(288));
  }

  @Test
  void withRepeats_ordersThatMayNotCome_takeLongerAndSpreadWider() {
    SupplierOffer.Reliability sure =
        new SupplierOffer.Reliability(LeadTimeModel.fixed(Duration.ofDays(10)), 1);
    SupplierOffer.Reliability shaky = new SupplierOffer.Reliability(sure.leadTime(), 0.8);

    assertThat(sure.withRepeats()).isEqualTo(LeadTime.fixed(10));
    assertThat(shaky.withRepeats().mean()).isEqualTo(12.5);
    assertThat(shaky.withRepeats().standardDeviation())
        .isCloseTo(10 * Math.sqrt(0.2) / 0.8, within(1e-12));
  }

  /** Mean 20 and variance 10^2 / 3 + 10^2 (1 - 0.5) / 0.5^2, so 15.2752523165194668. */
  @Test
  void withRepeats_leadTimeThatVaries_spreadsOnceAlone() {
    LeadTimeModel between = LeadTimeModel.between(Duration.ZERO, Duration.ofDays(20));

    LeadTime found = new SupplierOffer.Reliability(between, 0.5).withRepeats();

    assertThat(found.mean()).isCloseTo(20, within(1e-12));
    assertThat(found.standardDeviation()).isCloseTo(15.275252316519467, within(1e-12));
  }

  @Test
  void withRepeats_drawnFromItsModel_agrees() {
    Random random = new Random(9);
    LeadTime found = new SupplierOffer.Reliability(
            LeadTimeModel.between(Duration.ofDays(4), Duration.ofDays(10)), 0.6)
        .withRepeats();
    int runs = 400_000;
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < runs; run++) {
      double time = 4 + 6 * random.nextDouble();
      while (random.nextDouble() >= 0.6) {
        time += 7;
      }
      sum += time;
      squares += time * time;
    }

    double mean = sum / runs;
    assertThat(mean).isCloseTo(found.mean(), within(0.06));
    assertThat(Math.sqrt(squares / runs - mean * mean))
        .isCloseTo(found.standardDeviation(), within(0.08));
  }

  @Test
  void arrivalRisk_wholeNeeded_isHurtBySplitting() {
    ArrivalRisk.Until until = new ArrivalRisk.Until(Poisson.of(100), 0, Duration.ofDays(7));
    ArrivalRisk single = ArrivalRisk.of(
        until, List.of(new PurchaseSplit.Part(arriving("A", 0.9), Quantity.of(140))));
    ArrivalRisk halves = ArrivalRisk.of(
        until,
        List.of(
            new PurchaseSplit.Part(arriving("A", 0.9), Quantity.of(70)),
            new PurchaseSplit.Part(arriving("B", 0.9), Quantity.of(70))));

    assertThat(single.stockout()).isCloseTo(0.1, within(1e-3));
    assertThat(halves.stockout()).isCloseTo(0.19, within(1e-3));
    assertThat(halves.nothingArrives()).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void arrivalRisk_partIsEnough_isHelpedBySplitting() {
    ArrivalRisk.Until until = new ArrivalRisk.Until(Poisson.of(100), 60, Duration.ofDays(7));
    ArrivalRisk single = ArrivalRisk.of(
        until, List.of(new PurchaseSplit.Part(arriving("A", 0.9), Quantity.of(140))));
    ArrivalRisk halves = ArrivalRisk.of(
        until,
        List.of(
            new PurchaseSplit.Part(arriving("A", 0.9), Quantity.of(70)),
            new PurchaseSplit.Part(arriving("B", 0.9), Quantity.of(70))));

    assertThat(single.stockout()).isCloseTo(0.1, within(1e-3));
    assertThat(halves.stockout()).isBetween(0.01, 0.02);
    assertThat(halves.expectedShort()).isLessThan(single.expectedShort());
  }

  @Test
  void arrivalRisk_beforeAnythingCanArrive_isThatOfNotBuying() {
    ArrivalRisk.Until until = new ArrivalRisk.Until(Poisson.of(10), 12, Duration.ofDays(4));
    ArrivalRisk none = ArrivalRisk.of(until, List.of());
    ArrivalRisk late =
        ArrivalRisk.of(until, List.of(new PurchaseSplit.Part(arriving("A", 1), Quantity.of(70))));

    assertThat(none.stockout()).isCloseTo(Poisson.of(10).survival(12), within(1e-15));
    assertThat(none.expectedShort()).isCloseTo(Poisson.of(10).loss(12), within(1e-15));
    assertThat(late).isEqualTo(none);
  }

  @Test
  void check_breakingSpread_isWhereTheTargetIsJustMet() {
    CycleServiceLevel target = CycleServiceLevel.of(0.95);
    JustInTimeCheck.Plan plan = plan(0.2, 110);
    JustInTimeCheck check = JustInTimeCheck.of(plan, target);
    double spread = check.breakingSpread().orElseThrow();
    double delay = check.breakingDelay().orElseThrow();

    assertThat(check.cycleServiceLevel()).isGreaterThan(0.95);
    assertThat(JustInTimeCheck.of(plan(spread, 110), target).cycleServiceLevel())
        .isCloseTo(0.95, within(1e-9));
    assertThat(JustInTimeCheck.of(
                new JustInTimeCheck.Plan(
                    plan.demand(), LeadTime.of(2 + delay, 0.2), plan.reorderPoint()),
                target)
            .cycleServiceLevel())
        .isCloseTo(0.95, within(1e-9));
  }

  private static JustInTimeCheck.Plan plan(double spread, double reorderPoint) {
    return new JustInTimeCheck.Plan(
        PeriodDemand.of(40, 8), LeadTime.of(2, spread), new ReorderPoint(reorderPoint));
  }

  @Test
  void check_targetMissedOrNeverMissed_saysSo() {
    JustInTimeCheck missed = JustInTimeCheck.of(plan(0, 81), CycleServiceLevel.of(0.95));
    JustInTimeCheck modest = JustInTimeCheck.of(plan(0, 81), CycleServiceLevel.of(0.5));
    JustInTimeCheck idle = JustInTimeCheck.of(
        new JustInTimeCheck.Plan(PeriodDemand.of(0, 0), LeadTime.of(2, 1), new ReorderPoint(0)),
        CycleServiceLevel.of(0.99));

    assertThat(missed.breakingSpread()).hasValue(0);
    assertThat(missed.breakingDelay()).hasValue(0);
    assertThat(modest.breakingSpread()).isEmpty();
    assertThat(modest.breakingDelay()).isPresent();
    assertThat(idle)
        .isEqualTo(new JustInTimeCheck(1, OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void check_noVariation_breaksAfterTheSpareCover() {
    JustInTimeCheck.Plan plan =
        new JustInTimeCheck.Plan(PeriodDemand.of(40, 0), LeadTime.fixed(2), new ReorderPoint(100));

    assertThat(
            JustInTimeCheck.of(plan, CycleServiceLevel.of(0.9)).breakingDelay().orElseThrow())
        .isCloseTo(0.5, within(1e-9));
  }

  @Test
  void orderSizes_coveringANeed_areWholePacksWithinBounds() {
    OrderSizes sizes = OrderSizes.of(Quantity.of(20), Quantity.of(12)).upTo(Quantity.of(50));

    assertThat(sizes.smallest()).isEqualTo(Quantity.of(24));
    assertThat(sizes.largest()).contains(Quantity.of(48));
    assertThat(sizes.covering(Quantity.of(1))).isEqualTo(Quantity.of(24));
    assertThat(sizes.covering(Quantity.of(24))).isEqualTo(Quantity.of(24));
    assertThat(sizes.covering(Quantity.of(25))).isEqualTo(Quantity.of(36));
    assertThat(sizes.covering(Quantity.of(49))).isEqualTo(Quantity.of(48));
    assertThat(OrderSizes.any().covering(Quantity.of(49))).isEqualTo(Quantity.of(49));
  }

  @Test
  void orderSizes_outOfRange_areRefused() {
    Quantity huge = Quantity.of(Long.MAX_VALUE);

    assertRefused(
        () -> OrderSizes.of(Quantity.ZERO, Quantity.ZERO),
        INVALID_NUMBER,
        "pack must be in [1, 1e15]: 0");
    assertRefused(
        () -> OrderSizes.of(huge, Quantity.of(1)),
        INVALID_NUMBER,
        "minimum must be at most 1e15: " + huge);
    assertRefused(
        () -> new OrderSizes(Quantity.of(5), Quantity.of(4), Optional.of(Quantity.of(7))),
        INVALID_NUMBER,
        "maximum must be at least 8: 7");
    assertRefused(
        () -> OrderSizes.any().covering(Quantity.ZERO),
        INVALID_NUMBER,
        "units needed must be in [1, 1e15]: 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void of_figuresOutOfRange_areRefused(double value) {
    refused(() -> new SupplierOffer.Price(value, 1));
    refused(() -> new SupplierOffer.Price(1, value));
    refused(() -> new SupplierOffer.Reliability(LeadTimeModel.fixed(Duration.ZERO), value));
    refused(() -> new SupplierOffer.Reliability(LeadTimeModel.fixed(Duration.ZERO), 0));
    refused(() -> new SourcingCost.Need(NEED.perDay(), value, NEED.target()));
    refused(() -> new SourcingCost.Need(PeriodDemand.of(0, 1), 1, NEED.target()));
    refused(() -> new PurchaseSplit.Need(Quantity.of(1), Duration.ZERO, value));
    refused(() -> SourcingCost.of(NEED, offer("A", 0, 1, 2)));
    if (!(value < 0)) {
      refused(() -> new ArrivalRisk.Until(Poisson.of(1), value, Duration.ZERO));
    }
  }

  @Test
  void of_tooManySuppliers_areRefused() {
    List<PurchaseSplit.Part> parts =
        Collections.nCopies(21, new PurchaseSplit.Part(arriving("A", 0.5), Quantity.of(1)));

    assertRefused(
        () -> ArrivalRisk.of(new ArrivalRisk.Until(Poisson.of(1), 0, Duration.ofDays(9)), parts),
        INVALID_NUMBER,
        "suppliers must be at most 20: 21");
  }

  private static void refused(ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call);
  }
}
