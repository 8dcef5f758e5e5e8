package io.backorder;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.ShareRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.rationing.Apportionment;
import io.backorder.rationing.DaysOfCover;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The functions of the reference cases that share units: the rules by an inventory in use. */
final class ShareCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = Map.of(
      "share_equal_awards", in -> awards(in, ShareRule.equalAwards()),
      "share_equal_losses", in -> awards(in, ShareRule.equalLosses()),
      "share_proportional_webster", in -> awards(in, ShareRule.proportional()),
      "share_largest_remainder", ShareCases::largestRemainder,
      "share_days_of_cover", ShareCases::daysOfCover);

  private static final Sku LAMP = Sku.of("LAMP");

  private ShareCases() {}

  /** Claims wait, and the supply arrives. */
  private static Map<String, Object> awards(CaseInputs in, ShareRule rule) {
    Inventory inventory = Inventory.inMemory()
        .policy(AllocationPolicy.of(Sequence.firstComeFirstServed(), rule, Guard.none()))
        .build();
    List<Quantity> claims = quantities(in, "claims");
    for (int i = 0; i < claims.size(); i++) {
      if (!claims.get(i).isZero()) {
        inventory.post(PlaceOrder.of(OrderId.of("O" + i), OrderLine.of("1", LAMP, claims.get(i))));
      }
    }
    Quantity supply = Quantity.of(in.units("supply"));
    if (!supply.isZero()) {
      inventory.post(ReceiveStock.of("R", LAMP, LocationId.of("MAIN"), supply));
    }
    double[] awards = IntStream.range(0, claims.size())
        .mapToDouble(i -> inventory
            .order(OrderId.of("O" + i))
            .map(order -> order.lines().get(0))
            .map(LineStatus::reserved)
            .orElse(Quantity.ZERO)
            .units())
        .toArray();
    return Map.of("awards", awards);
  }

  private static List<Quantity> quantities(CaseInputs in, String name) {
    return in.list(name).stream()
        .map(each -> Quantity.of(CaseInputs.units(each)))
        .toList();
  }

  /** Only the proportions of weights count: all are multiplied by the power of ten that makes them whole. */
  private static List<Quantity> weights(CaseInputs in) {
    List<BigDecimal> weights =
        in.list("weights").stream().map(JsonNode::decimalValue).toList();
    int digits = weights.stream()
        .mapToInt(weight -> weight.stripTrailingZeros().scale())
        .reduce(0, Math::max);
    return weights.stream()
        .map(weight -> Quantity.of(weight.scaleByPowerOfTen(digits).longValueExact()))
        .toList();
  }

  private static Map<String, Object> largestRemainder(CaseInputs in) {
    Quantity supply = Quantity.of(in.units("supply"));
    List<Quantity> parts = Apportionment.byLargestRemainder(supply, weights(in)).parts();
    return Map.of("awards", parts.stream().mapToDouble(Quantity::units).toArray());
  }

  private static Map<String, Object> daysOfCover(CaseInputs in) {
    double[] stock = in.numbers("stock");
    double[] use = in.numbersFor("daily_use", stock.length);
    List<DaysOfCover.Place> places = IntStream.range(0, stock.length)
        .mapToObj(i -> new DaysOfCover.Place(stock[i], use[i]))
        .toList();
    DaysOfCover cover = DaysOfCover.of(in.number("supply"), places);
    return Map.of(
        "cover_days",
        cover.days(),
        "shares",
        cover.shares().stream().mapToDouble(each -> each).toArray());
  }
}
