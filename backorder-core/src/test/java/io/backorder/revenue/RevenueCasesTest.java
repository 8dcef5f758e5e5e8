package io.backorder.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.backorder.demand.OrderLineId;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentTerms;
import io.backorder.finance.UnitPrice;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Short histories whose money is known after each step; where it comes from stands beside each. */
final class RevenueCasesTest {

  private static final OrderLineId LINE = OrderLineId.of("O1", "1");

  @TestFactory
  Stream<DynamicTest> histories_all_haveTheirKnownMoney() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream in = RevenueCasesTest.class.getResourceAsStream("/revenue/histories.json")) {
      for (JsonNode each : new ObjectMapper().readTree(in)) {
        assertThat(each.get("source").asText()).isNotBlank();
        tests.add(DynamicTest.dynamicTest(each.get("id").asText(), () -> play(each)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(8);
    return tests.stream();
  }

  private static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asText());
  }

  private static void play(JsonNode history) {
    PaymentTerms terms = PaymentTerms.percentages(
            number(history.get("atOrder")), number(history.get("atFill")))
        .keeping(number(history.get("kept")));
    TestShop shop = new TestShop(List.of(
        new PaymentSchedule(UnitPrice.of(number(history.get("price")), TestShop.EUR), terms)));
    if (history.get("payments").asText().equals("made")) {
      shop.withPaymentsAsMade();
    }
    int checked = 0;
    for (JsonNode step : history.get("steps")) {
      int number = ++checked;
      step.properties().forEach(verb -> act(shop, verb.getKey(), verb.getValue(), number));
    }
  }

  private static void act(TestShop shop, String verb, JsonNode value, int number) {
    Quantity units = Quantity.of(Math.max(1, value.asLong()));
    switch (verb) {
      case "place" -> shop.place("O1", units.units());
      case "receive" -> shop.receive(TestShop.ITEMS.get(0), units.units());
      case "pay" -> shop.pay(LINE, TestShop.eur(value.asText()));
      case "ship" ->
        shop.post(ShipOrder.of(
            "S" + number, LINE.order(), List.of(ShipOrder.Line.of(LINE.line(), units))));
      case "cancel" -> shop.post(CancelOrder.units("C" + number, LINE, units));
      case "refuseConsent" -> shop.post(CancelOrder.units("NO" + number, LINE, units));
      case "change" -> shop.post(ChangeLine.of("V" + number, LINE, units));
      case "return" -> shop.post(ReturnGoods.toStock("B" + number, LINE, TestShop.MAIN, units));
      case "lose" ->
        shop.post(
            AdjustStock.of("A" + number, TestShop.ITEMS.get(0), TestShop.MAIN, -units.units()));
      case "expect" -> assertThat(money(shop)).isEqualTo(texts(value));
      default -> throw new AssertionError("unknown step: " + verb);
    }
  }

  private static Map<String, String> money(TestShop shop) {
    RevenueAccount account = shop.revenue(LINE).account();
    Map<String, String> money = new LinkedHashMap<>();
    money.put("paid", account.paid().amount().toPlainString());
    money.put("deferred", account.deferred().amount().toPlainString());
    money.put("recognised", account.recognised().amount().toPlainString());
    money.put("refunded", account.refunded().amount().toPlainString());
    money.put("receivable", account.earned().receivable().amount().toPlainString());
    return money;
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }
}
