package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.economics.BackorderSaving;
import io.backorder.economics.LogisticsCost;
import io.backorder.economics.Replenishment;
import io.backorder.economics.ShortagePrice;
import io.backorder.economics.StockoutCost;
import io.backorder.lotsizing.LotCosts;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.FillRate;
import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.ObservedFill;
import io.backorder.planning.OrderUpToLevel;
import io.backorder.planning.PeriodDemand;
import io.backorder.planning.PeriodicReview;
import io.backorder.planning.ReorderPoint;
import io.backorder.planning.SafetyStock;
import io.backorder.planning.ServiceMeasures;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.NegativeBinomial;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import io.backorder.supply.DeliveryScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The functions of the reference cases that lead-time demand, service, review and economics answer. */
final class PlanningCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = Map.ofEntries(
      Map.entry("lead_time_demand", PlanningCases::leadTimeDemand),
      Map.entry("random_sum_moments", PlanningCases::randomSum),
      Map.entry("bernoulli_compound_moments", PlanningCases::bernoulliCompound),
      Map.entry("ses_lead_time_sd", PlanningCases::smoothed),
      Map.entry("poisson_fixed_lead_time", PlanningCases::poissonFixedLeadTime),
      Map.entry("poisson_rq_fill_rate", PlanningCases::poissonFillRate),
      Map.entry("negbin_lead_time_demand", PlanningCases::negbinLeadTimeDemand),
      Map.entry("poisson_random_lead_time", PlanningCases::poissonRandomLeadTime),
      Map.entry("poisson_gamma_lead_time", PlanningCases::poissonGammaLeadTime),
      Map.entry("reorder_point_normal", in -> reorderPoint(in, LeadTimeDemand::toNormal)),
      Map.entry("reorder_point_gamma", in -> reorderPoint(in, LeadTimeDemand::toGamma)),
      Map.entry("reorder_point_nbinom", in -> reorderPoint(in, LeadTimeDemand::toNegativeBinomial)),
      Map.entry("reorder_point_poisson", in -> reorderPoint(in, LeadTimeDemand::toPoisson)),
      Map.entry("safety_stock_csl", PlanningCases::safetyStockCsl),
      Map.entry("reorder_point_csl", PlanningCases::reorderPointCsl),
      Map.entry("buffer_stock_rounded_up", PlanningCases::bufferStock),
      Map.entry("safety_stock_fill_rate", PlanningCases::safetyStockFillRate),
      Map.entry("reorder_point_fill_rate", PlanningCases::reorderPointFillRate),
      Map.entry("service_from_reorder_point", PlanningCases::serviceFromReorderPoint),
      Map.entry("rq_service_measures_normal", PlanningCases::serviceMeasures),
      Map.entry("inventory_metrics_normal", PlanningCases::inventoryMetrics),
      Map.entry("reorder_point_cost_per_stockout_event", PlanningCases::costPerStockout),
      Map.entry("total_logistics_cost", PlanningCases::logisticsCost),
      Map.entry("periodic_review_csl", PlanningCases::periodicReviewCsl),
      Map.entry("periodic_review_fill_rate", PlanningCases::periodicReviewFillRate),
      Map.entry("lost_sales_cost", PlanningCases::lostSalesCost),
      Map.entry("stockout_cost_event", PlanningCases::stockoutCostEvent),
      Map.entry("eoq_lost_sales_threshold", PlanningCases::lostSalesThreshold),
      Map.entry("backorder_saving", PlanningCases::backorderSaving),
      Map.entry("order_line_unit_fill", PlanningCases::observedFill),
      Map.entry("supplier_weighted_score", PlanningCases::deliveryScore));

  private static final double WEEKS_A_YEAR = 52;

  private static final double DAYS_A_YEAR = 365;

  private PlanningCases() {}

  private static PeriodDemand demand(CaseInputs in) {
    return PeriodDemand.of(in.number("mean_demand"), in.number("sd_demand"));
  }

  private static LeadTime leadTime(CaseInputs in) {
    return LeadTime.of(in.number("lead_time"), in.number("sd_lead_time", 0));
  }

  private static LeadTimeDemand overLeadTime(CaseInputs in) {
    return LeadTimeDemand.over(demand(in), leadTime(in));
  }

  private static LeadTimeDemand given(CaseInputs in) {
    return LeadTimeDemand.of(in.number("ltd_mean"), in.number("ltd_sd"));
  }

  private static CycleServiceLevel level(CaseInputs in) {
    return CycleServiceLevel.of(in.number("service_level"));
  }

  private static Map<String, Object> leadTimeDemand(CaseInputs in) {
    LeadTimeDemand found = overLeadTime(in);
    return Map.of(
        "mean", found.mean(), "sd", found.standardDeviation(), "variance", found.variance());
  }

  private static Map<String, Object> randomSum(CaseInputs in) {
    LeadTimeDemand found = LeadTimeDemand.over(
        demand(in), LeadTime.of(in.number("mean_lead_time"), in.number("sd_lead_time")));
    return Map.of(
        "mean", found.mean(), "sd", found.standardDeviation(), "variance", found.variance());
  }

  private static Map<String, Object> bernoulliCompound(CaseInputs in) {
    PeriodDemand period = PeriodDemand.intermittent(
        in.number("demand_probability"),
        PeriodDemand.of(in.number("size_mean"), in.number("size_sd")));
    LeadTimeDemand found = LeadTimeDemand.over(period, LeadTime.fixed(in.number("lead_time")));
    return Map.of(
        "mean", found.mean(), "sd", found.standardDeviation(), "variance", found.variance());
  }

  private static Map<String, Object> smoothed(CaseInputs in) {
    PeriodDemand error = PeriodDemand.of(0, in.number("one_step_error_sd"));
    return Map.of(
        "sd",
        LeadTimeDemand.smoothed(error, in.whole("lead_time"), in.number("alpha"))
            .standardDeviation(),
        "naive_sqrt_rule",
        LeadTimeDemand.smoothed(error, in.whole("lead_time"), 0).standardDeviation());
  }

  private static Map<String, Object> unitwise(DiscreteDistribution law, CaseInputs in) {
    ServiceMeasures found =
        ServiceMeasures.of(law, in.units("reorder_point"), in.units("order_quantity"));
    return Map.of(
        "ltd_mean", law.mean(),
        "ltd_variance", law.variance(),
        "cycle_service_level", found.cycleServiceLevel(),
        "expected_shortage_at_r", found.shortagePerCycle(),
        "expected_backorders", found.backorders(),
        "fill_rate", found.fillRate(),
        "reorder_point_for_service_level", ReorderPoint.of(law, level(in)).units());
  }

  private static Map<String, Object> poissonFixedLeadTime(CaseInputs in) {
    return unitwise(Poisson.of(in.number("ltd_mean")), in);
  }

  private static Map<String, Object> poissonFillRate(CaseInputs in) {
    Poisson law = Poisson.of(in.number("ltd_mean"));
    ServiceMeasures found =
        ServiceMeasures.of(law, in.units("reorder_point"), in.units("order_quantity"));
    ReorderPoint point = ReorderPoint.of(
        law, FillRate.of(in.number("target_fill_rate")), in.number("order_quantity"));
    return Map.of(
        "fill_rate", found.fillRate(),
        "expected_backorders", found.backorders(),
        "reorder_point_for_fill_rate", point.units());
  }

  private static Map<String, Object> negbinLeadTimeDemand(CaseInputs in) {
    return unitwise(NegativeBinomial.of(in.number("r"), in.number("p")), in);
  }

  private static Map<String, Object> poissonRandomLeadTime(CaseInputs in) {
    return unitwise(
        LeadTimeDemand.poissonOver(
            in.number("mean_demand_per_period"),
            in.numbers("lead_time_values"),
            in.numbers("lead_time_probabilities")),
        in);
  }

  private static Map<String, Object> poissonGammaLeadTime(CaseInputs in) {
    NegativeBinomial law = LeadTimeDemand.poissonOverGamma(
        in.number("mean_demand_per_period"),
        LeadTime.of(in.number("mean_lead_time"), in.number("sd_lead_time")));
    return Map.of(
        "negbin_r", law.successes(),
        "negbin_p", law.probability(),
        "ltd_mean", law.mean(),
        "ltd_variance", law.variance(),
        "cdf", law.cdf(in.number("x")),
        "quantile_95", law.quantile(0.95));
  }

  private static Map<String, Object> reorderPoint(
      CaseInputs in, Function<LeadTimeDemand, Distribution> shape) {
    LeadTimeDemand demand = overLeadTime(in);
    Distribution law = shape.apply(demand);
    return Map.of(
        "ltd_mean", demand.mean(),
        "ltd_sd", demand.standardDeviation(),
        "safety_stock", SafetyStock.of(law, level(in)).units(),
        "reorder_point", ReorderPoint.of(law, level(in)).units());
  }

  private static Map<String, Object> safetyStockCsl(CaseInputs in) {
    LeadTimeDemand demand = overLeadTime(in);
    SafetyStock stock = SafetyStock.of(demand, level(in));
    return Map.of(
        "ltd_mean", demand.mean(),
        "ltd_sd", demand.standardDeviation(),
        "z", level(in).normalQuantile(),
        "safety_stock", stock.units(),
        "reorder_point", ReorderPoint.of(demand, stock).units());
  }

  private static Map<String, Object> reorderPointCsl(CaseInputs in) {
    return Map.of(
        "z", level(in).normalQuantile(),
        "safety_stock", SafetyStock.of(given(in), level(in)).units(),
        "reorder_point", ReorderPoint.of(given(in), level(in)).units());
  }

  private static Map<String, Object> bufferStock(CaseInputs in) {
    CycleServiceLevel level = CycleServiceLevel.of(1 - in.number("stockout_probability"));
    LeadTimeDemand demand = overLeadTime(in);
    return Map.of(
        "buffer", SafetyStock.of(demand, level).units(),
        "reorder_point", ReorderPoint.of(demand, level).units());
  }

  private static Map<String, Object> safetyStockFillRate(CaseInputs in) {
    FillRate target = FillRate.of(in.number("fill_rate"));
    double lot = in.number("order_quantity");
    LeadTimeDemand demand = given(in);
    SafetyStock simple = SafetyStock.simplified(demand, target, lot);
    SafetyStock exact = SafetyStock.of(demand, target, lot);
    return Map.of(
        "z", simple.units() / demand.standardDeviation(),
        "safety_stock", simple.units(),
        "reorder_point", ReorderPoint.of(demand, simple).units(),
        "z_exact", exact.units() / demand.standardDeviation(),
        "safety_stock_exact", exact.units(),
        "reorder_point_exact", ReorderPoint.of(demand, exact).units());
  }

  private static Map<String, Object> reorderPointFillRate(CaseInputs in) {
    FillRate target = FillRate.of(in.number("fill_rate"));
    double lot = in.number("order_quantity");
    return Map.of(
        "reorder_point_exact", ReorderPoint.of(given(in), target, lot).units(),
        "reorder_point_simple",
            ReorderPoint.of(given(in), SafetyStock.simplified(given(in), target, lot))
                .units());
  }

  private static Map<String, Object> serviceFromReorderPoint(CaseInputs in) {
    LeadTimeDemand demand = given(in);
    double point = in.number("reorder_point");
    ServiceMeasures found =
        ServiceMeasures.of(demand.toNormal(), point, in.number("order_quantity"));
    return Map.of(
        "safety_stock", point - demand.mean(),
        "z", (point - demand.mean()) / demand.standardDeviation(),
        "cycle_service_level", found.cycleServiceLevel(),
        "expected_shortage_per_cycle", found.shortagePerCycle(),
        "fill_rate", found.simplifiedFillRate(),
        "fill_rate_exact", found.fillRate(),
        "expected_backorders", found.backorders());
  }

  private static Map<String, Object> serviceMeasures(CaseInputs in) {
    ServiceMeasures found = ServiceMeasures.of(
        overLeadTime(in).toNormal(), in.number("reorder_point"), in.number("order_quantity"));
    return Map.of(
        "cycle_service_level", found.cycleServiceLevel(),
        "fill_rate", found.fillRate(),
        "ready_rate", found.readyRate(),
        "expected_backorders", found.backorders(),
        "expected_inventory_level", found.inventoryLevel(),
        "expected_on_hand", found.onHand());
  }

  private static Replenishment replenishment(CaseInputs in) {
    PeriodDemand week = PeriodDemand.part(
        PeriodDemand.of(in.number("annual_demand"), in.number("annual_sd")), WEEKS_A_YEAR);
    return new Replenishment(
        in.number("annual_demand"),
        in.number("order_quantity"),
        in.number("unit_cost") * in.number("holding_rate"),
        LeadTimeDemand.over(week, LeadTime.fixed(in.number("lead_time_weeks"))));
  }

  private static SafetyStock target(Replenishment replenishment, CaseInputs in) {
    LeadTimeDemand demand = replenishment.leadTimeDemand();
    double value = in.number("value");
    return switch (in.text("target")) {
      case "csl" -> SafetyStock.of(demand, CycleServiceLevel.of(value));
      case "fill_rate" ->
        SafetyStock.simplified(demand, FillRate.of(value), replenishment.orderQuantity());
      case "cost_per_item_short" ->
        SafetyStock.of(demand, ShortagePrice.serviceLevel(replenishment, value));
      case "cost_per_stockout_event" -> ShortagePrice.safetyStock(replenishment, value);
      default -> throw new AssertionError("unknown target: " + in.get("target"));
    };
  }

  private static Map<String, Object> inventoryMetrics(CaseInputs in) {
    Replenishment replenishment = replenishment(in);
    LeadTimeDemand demand = replenishment.leadTimeDemand();
    SafetyStock stock = target(replenishment, in);
    double z = stock.units() / demand.standardDeviation();
    ShortagePrice price = ShortagePrice.impliedBy(replenishment, stock);
    ReorderPoint point = ReorderPoint.of(demand, stock);
    ServiceMeasures found =
        ServiceMeasures.of(demand.toNormal(), point.units(), replenishment.orderQuantity());
    return Map.ofEntries(
        Map.entry("ltd_mean", demand.mean()),
        Map.entry("ltd_sd", demand.standardDeviation()),
        Map.entry("z", z),
        Map.entry("unit_loss", Normal.STANDARD.loss(z)),
        Map.entry("expected_shortage_per_cycle", found.shortagePerCycle()),
        Map.entry("cycle_service_level", found.cycleServiceLevel()),
        Map.entry("fill_rate", found.simplifiedFillRate()),
        Map.entry("cost_per_item_short", price.perUnitShort()),
        Map.entry("cost_per_stockout_event", price.perStockout()),
        Map.entry("safety_stock", stock.units()),
        Map.entry("reorder_point", point.units()));
  }

  private static Map<String, Object> costPerStockout(CaseInputs in) {
    Replenishment replenishment = replenishment(in);
    LeadTimeDemand demand = replenishment.leadTimeDemand();
    SafetyStock stock = ShortagePrice.safetyStock(replenishment, in.number("cost_per_event"));
    return Map.of(
        "z", stock.units() / demand.standardDeviation(),
        "safety_stock", stock.units(),
        "reorder_point", ReorderPoint.of(demand, stock).units());
  }

  private static Map<String, Object> logisticsCost(CaseInputs in) {
    PeriodDemand day = PeriodDemand.part(
        PeriodDemand.of(in.number("annual_demand"), in.number("annual_sd")), DAYS_A_YEAR);
    LeadTimeDemand demand = LeadTimeDemand.over(
        day, LeadTime.of(in.number("lead_time_days"), in.number("sd_lead_time_days")));
    double landed = in.number("unit_cost") + in.number("transport_cost");
    Replenishment replenishment = new Replenishment(
        in.number("annual_demand"),
        in.number("order_quantity"),
        landed * in.number("holding_rate"),
        demand);
    SafetyStock stock = SafetyStock.of(demand, level(in));
    LogisticsCost cost = LogisticsCost.of(replenishment, landed, in.number("fixed_cost"), stock);
    return Map.of(
        "ltd_mean", demand.mean(),
        "ltd_sd", demand.standardDeviation(),
        "safety_stock", stock.units(),
        "safety_stock_cost", cost.safetyStock(),
        "total_cost", cost.total());
  }

  private static PeriodicReview review(CaseInputs in) {
    return PeriodicReview.of(demand(in), leadTime(in), in.number("review_period"));
  }

  private static Map<String, Object> periodicReviewCsl(CaseInputs in) {
    PeriodicReview review = review(in);
    OrderUpToLevel level = OrderUpToLevel.of(review, level(in));
    Map<String, Object> found = new HashMap<>();
    found.put("protection_mean", review.protection().mean());
    found.put("protection_sd", review.protection().standardDeviation());
    found.put("safety_stock", SafetyStock.of(review.protection(), level(in)).units());
    found.put("order_up_to", level.units());
    found.put("fill_rate_exact", review.fillRate(level));
    found.put("fill_rate_simple", review.simplifiedFillRate(level));
    if (in.has("inventory_position")) {
      found.put("order_quantity", level.orderFrom(in.number("inventory_position")));
    }
    return found;
  }

  private static Map<String, Object> periodicReviewFillRate(CaseInputs in) {
    FillRate target = FillRate.of(in.number("fill_rate"));
    return Map.of(
        "order_up_to_exact", OrderUpToLevel.of(review(in), target).units(),
        "order_up_to_simple", OrderUpToLevel.simplified(review(in), target).units());
  }

  private static Map<String, Object> lostSalesCost(CaseInputs in) {
    return Map.of(
        "cost",
        StockoutCost.ofYear(
                in.number("annual_demand"),
                in.number("unit_price"),
                in.number("unit_fill_rate"),
                in.number("shortage_factor"))
            .total());
  }

  private static Map<String, Object> stockoutCostEvent(CaseInputs in) {
    return Map.of(
        "total",
        StockoutCost.ofEvent(
                in.number("units_short"),
                in.number("margin_per_unit"),
                in.number("share_lost"),
                in.number("fixed_cost"))
            .total());
  }

  static LotCosts lotCosts(CaseInputs in) {
    return LotCosts.of(in.number("fixed_cost"), in.number("holding_cost"));
  }

  private static Map<String, Object> lostSalesThreshold(CaseInputs in) {
    return Map.of(
        "threshold", BackorderSaving.breakEvenLoss(lotCosts(in), in.number("demand_rate")));
  }

  private static Map<String, Object> backorderSaving(CaseInputs in) {
    BackorderSaving found =
        BackorderSaving.of(lotCosts(in), in.number("stockout_cost"), in.number("demand_rate"));
    return Map.of(
        "cost_no_backorders", found.costWithout(),
        "cost_with_backorders", found.costWith(),
        "saving", found.saving(),
        "saving_fraction", found.fraction());
  }

  private static Map<String, Object> observedFill(CaseInputs in) {
    List<List<ObservedFill.Line>> orders = new ArrayList<>();
    for (CaseInputs order : in.each("orders")) {
      List<JsonNode> ordered = order.list("ordered");
      List<JsonNode> shipped = order.list("shipped");
      assertThat(shipped).hasSameSizeAs(ordered);
      List<ObservedFill.Line> lines = new ArrayList<>();
      for (int i = 0; i < ordered.size(); i++) {
        lines.add(new ObservedFill.Line(
            CaseInputs.units(ordered.get(i)), CaseInputs.units(shipped.get(i))));
      }
      orders.add(lines);
    }
    ObservedFill found = ObservedFill.of(orders);
    return Map.of(
        "order_fill_rate", found.orders(),
        "line_fill_rate", found.lines(),
        "unit_fill_rate", found.units());
  }

  private static Map<String, Object> deliveryScore(CaseInputs in) {
    DeliveryScore found = DeliveryScore.ofCounts(
        in.whole("orders"),
        in.whole("on_time"),
        in.whole("in_full"),
        in.whole("quality_accepted"),
        in.whole("documents_ok"));
    return Map.of(
        "on_time_rate", found.onTime(),
        "in_full_rate", found.inFull(),
        "quality_rate", found.quality(),
        "document_rate", found.documents(),
        "weighted_score", found.weighted(in.numbers("weights")));
  }
}
