package io.backorder.scenario;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.Inventory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runner of scenarios refuses what it does not know, and sees what is wrong. */
final class ScenarioFormatTest {

  private static final String PLACE =
      "{\"place\": {\"order\": \"O\", \"lines\": [{\"line\": \"1\", \"sku\": \"A\", \"quantity\": 2}]}";

  private static void run(String steps) {
    new ScenarioRun(Json.parse("{\"id\": \"x\", \"steps\": [" + steps + "]}"), Inventory::inMemory)
        .run();
  }

  @Test
  void run_rightExpectations_passes() {
    assertThatCode(() -> run(PLACE + ", \"events\": [\"Backordered O/1 2\"]}"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"extra\": 1}",
        ", \"fails\": \"UNKNOWN_ORDER\"}",
        ", \"events\": []}",
        ", \"events\": [\"Backordered O/1 3\"]}",
        ", \"outcome\": {\"lines\": {\"1\": {\"reserved\": 1}}}}",
        ", \"outcome\": {\"lines\": {\"1\": {\"wrong\": 0}}}}",
        ", \"check\": [{\"unknown\": {}}]}",
        ", \"check\": [{\"item\": {\"sku\": \"A\", \"backordered\": 1}}]}",
        ", \"check\": [{\"item\": {\"sku\": \"A\", \"wrong\": 1}}]}",
        ", \"check\": [{\"queue\": {\"sku\": \"A\", \"lines\": []}}]}",
        ", \"check\": [{\"order\": {\"order\": \"O\", \"status\": \"ready\"}}]}",
        ", \"check\": [{\"reason\": {\"order\": \"O\", \"line\": \"1\", \"code\": \"HELD\"}}]}"
      })
  void run_wrongExpectation_fails(String expectation) {
    assertThatExceptionOfType(Throwable.class)
        .isThrownBy(() -> run(PLACE + expectation))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"given\": {\"policy\": \"unknown\"}, \"steps\": [{\"expire\": {}}]}",
        "{\"given\": {\"unknown\": 1}, \"steps\": [{\"expire\": {}}]}",
        "{\"given\": {\"items\": [{\"sku\": \"A\", \"odd\": 1}]}, \"steps\": [{\"expire\": {}}]}",
        "{\"steps\": [{\"dance\": {}}]}",
        "{\"steps\": []}"
      })
  void run_unknownWord_fails(String scenario) {
    assertThatExceptionOfType(Throwable.class)
        .isThrownBy(() -> new ScenarioRun(Json.parse(scenario), Inventory::inMemory).run())
        .isInstanceOf(AssertionError.class);
  }
}
