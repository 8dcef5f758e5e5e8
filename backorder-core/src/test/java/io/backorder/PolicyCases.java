package io.backorder;

import io.backorder.empirical.Empirical;
import io.backorder.empirical.Tabulated;
import io.backorder.newsvendor.MismatchCost;
import io.backorder.newsvendor.MyopicPlan;
import io.backorder.newsvendor.Newsvendor;
import io.backorder.newsvendor.Prices;
import io.backorder.newsvendor.ReactivePlan;
import io.backorder.newsvendor.SeasonPlan;
import io.backorder.newsvendor.SetupPlan;
import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.review.BaseStock;
import io.backorder.review.DisruptedBaseStock;
import io.backorder.review.HorizonPlan;
import io.backorder.review.InventoryCosts;
import io.backorder.review.MinMaxPolicy;
import io.backorder.review.PowerApproximation;
import io.backorder.review.ReorderPolicy;
import io.backorder.review.UnitReorderPolicy;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Lognormal;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import io.backorder.statistics.Uniform;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The functions of the reference cases that newsvendor and review policies answer. */
final class PolicyCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = Map.ofEntries(
      Map.entry("newsvendor_normal", in -> newsvendor(in, normal(in))),
      Map.entry("newsvendor_poisson", in -> newsvendor(in, poisson(in))),
      Map.entry("newsvendor_lognormal", in -> newsvendor(in, lognormal(in))),
      Map.entry("newsvendor_discrete", in -> newsvendor(in, discrete(in))),
      Map.entry(
          "newsvendor_normal_cost",
          in -> Map.of("cost", mismatch(in).expected(normal(in), in.number("base_stock_level")))),
      Map.entry("newsvendor_over_under", PolicyCases::overUnder),
      Map.entry("newsvendor_normal_price_cost", PolicyCases::priceCost),
      Map.entry("newsvendor_normal_profit", in -> season(SeasonPlan.best(prices(in), normal(in)))),
      Map.entry(
          "newsvendor_poisson_profit", in -> season(SeasonPlan.best(prices(in), poisson(in)))),
      Map.entry("newsvendor_normal_profit_spt", PolicyCases::profitWithPenalty),
      Map.entry("newsvendor_single_order", PolicyCases::singleOrder),
      Map.entry("reactive_capacity", PolicyCases::reactive),
      Map.entry("myopic", PolicyCases::myopic),
      Map.entry("single_period_sS_uniform", PolicyCases::singlePeriod),
      Map.entry("base_stock_normal", PolicyCases::baseStockNormal),
      Map.entry("base_stock_poisson", PolicyCases::baseStockPoisson),
      Map.entry("newsvendor_disruptions", PolicyCases::disruptedBaseStock),
      Map.entry("rq_cost_normal", in -> Map.of("cost", given(in).cost(stream(in), costs(in)))),
      Map.entry(
          "rq_optimal_r_for_q_normal",
          in -> Map.of(
              "reorder_point",
              ReorderPolicy.forQuantity(stream(in), costs(in), in.number("order_quantity"))
                  .reorderPoint())),
      Map.entry("rq_optimal_normal", in -> policy(in, ReorderPolicy::optimal)),
      Map.entry("rq_eoqb_approximation", in -> policy(in, ReorderPolicy::eoqWithBackorders)),
      Map.entry("rq_eoqss_approximation", in -> policy(in, ReorderPolicy::eoqWithSafetyStock)),
      Map.entry("rq_loss_function_approximation", in -> policy(in, ReorderPolicy::lossFunction)),
      Map.entry("rq_eil_approximation", PolicyCases::hadleyWhitin),
      Map.entry("rq_hadley_whitin_uniform_ltd", PolicyCases::hadleyWhitinUniform),
      Map.entry("rq_optimal_poisson", PolicyCases::unitPolicy),
      Map.entry(
          "rq_cost_poisson",
          in -> Map.of(
              "cost",
              new UnitReorderPolicy(in.units("reorder_point"), in.units("order_quantity"))
                  .cost(unitStream(in), costs(in)))),
      Map.entry(
          "ss_optimal_poisson", in -> minMax(in, demand(Poisson.of(in.number("demand_mean")), in))),
      Map.entry("ss_optimal_pmf", in -> minMax(in, pmf(in))),
      Map.entry(
          "ss_cost_poisson",
          in -> minMaxCost(in, demand(Poisson.of(in.number("demand_mean")), in))),
      Map.entry("ss_cost_pmf", in -> minMaxCost(in, pmf(in))),
      Map.entry("ss_power_approximation", PolicyCases::powerApproximation),
      Map.entry("finite_horizon_dp_poisson", PolicyCases::horizonPoisson),
      Map.entry("finite_horizon_dp_normal", PolicyCases::horizonNormal));

  /** No reorder point; the cases say -1. */
  private static final CaseValues.AnyOf NEVER_ORDERS =
      CaseValues.AnyOf.of(-1.0, OptionalDouble.empty());

  private PolicyCases() {}

  private static Normal normal(CaseInputs in) {
    return Normal.of(in.number("demand_mean"), in.number("demand_sd"));
  }

  private static Poisson poisson(CaseInputs in) {
    return Poisson.of(in.number("demand_mean"));
  }

  private static Lognormal lognormal(CaseInputs in) {
    return Lognormal.of(in.number("mu"), in.number("sigma"));
  }

  private static Empirical discrete(CaseInputs in) {
    return Empirical.ofWeights(in.numbers("demand_values"), in.numbers("probabilities"));
  }

  private static MismatchCost mismatch(CaseInputs in) {
    return MismatchCost.of(in.number("holding_cost"), in.number("stockout_cost"));
  }

  private static Map<String, Object> newsvendor(CaseInputs in, Distribution demand) {
    Newsvendor found = Newsvendor.of(demand, mismatch(in));
    return Map.of("base_stock_level", found.units(), "cost", found.expectedCost());
  }

  private static Map<String, Object> overUnder(CaseInputs in) {
    MismatchCost costs = MismatchCost.of(in.number("overage_cost"), in.number("underage_cost"));
    Newsvendor found = Newsvendor.of(normal(in), costs);
    double mean = normal(in).mean();
    return Map.of(
        "order_quantity", found.units(),
        "safety_stock", found.units() - mean,
        "critical_ratio", costs.criticalRatio(),
        "cost", found.expectedCost(),
        "fill_rate", 1 - normal(in).loss(found.units()) / mean);
  }

  private static Prices prices(CaseInputs in) {
    return Prices.of(in.number("revenue"), in.number("purchase_cost"), in.number("salvage_value"))
        .withPenalties(in.number("holding_cost", 0), in.number("stockout_cost", 0));
  }

  private static Map<String, Object> season(SeasonPlan found) {
    return Map.of(
        "order_quantity", found.units(),
        "profit", found.profit(),
        "max_profit", found.maximumProfit(),
        "mismatch_cost", found.mismatchCost(),
        "expected_lost_sales", found.lostSales(),
        "expected_sales", found.sales(),
        "expected_leftover", found.leftover(),
        "in_stock_probability", found.inStockProbability(),
        "in_stock", found.inStockProbability(),
        "fill_rate", found.fillRate());
  }

  private static Map<String, Object> priceCost(CaseInputs in) {
    SeasonPlan found = SeasonPlan.best(prices(in), normal(in));
    return Map.of(
        "order_quantity", found.units(),
        "expected_mismatch_cost", found.mismatchCost(),
        "profit", found.profit(),
        "critical_ratio", found.prices().mismatch().criticalRatio(),
        "fill_rate", found.fillRate());
  }

  private static Prices pricedByUnit(CaseInputs in) {
    return Prices.of(in.number("price"), in.number("unit_cost"), in.number("salvage"));
  }

  private static Map<String, Object> profitWithPenalty(CaseInputs in) {
    Prices prices = pricedByUnit(in).withPenalties(0, in.number("shortage_penalty"));
    SeasonPlan found = SeasonPlan.best(prices, normal(in));
    return Map.of(
        "order_quantity", found.units(),
        "expected_units_short", found.lostSales(),
        "expected_profit", found.profit());
  }

  private static Map<String, Object> singleOrder(CaseInputs in) {
    return season(SeasonPlan.of(pricedByUnit(in), normal(in), in.number("order_quantity")));
  }

  private static Map<String, Object> reactive(CaseInputs in) {
    ReactivePlan found =
        ReactivePlan.of(pricedByUnit(in), in.number("second_order_unit_cost"), normal(in));
    return Map.of(
        "critical_ratio", found.mismatch().criticalRatio(),
        "order_quantity", found.units(),
        "expected_second_order", found.secondOrder(),
        "expected_leftover", found.leftover(),
        "profit", found.profit(),
        "mismatch_cost", found.mismatchCost(normal(in)));
  }

  private static Map<String, Object> myopic(CaseInputs in) {
    MyopicPlan found = MyopicPlan.of(
        normal(in),
        mismatch(in),
        new MyopicPlan.Purchase(
            in.number("purchase_cost"),
            in.number("purchase_cost_next"),
            in.number("discount_factor")));
    return Map.of("base_stock_level", found.units(), "cost", found.expectedCost());
  }

  private static Map<String, Object> singlePeriod(CaseInputs in) {
    SetupPlan found = SetupPlan.of(
        Uniform.of(in.number("demand_low"), in.number("demand_high")),
        mismatch(in),
        in.number("fixed_cost"));
    return Map.of(
        "order_up_to_level",
        found.orderUpTo(),
        "s",
        found.reorderPoint().isPresent() ? found.reorderPoint() : NEVER_ORDERS);
  }

  private static PeriodDemand period(CaseInputs in) {
    return PeriodDemand.of(in.number("demand_mean"), in.number("demand_sd"));
  }

  private static Map<String, Object> baseStockNormal(CaseInputs in) {
    BaseStock found = BaseStock.of(period(in), in.number("lead_time"), mismatch(in));
    return Map.of("base_stock_level", found.units(), "cost", found.expectedCost());
  }

  private static Map<String, Object> baseStockPoisson(CaseInputs in) {
    BaseStock found =
        BaseStock.ofPoisson(in.number("demand_mean"), in.number("lead_time"), mismatch(in));
    return Map.of("base_stock_level", found.units(), "cost", found.expectedCost());
  }

  private static Map<String, Object> disruptedBaseStock(CaseInputs in) {
    DisruptedBaseStock found = DisruptedBaseStock.of(
        new DisruptedBaseStock.Supplier(in.number("disruption_prob"), in.number("recovery_prob")),
        in.number("demand"),
        mismatch(in));
    return Map.of("base_stock_level", found.units(), "cost", found.expectedCost());
  }

  private static InventoryCosts costs(CaseInputs in) {
    return InventoryCosts.of(
        in.number("fixed_cost", 0), in.number("holding_cost"), in.number("stockout_cost"));
  }

  private static ReorderPolicy.Demand stream(CaseInputs in) {
    LeadTimeDemand demand = LeadTimeDemand.over(period(in), LeadTime.fixed(in.number("lead_time")));
    return new ReorderPolicy.Demand(in.number("demand_mean"), demand.toNormal());
  }

  private static ReorderPolicy given(CaseInputs in) {
    return new ReorderPolicy(in.number("reorder_point"), in.number("order_quantity"));
  }

  private static Map<String, Object> policy(
      CaseInputs in, BiFunction<ReorderPolicy.Demand, InventoryCosts, ReorderPolicy> rule) {
    ReorderPolicy found = rule.apply(stream(in), costs(in));
    return Map.of(
        "reorder_point", found.reorderPoint(),
        "order_quantity", found.orderQuantity(),
        "cost", found.cost(stream(in), costs(in)));
  }

  private static Map<String, Object> hadleyWhitin(CaseInputs in) {
    ReorderPolicy found = ReorderPolicy.hadleyWhitin(stream(in), costs(in));
    return Map.of(
        "reorder_point", found.reorderPoint(),
        "order_quantity", found.orderQuantity(),
        "approx_cost", found.hadleyWhitinCost(stream(in), costs(in)));
  }

  private static Map<String, Object> hadleyWhitinUniform(CaseInputs in) {
    ReorderPolicy found = ReorderPolicy.hadleyWhitin(
        new ReorderPolicy.Demand(
            in.number("demand_rate"),
            Uniform.of(in.number("ltd_uniform_low"), in.number("ltd_uniform_high"))),
        InventoryCosts.of(
            in.number("fixed_cost"),
            in.number("holding_cost"),
            in.number("stockout_cost_per_unit")));
    return Map.of("reorder_point", found.reorderPoint(), "order_quantity", found.orderQuantity());
  }

  private static UnitReorderPolicy.Demand unitStream(CaseInputs in) {
    double rate = in.number("demand_mean");
    return new UnitReorderPolicy.Demand(rate, Poisson.of(rate * in.number("lead_time")));
  }

  private static Map<String, Object> unitPolicy(CaseInputs in) {
    UnitReorderPolicy found = UnitReorderPolicy.optimal(unitStream(in), costs(in));
    return Map.of(
        "reorder_point", found.reorderPoint(),
        "order_quantity", found.orderQuantity(),
        "cost", found.cost(unitStream(in), costs(in)));
  }

  private static MinMaxPolicy.Demand demand(Poisson period, CaseInputs in) {
    double interval = in.number("lead_time", 0) + 1;
    return new MinMaxPolicy.Demand(period, Poisson.of(period.mean() * interval));
  }

  private static MinMaxPolicy.Demand pmf(CaseInputs in) {
    Tabulated period = Tabulated.of(0, in.numbers("demand_pmf_from_zero"));
    return new MinMaxPolicy.Demand(period, period.times(1 + in.whole("lead_time", 0)));
  }

  private static Map<String, Object> minMax(CaseInputs in, MinMaxPolicy.Demand demand) {
    MinMaxPolicy found = MinMaxPolicy.optimal(demand, costs(in));
    return Map.of(
        "reorder_point", found.reorderPoint(),
        "order_up_to_level", found.orderUpTo(),
        "cost", found.cost(demand, costs(in)));
  }

  private static Map<String, Object> minMaxCost(CaseInputs in, MinMaxPolicy.Demand demand) {
    MinMaxPolicy policy =
        new MinMaxPolicy(in.units("reorder_point"), in.units("order_up_to_level"));
    return Map.of("cost", policy.cost(demand, costs(in)));
  }

  private static Map<String, Object> powerApproximation(CaseInputs in) {
    PowerApproximation found = PowerApproximation.of(period(in), costs(in));
    return Map.of("reorder_point", found.reorderPoint(), "order_up_to_level", found.orderUpTo());
  }

  private static Map<String, Object> horizonPoisson(CaseInputs in) {
    return horizon(in, Tabulated.of(poisson(in), 1e-15));
  }

  /** A normal demand is rounded to whole units, and cut at four standard deviations and at zero. */
  private static Map<String, Object> horizonNormal(CaseInputs in) {
    Normal law = normal(in);
    double spread = 4 * law.standardDeviation();
    int first = (int) Math.max(0, Math.round(law.mean() - spread));
    int last = (int) Math.round(law.mean() + spread);
    double[] masses = new double[last - first + 1];
    Arrays.setAll(masses, i -> law.cdf(first + i + 0.5) - law.cdf(first + i - 0.5));
    double total = Arrays.stream(masses).sum();
    Arrays.setAll(masses, i -> masses[i] / total);
    return horizon(in, Tabulated.of(first, masses));
  }

  private static Map<String, Object> horizon(CaseInputs in, Tabulated demand) {
    HorizonPlan found = HorizonPlan.optimal(
        new HorizonPlan.Horizon(
            in.whole("num_periods"),
            in.units("initial_inventory_level"),
            in.number("purchase_cost"),
            in.number("discount_factor")),
        demand,
        costs(in),
        new HorizonPlan.Terminal(
            in.number("terminal_holding_cost", 0), in.number("terminal_stockout_cost", 0)));
    return Map.of(
        "reorder_points", Arrays.stream(found.reorderPoints()).asDoubleStream().toArray(),
        "order_up_to_levels", Arrays.stream(found.orderUpTo()).asDoubleStream().toArray(),
        "total_cost", found.cost());
  }
}
