package io.backorder.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Scorecards on ten thousand real deliveries, promised and made, where the folder of real data is given. */
final class RealDeliveriesTest {

  /** One delivery: the way it came, and when it was scheduled and delivered. */
  private record Made(String lane, LocalDate scheduled, LocalDate delivered) {

    static Made of(String line) {
      String[] fields = line.split(",", -1);
      return new Made(
          fields[1] + " by " + fields[2],
          LocalDate.parse(fields[fields.length - 2]),
          LocalDate.parse(fields[fields.length - 1]));
    }

    Delivery delivery() {
      StockUnits one = StockUnits.of(Sku.of("KIT"), LocationId.of("MAIN"), Quantity.of(1));
      Supply supply = Supply.of(SupplyId.of("PO"), one, moment(scheduled));
      return Delivery.of(supply).plus(Receipt.of(supply.id(), one.quantity(), moment(delivered)));
    }

    private static Instant moment(LocalDate day) {
      return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
  }

  private static List<Made> made() throws IOException {
    Path file =
        Path.of(System.getProperty("backorder.real", ""), "orders", "scms_deliveries.csv.gz");
    assumeTrue(Files.exists(file), "no such file, see -Dbackorder.real: " + file);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(Made::of)
          .sorted(Comparator.comparing(Made::delivered))
          .toList();
    }
  }

  @Test
  void latenessBound_nextRealDelivery_isHeldAboutAsOftenAsItSays() throws IOException {
    Map<String, SupplierScorecard> cards = new HashMap<>();
    int bounded = 0;
    int held = 0;
    for (Made each : made()) {
      SupplierScorecard card = cards.getOrDefault(each.lane(), SupplierScorecard.empty());
      Delivery delivery = each.delivery();
      OptionalDouble bound = card.latenessBound(0.9);
      if (bound.isPresent()) {
        bounded++;
        double late = delivery.lateness().orElseThrow().toDays();
        held += late <= bound.getAsDouble() ? 1 : 0;
      }
      cards.put(each.lane(), card.plus(delivery));
    }

    assertThat(bounded).isGreaterThan(10_000);
    assertThat((double) held / bounded).isBetween(0.88, 0.96);
  }

  @Test
  void onTime_allDeliveriesOnOneCard_isTheShareThatWasNotLate() throws IOException {
    SupplierScorecard card = SupplierScorecard.keeping(1_186);
    int late = 0;
    List<Made> made = made();
    for (Made each : made) {
      late += each.delivered().isAfter(each.scheduled()) ? 1 : 0;
    }
    List<Made> latest = made.subList(made.size() - 1_186, made.size());
    for (Made each : latest) {
      card = card.plus(each.delivery());
    }

    assertThat(late).isEqualTo(1_186);
    assertThat(card.onTime().orElseThrow())
        .isEqualTo((double) latest.stream()
                .filter(each -> !each.delivered().isAfter(each.scheduled()))
                .count()
            / latest.size());
  }
}
