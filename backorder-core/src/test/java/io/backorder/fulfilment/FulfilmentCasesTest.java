package io.backorder.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.backorder.assortment.AbcClass;
import io.backorder.counting.CountCandidate;
import io.backorder.counting.CountResult;
import io.backorder.counting.CountRhythm;
import io.backorder.counting.CycleCountPlan;
import io.backorder.counting.CycleCountPlan.CountDay;
import io.backorder.counting.LocationDrift;
import io.backorder.counting.SensorRule;
import io.backorder.counting.ShelfScale;
import io.backorder.counting.ShelfWatch;
import io.backorder.counting.StockObservation;
import io.backorder.counting.Suspicion;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.finance.UnitPrice;
import io.backorder.fulfilment.ShipmentOption.Dispatch;
import io.backorder.picking.Bin;
import io.backorder.picking.BinId;
import io.backorder.picking.BinPlan;
import io.backorder.picking.PickFace;
import io.backorder.picking.PickLimits;
import io.backorder.picking.PickPlan;
import io.backorder.picking.ReservedUnits;
import io.backorder.picking.TourQuality;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked examples of the folder {@code cases-fulfilment}, each derived by hand in its file. */
final class FulfilmentCasesTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "cases-fulfilment");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static JsonNode read(String file) throws IOException {
    return MAPPER.readTree(Files.readString(FOLDER.resolve(file)));
  }

  private static Stream<DynamicTest> cases(String file, Consumer<JsonNode> test)
      throws IOException {
    List<JsonNode> cases = each(read(file).get("cases")).toList();
    assertThat(cases)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.path("source").asText()).isNotBlank());
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> test.accept(one)));
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static OrderLineId line(String name) {
    String[] parts = name.split("/", -1);
    return OrderLineId.of(parts[0], parts[1]);
  }

  private static LocalDate day(JsonNode node) {
    return LocalDate.parse(node.asText());
  }

  @TestFactory
  Stream<DynamicTest> queue() throws IOException {
    return cases("queue.json", one -> {
      List<FulfilmentLine> lines =
          each(one.get("lines")).map(FulfilmentCasesTest::queued).toList();

      FulfilmentQueue queue = FulfilmentQueue.of(lines, day(one.get("today")));

      assertThat(queue.entries().stream()
              .map(entry -> List.<Object>of(
                  entry.line().id().toString(), entry.readiness().name(), entry.lateDays()))
              .toList())
          .isEqualTo(each(one.get("expected"))
              .map(row -> List.<Object>of(
                  row.get(0).asText(), row.get(1).asText(), row.get(2).asLong()))
              .toList());
    });
  }

  private static FulfilmentLine queued(JsonNode row) {
    Quantity reserved = Quantity.of(row.get("reserved").asLong());
    Quantity none = Quantity.ZERO;
    LineStatus status = new LineStatus(
        line(row.get("line").asText()),
        Sku.of("LAMP"),
        new LineStatus.Units(
            reserved,
            Quantity.of(row.get("waiting").asLong()),
            new LineStatus.Departed(none, none, none, none)),
        reserved.isZero() ? Map.of() : Map.of(MAIN, reserved));
    FulfilmentLine line = FulfilmentLine.of(
            status, PlaceInLine.of(row.get("place").asLong()))
        .withFilled(Quantity.of(row.get("filled").asLong()));
    FulfilmentLine ordered = row.has("delivery") ? line.under(terms(row)) : line;
    return row.has("promised") ? ordered.promisedBy(day(row.get("promised"))) : ordered;
  }

  private static OrderTerms terms(JsonNode row) {
    OrderTerms terms = OrderTerms.standard()
        .withDelivery(DeliveryRule.valueOf(row.get("delivery").asText()));
    return row.has("splits")
        ? terms.splittingFrom(Instant.parse(row.get("splits").asText()))
        : terms;
  }

  @TestFactory
  Stream<DynamicTest> tours() throws IOException {
    BinPlan bins = bins(read("tours.json").get("grams"));
    return cases("tours.json", one -> {
      List<ReservedUnits> units = each(one.get("units"))
          .map(row -> new ReservedUnits(
              line(row.get(0).asText()),
              StockUnits.of(
                  Sku.of(row.get(1).asText()), MAIN, Quantity.of(row.get(2).asLong()))))
          .toList();
      PickLimits limits = limits(one.get("limits"));

      PickPlan batched = PickPlan.batched("W", units, bins, limits);
      PickPlan zoned = PickPlan.zoned("W", units, bins, limits);
      TourQuality quality = TourQuality.of(batched, bins, limits);

      assertThat(shown(batched)).isEqualTo(rows(one.get("batched")));
      assertThat(shown(zoned)).isEqualTo(rows(one.get("zoned")));
      assertThat(quality.orderByOrder()).isEqualTo(one.get("orderByOrder").asLong());
      assertThat(quality.lowerBound()).isEqualTo(one.get("bound").asLong());
      assertThat(PickPlan.byOrder("W", units, bins, limits).visits())
          .isEqualTo(one.get("orderByOrder").asLong());
    });
  }

  private static BinPlan bins(JsonNode grams) {
    List<Bin> way = new ArrayList<>();
    List<PickFace> faces = new ArrayList<>();
    for (String name : List.of("A", "B", "C", "D")) {
      way.add(Bin.of(name, MAIN, name.compareTo("C") < 0 ? "left" : "right"));
      faces.add(new PickFace(Sku.of(name), BinId.of(name), grams.get(name).asLong()));
    }
    return BinPlan.of(way, faces);
  }

  private static PickLimits limits(JsonNode node) {
    PickLimits limits = PickLimits.none();
    limits = node.has("units") ? limits.withUnits(node.get("units").asLong()) : limits;
    limits = node.has("grams") ? limits.withGrams(node.get("grams").asLong()) : limits;
    limits = node.has("lines") ? limits.withLines(node.get("lines").asLong()) : limits;
    return node.has("orders") ? limits.withOrders(node.get("orders").asLong()) : limits;
  }

  private static List<List<String>> shown(PickPlan plan) {
    return plan.lists().stream()
        .map(list -> list.lines().stream()
            .map(each -> each.bin().id() + ":" + each.line() + ":" + each.open())
            .toList())
        .toList();
  }

  private static List<List<String>> rows(JsonNode node) {
    return each(node).map(row -> each(row).map(JsonNode::asText).toList()).toList();
  }

  @TestFactory
  Stream<DynamicTest> shipments() throws IOException {
    return cases("shipments.json", one -> {
      List<ShipmentPart> parts =
          each(one.get("parts")).map(FulfilmentCasesTest::part).toList();

      ShipmentPlan plan = ShipmentPlan.of(day(one.get("today")), parts, service(one));

      assertThat(plan.options().stream().map(FulfilmentCasesTest::shown).toList())
          .isEqualTo(each(one.get("options")).map(FulfilmentCasesTest::expected).toList());
      assertThat(plan.chosen().isPunctual()).isTrue();
    });
  }

  private static ShipmentPart part(JsonNode row) {
    ShipmentPart part = ShipmentPart.of(
        line(row.get("line").asText()),
        new ShipmentPart.Goods(
            Quantity.of(row.get("units").asLong()), row.get("grams").asLong()),
        day(row.get("available")));
    part = row.has("at") ? part.at(LocationId.of(row.get("at").asText())) : part;
    return row.has("promised") ? part.promisedBy(day(row.get("promised"))) : part;
  }

  private static ShippingService service(JsonNode one) {
    Currency currency = Currency.getInstance(one.get("currency").asText());
    List<UnitPrice> prices = each(one.get("tariff"))
        .map(price -> UnitPrice.of(new BigDecimal(price.asText()), currency))
        .toList();
    List<BigDecimal> factors =
        each(one.get("emissions")).map(each -> new BigDecimal(each.asText())).toList();
    return new ShippingService(
        one.get("parcelGrams").asLong(),
        new ShippingService.Tariff(prices.get(0), prices.get(1), prices.get(2)),
        new ShippingService.Emissions(factors.get(0), factors.get(1)));
  }

  private static Map<String, Object> shown(ShipmentOption option) {
    return new TreeMap<>(Map.of(
        "days",
        option.dispatches().stream().map(Dispatch::day).map(LocalDate::toString).toList(),
        "parcels",
        option.parcels(),
        "cost",
        option.cost().amount().toPlainString(),
        "co2e",
        option.co2eGrams().stripTrailingZeros().toPlainString(),
        "lateDays",
        option.lateDays(),
        "lateUnitDays",
        option.lateUnitDays().units(),
        "punctual",
        option.isPunctual()));
  }

  private static Map<String, Object> expected(JsonNode row) {
    return new TreeMap<>(Map.of(
        "days",
        each(row.get("days")).map(JsonNode::asText).toList(),
        "parcels",
        row.get("parcels").asLong(),
        "cost",
        row.get("cost").asText(),
        "co2e",
        row.get("co2e").asText(),
        "lateDays",
        row.get("lateDays").asLong(),
        "lateUnitDays",
        row.get("lateUnitDays").asLong(),
        "punctual",
        row.get("punctual").asBoolean()));
  }

  @TestFactory
  Stream<DynamicTest> scales() throws IOException {
    return cases("scales.json", one -> {
      ShelfScale scale = new ShelfScale(
          "scale",
          new Shelf(Sku.of("LAMP"), MAIN),
          new ShelfScale.Calibration(
              one.get("unit").asDouble(),
              one.get("deviation").asDouble(),
              one.get("tare").asDouble(),
              one.get("error").asDouble()));

      assertThat(scale.mostCountable().map(Quantity::units)).isEqualTo(whole(one.get("most")));
      each(one.get("readings"))
          .forEach(row -> assertThat(scale
                  .read(row.get(0).asDouble(), NOON)
                  .map(seen -> seen.units().units()))
              .as("units of %s g", row.get(0))
              .isEqualTo(whole(row.get(1))));
    });
  }

  private static Optional<Long> whole(JsonNode node) {
    return node.isNull() ? Optional.empty() : Optional.of(node.asLong());
  }

  @TestFactory
  Stream<DynamicTest> watches() throws IOException {
    return cases("watches.json", one -> {
      Shelf shelf = new Shelf(Sku.of("LAMP"), MAIN);
      ShelfWatch watch = ShelfWatch.of(
          "sensor",
          shelf,
          new SensorRule(
              SensorRule.Trust.valueOf(one.get("trust").asText()),
              Quantity.of(one.get("tolerance").asLong()),
              Duration.ofMinutes(one.get("minutes").asLong()),
              one.get("readings").asInt()),
          Duration.ZERO);
      for (JsonNode step : one.get("steps")) {
        Quantity observed = Quantity.of(step.get(1).asLong());
        Instant at = NOON.plus(Duration.ofMinutes(step.get(0).asLong()));

        watch = watch.seen(
            new StockObservation("sensor", shelf, observed, at),
            Quantity.of(step.get(2).asLong()),
            NOON.plus(Duration.ofDays(1)));

        assertThat(watch.suspicion().map(Suspicion::deviation))
            .as("minute %s", step.get(0))
            .isEqualTo(whole(step.get(3)));
      }
    });
  }

  @Test
  void drift() throws IOException {
    JsonNode one = read("counts.json").get("drift");
    assertThat(one.path("source").asText()).isNotBlank();
    List<CountResult> counts = each(one.get("counts"))
        .map(row -> new CountResult(
            new Shelf(Sku.of(row.get(1).asText()), LocationId.of(row.get(0).asText())),
            Quantity.of(row.get(2).asLong()),
            Quantity.of(row.get(3).asLong())))
        .toList();

    List<LocationDrift> drifts =
        LocationDrift.of(counts, Quantity.of(one.get("tolerance").asLong()));

    assertThat(drifts).hasSize(one.get("expected").size());
    for (int i = 0; i < drifts.size(); i++) {
      requireDrift(drifts.get(i), one.get("expected").get(i));
    }
  }

  private static void requireDrift(LocationDrift drift, JsonNode expected) {
    assertThat(drift.location().value()).isEqualTo(expected.get("location").asText());
    assertThat(drift.counts()).isEqualTo(expected.get("counts").asInt());
    assertThat(drift.accurate()).isEqualTo(expected.get("accurate").asInt());
    assertThat(drift.units().onHand().units()).isEqualTo(expected.get("onHand").asLong());
    assertThat(drift.units().found().units()).isEqualTo(expected.get("found").asLong());
    assertThat(drift.units().missing().units())
        .isEqualTo(expected.get("missing").asLong());
    assertThat(drift.net()).isEqualTo(expected.get("net").asLong());
    assertThat(drift.recordAccuracy())
        .isCloseTo(expected.get("recordAccuracy").asDouble(), within(1e-15));
    JsonNode share = expected.get("unitDrift");
    if (share.isNull()) {
      assertThat(drift.unitDrift()).isEmpty();
    } else {
      assertThat(drift.unitDrift().orElseThrow()).isCloseTo(share.asDouble(), within(1e-15));
    }
  }

  @Test
  void plan() throws IOException {
    JsonNode one = read("counts.json").get("plan");
    assertThat(one.path("source").asText()).isNotBlank();
    JsonNode days = one.get("rhythm");
    CountRhythm rhythm =
        new CountRhythm(days.get(0).asInt(), days.get(1).asInt(), days.get(2).asInt());
    List<CountCandidate> shelves = each(one.get("shelves"))
        .map(row -> CountCandidate.of(
                new Shelf(Sku.of(row.get(0).asText()), MAIN),
                AbcClass.valueOf(row.get(1).asText()),
                day(row.get(2)))
            .suspectedBy(Quantity.of(row.get(3).asLong())))
        .toList();

    List<CountDay> plan = CycleCountPlan.of(rhythm, shelves)
        .days(day(one.get("first")), one.get("days").size(), one.get("capacity").asInt());

    assertThat(plan.stream()
            .map(each ->
                each.counts().stream().map(shelf -> shelf.shelf().sku().value()).toList())
            .toList())
        .isEqualTo(each(one.get("days"))
            .map(row -> each(row.get("counts")).map(JsonNode::asText).toList())
            .toList());
    assertThat(plan.stream().map(CountDay::leftOver).toList())
        .isEqualTo(each(one.get("days")).map(row -> row.get("leftOver").asInt()).toList());
    assertThat(rhythm.dailyLoad(shelves)).isCloseTo(one.get("dailyLoad").asDouble(), within(1e-15));
  }
}
