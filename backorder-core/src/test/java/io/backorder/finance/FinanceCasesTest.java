package io.backorder.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.backorder.finance.WaitingCost.Stakes;
import io.backorder.stock.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Worked examples with known answers; where they come from stands beside each. */
final class FinanceCasesTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Stakes STAKES = new Stakes(eur("40"), eur("20"), eur("0.50"), eur("1"));
  private static final BackorderedSale SALE = new BackorderedSale(
      new BackorderedSale.Goods(UnitPrice.of(eur("50")), UnitPrice.of(eur("30")), Quantity.of(2)),
      new BackorderedSale.Shipping(eur("5"), eur("7")),
      9);

  private static Money eur(String amount) {
    return Money.of(new BigDecimal(amount), EUR);
  }

  @TestFactory
  Stream<DynamicTest> workedExamples_all_haveTheirKnownAnswers() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream in = FinanceCasesTest.class.getResourceAsStream("/finance/money.json")) {
      for (JsonNode each : new ObjectMapper().readTree(in)) {
        assertThat(each.get("source").asText()).isNotBlank();
        tests.add(DynamicTest.dynamicTest(
            each.get("function").asText() + " " + each.get("inputs"), () -> check(each)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(15);
    return tests.stream();
  }

  private static void check(JsonNode each) {
    JsonNode inputs = each.get("inputs");
    JsonNode expected = each.get("expected");
    switch (each.get("function").asText()) {
      case "split" -> split(inputs, expected);
      case "stages" -> stages(inputs, expected);
      case "waiting" -> waiting(inputs, expected);
      case "expedite" -> expedite(inputs, expected);
      case "margin" -> margin(inputs, expected);
      default -> throw new AssertionError("unknown function: " + each);
    }
  }

  private static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asText());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static String text(Money money) {
    return money.amount().toPlainString();
  }

  private static void split(JsonNode inputs, JsonNode expected) {
    Money whole = Money.of(
        number(inputs.get("amount")),
        Currency.getInstance(inputs.get("currency").asText()));
    List<BigDecimal> weights =
        texts(inputs.get("weights")).stream().map(BigDecimal::new).toList();

    assertThat(whole.split(weights).stream().map(FinanceCasesTest::text))
        .containsExactlyElementsOf(texts(expected));
  }

  private static void stages(JsonNode inputs, JsonNode expected) {
    UnitPrice price = UnitPrice.of(number(inputs.get("price")), EUR);
    Quantity units = Quantity.of(inputs.get("units").asLong());
    PaymentTerms terms = inputs.has("deposit")
        ? PaymentTerms.amounts(
            UnitPrice.spread(eur(inputs.get("deposit").asText()), units),
            UnitPrice.of(Money.zero(EUR)))
        : PaymentTerms.percentages(number(inputs.get("atOrder")), number(inputs.get("atFill")));

    PaymentSchedule.Stages stages = new PaymentSchedule(price, terms).stages(units);

    assertThat(Stream.of(stages.atOrder(), stages.atFill(), stages.atShipment())
            .map(FinanceCasesTest::text))
        .containsExactlyElementsOf(texts(expected));
    assertThat(stages.total()).isEqualTo(price.of(units));
  }

  private static CancellationCurve curve(JsonNode curve) {
    if (curve.has("exponential")) {
      return CancellationCurve.exponential(curve.get("exponential").asDouble());
    } else if (curve.has("logistic")) {
      JsonNode logistic = curve.get("logistic");
      return CancellationCurve.logistic(
          logistic.get(0).asDouble(), logistic.get(1).asDouble());
    }
    Map<Integer, Double> points = new TreeMap<>();
    curve
        .get("table")
        .properties()
        .forEach(point ->
            points.put(Integer.valueOf(point.getKey()), point.getValue().asDouble()));
    return CancellationCurve.table(points);
  }

  private static void waiting(JsonNode inputs, JsonNode expected) {
    WaitingCost cost =
        WaitingCost.of(STAKES, curve(inputs.get("curve")), inputs.get("days").asInt());

    assertThat(cost.cancelled()).isCloseTo(expected.get("cancelled").asDouble(), within(1e-12));
    assertThat(text(cost.margin())).isEqualTo(expected.get("margin").asText());
    assertThat(text(cost.goodwill())).isEqualTo(expected.get("goodwill").asText());
    assertThat(text(cost.waiting())).isEqualTo(expected.get("waiting").asText());
    assertThat(text(cost.total())).isEqualTo(expected.get("total").asText());
  }

  private static void expedite(JsonNode inputs, JsonNode expected) {
    List<ExpediteOption> options = new ArrayList<>();
    for (JsonNode option : inputs.get("options")) {
      options.add(new ExpediteOption(
          option.get(0).asText(), option.get(1).asInt(), eur(option.get(2).asText())));
    }
    ExpediteAdvice.Late late = new ExpediteAdvice.Late(
        STAKES, curve(inputs.get("curve")), inputs.get("days").asInt());

    ExpediteAdvice advice = ExpediteAdvice.of(late, options);

    List<List<String>> choices = new ArrayList<>();
    expected.get("choices").forEach(choice -> choices.add(texts(choice)));
    assertThat(advice.choices().stream()
            .map(choice -> List.of(
                choice.kind().name(),
                choice.option().map(ExpediteOption::name).orElse(""),
                text(choice.cost()))))
        .containsExactlyElementsOf(choices);
    assertThat(advice.breakEvenDelay()).hasValue(expected.get("breakEven").asInt());
    assertThat(text(advice.saving())).isEqualTo(expected.get("saving").asText());
  }

  private static PriceAdjustment rule(JsonNode rule) {
    Map.Entry<String, JsonNode> only = rule.properties().iterator().next();
    JsonNode value = only.getValue();
    return switch (only.getKey()) {
      case "discount" -> PriceAdjustment.discount(number(value));
      case "premium" -> PriceAdjustment.premium(number(value));
      case "discountPerDay" ->
        PriceAdjustment.discountPerDay(number(value.get(0)), number(value.get(1)));
      case "freeShipping" -> PriceAdjustment.freeShipping();
      case "credit" -> PriceAdjustment.credit(eur(value.get(0).asText()), number(value.get(1)));
      default -> throw new AssertionError("unknown rule: " + rule);
    };
  }

  private static void margin(JsonNode inputs, JsonNode expected) {
    MarginEffect effect = rule(inputs.get("rule")).on(SALE);

    assertThat(text(effect.before())).isEqualTo(expected.get("before").asText());
    assertThat(text(effect.after())).isEqualTo(expected.get("after").asText());
    assertThat(effect.retentionNeeded(0.7))
        .isCloseTo(expected.get("retention").asDouble(), within(1e-12));
  }
}
