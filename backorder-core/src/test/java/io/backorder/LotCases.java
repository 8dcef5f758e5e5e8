package io.backorder;

import io.backorder.lotsizing.DiscountedLot;
import io.backorder.lotsizing.DisruptedLot;
import io.backorder.lotsizing.EconomicOrderQuantity;
import io.backorder.lotsizing.JointReplenishment;
import io.backorder.lotsizing.LotCosts;
import io.backorder.lotsizing.LotPlan;
import io.backorder.lotsizing.PeriodCosts;
import io.backorder.lotsizing.PlannedBackorders;
import io.backorder.lotsizing.PriceBreaks;
import io.backorder.lotsizing.ProductionLot;
import io.backorder.lotsizing.UncertainYieldLot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The functions of the reference cases that lot sizes answer. */
final class LotCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = Map.ofEntries(
      Map.entry("eoq", LotCases::eoq),
      Map.entry("eoq_cost", LotCases::eoqCost),
      Map.entry("eoq_sensitivity", LotCases::eoqSensitivity),
      Map.entry("eoq_unit_cost_rate", LotCases::eoqUnitCostRate),
      Map.entry("eoq_backorders", LotCases::eoqBackorders),
      Map.entry("epq", LotCases::epq),
      Map.entry(
          "eoq_all_units_discount",
          in -> discounted(DiscountedLot.allUnits(discountDemand(in), prices(in)))),
      Map.entry(
          "eoq_incremental_discount",
          in -> discounted(DiscountedLot.incremental(discountDemand(in), prices(in)))),
      Map.entry("joint_replenishment_silver", LotCases::jointReplenishment),
      Map.entry("wagner_whitin", in -> plan(LotPlan.wagnerWhitin(costs(in), in.numbers("demand")))),
      Map.entry("silver_meal", in -> plan(LotPlan.silverMeal(costs(in), in.numbers("demand")))),
      Map.entry(
          "eoq_disruptions",
          in -> disrupted(DisruptedLot.of(PlanningCases.lotCosts(in), unreliable(in)))),
      Map.entry(
          "eoq_disruptions_approx",
          in -> disrupted(DisruptedLot.approximation(PlanningCases.lotCosts(in), unreliable(in)))),
      Map.entry(
          "eoq_additive_yield",
          in -> uncertain(UncertainYieldLot.additive(
              PlanningCases.lotCosts(in), in.number("demand_rate"), yieldOf(in)))),
      Map.entry(
          "eoq_multiplicative_yield",
          in -> uncertain(UncertainYieldLot.multiplicative(
              PlanningCases.lotCosts(in), in.number("demand_rate"), yieldOf(in)))));

  private static final double WEEKS_A_YEAR = 52;

  private LotCases() {}

  private static Map<String, Object> eoq(CaseInputs in) {
    EconomicOrderQuantity found =
        EconomicOrderQuantity.of(PlanningCases.lotCosts(in), in.number("demand_rate"));
    return Map.of(
        "order_quantity", found.units(),
        "cost", found.cost(),
        "cycle_time", found.cycleTime(),
        "orders_per_time", found.ordersPerTime());
  }

  private static Map<String, Object> eoqCost(CaseInputs in) {
    return Map.of(
        "cost",
        PlanningCases.lotCosts(in).costOf(in.number("demand_rate"), in.number("order_quantity")));
  }

  private static Map<String, Object> eoqSensitivity(CaseInputs in) {
    return Map.of(
        "cost_ratio",
        EconomicOrderQuantity.costRatio(
            in.number("order_quantity"), in.number("optimal_quantity")));
  }

  private static Map<String, Object> eoqUnitCostRate(CaseInputs in) {
    double demand = in.number("annual_demand");
    EconomicOrderQuantity found = EconomicOrderQuantity.of(
        LotCosts.ofRate(in.number("fixed_cost"), in.number("unit_cost"), in.number("holding_rate")),
        demand);
    double weeks = found.powerOfTwoCycle(1 / WEEKS_A_YEAR);
    return Map.of(
        "order_quantity",
        found.units(),
        "cycle_weeks",
        found.cycleTime() * WEEKS_A_YEAR,
        "cost",
        found.cost(),
        "power_of_two_weeks",
        weeks,
        "power_of_two_quantity",
        weeks * demand / WEEKS_A_YEAR);
  }

  private static Map<String, Object> eoqBackorders(CaseInputs in) {
    PlannedBackorders found = PlannedBackorders.of(
        PlanningCases.lotCosts(in), in.number("stockout_cost"), in.number("demand_rate"));
    return Map.of(
        "order_quantity", found.units(),
        "backorder_fraction", found.backorderFraction(),
        "max_backorder", found.maxBackorder(),
        "max_inventory", found.maxInventory(),
        "cost", found.cost(),
        "cycle_time", found.cycleTime(),
        "orders_per_time", found.ordersPerTime(),
        "average_backorder", found.averageBackorder(),
        "average_inventory", found.averageInventory());
  }

  private static Map<String, Object> epq(CaseInputs in) {
    ProductionLot found = ProductionLot.of(
        PlanningCases.lotCosts(in), in.number("demand_rate"), in.number("production_rate"));
    return Map.of(
        "order_quantity", found.units(),
        "cost", found.cost(),
        "max_inventory", found.maxInventory(),
        "cycle_time", found.cycleTime());
  }

  private static DiscountedLot.Demand discountDemand(CaseInputs in) {
    return new DiscountedLot.Demand(
        in.number("demand_rate"), in.number("fixed_cost"), in.number("holding_cost_rate"));
  }

  private static PriceBreaks prices(CaseInputs in) {
    return PriceBreaks.of(in.numbers("breakpoints"), in.numbers("unit_costs"));
  }

  private static Map<String, Object> discounted(DiscountedLot found) {
    return Map.of("order_quantity", found.units(), "region", found.region(), "cost", found.cost());
  }

  private static Map<String, Object> jointReplenishment(CaseInputs in) {
    double[] rates = in.numbers("demand_rates");
    double[] fixed = in.numbersFor("individual_fixed_costs", rates.length);
    double[] holding = in.numbersFor("holding_costs", rates.length);
    List<JointReplenishment.Item> items = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      items.add(new JointReplenishment.Item(LotCosts.of(fixed[i], holding[i]), rates[i]));
    }
    JointReplenishment found = JointReplenishment.silver(in.number("shared_fixed_cost"), items);
    return Map.of(
        "order_quantities", found.quantities().stream().mapToDouble(q -> q).toArray(),
        "base_cycle_time", found.baseCycle(),
        "multiples", found.multiples().stream().mapToDouble(m -> m).toArray(),
        "cost", found.cost());
  }

  private static PeriodCosts costs(CaseInputs in) {
    int periods = in.numbers("demand").length;
    return PeriodCosts.of(
        in.numbers("fixed_cost", periods),
        holdingCosts(in, periods),
        in.numbers("purchase_cost", periods));
  }

  /** Nothing is carried out of the last period, so its cost may be left out. */
  private static double[] holdingCosts(CaseInputs in, int periods) {
    double[] costs = in.numbers("holding_cost");
    return in.get("holding_cost").isArray() && costs.length == periods - 1
        ? Arrays.copyOf(costs, periods)
        : in.numbers("holding_cost", periods);
  }

  private static Map<String, Object> plan(LotPlan found) {
    double[] orders = found.orders();
    return Map.of(
        "cost", found.cost(),
        "order_quantities", orders,
        "setup_pattern", Arrays.stream(orders).map(units -> units > 0 ? 1 : 0).toArray(),
        "order_period_of_each_demand",
            Arrays.stream(found.sources()).mapToDouble(period -> period + 1).toArray());
  }

  private static DisruptedLot.Demand unreliable(CaseInputs in) {
    return new DisruptedLot.Demand(
        in.number("demand_rate"),
        in.number("stockout_cost"),
        in.number("disruption_rate"),
        in.number("recovery_rate"));
  }

  private static Map<String, Object> disrupted(DisruptedLot found) {
    return Map.of("order_quantity", found.units(), "cost", found.cost());
  }

  private static UncertainYieldLot.Yield yieldOf(CaseInputs in) {
    return new UncertainYieldLot.Yield(in.number("yield_mean"), in.number("yield_sd"));
  }

  private static Map<String, Object> uncertain(UncertainYieldLot found) {
    return Map.of("order_quantity", found.units(), "cost", found.cost());
  }
}
