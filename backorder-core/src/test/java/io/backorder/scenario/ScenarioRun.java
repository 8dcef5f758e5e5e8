package io.backorder.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.backorder.Inventory;
import io.backorder.posting.Document;
import io.backorder.posting.LineOutcome;
import io.backorder.posting.Outcome;
import io.backorder.proof.Verification;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one scenario, step by step. */
final class ScenarioRun {

  private static final Set<String> EXPECTATIONS = Set.of("fails", "outcome", "events", "check");

  private final JsonNode scenario;
  private final Supplier<Inventory.Builder> store;
  private @Nullable Document previous;

  ScenarioRun(JsonNode scenario, Supplier<Inventory.Builder> store) {
    this.scenario = scenario;
    this.store = store;
  }

  void run() {
    Json.requireKeys(scenario, "scenario", "id", "title", "source", "given", "steps");
    JsonNode given =
        scenario.has("given") ? scenario.get("given") : JsonNodeFactory.instance.objectNode();
    World world = new World(given, store);
    assertThat(scenario.get("steps")).as("steps").isNotEmpty();
    for (JsonNode step : scenario.get("steps")) {
      run(world, step);
    }
  }

  private void run(World world, JsonNode step) {
    world.events.clear();
    List<String> verbs = new ArrayList<>();
    step.fieldNames().forEachRemaining(key -> addVerb(verbs, key));
    if (verbs.size() > 1) {
      throw new AssertionError("a step has one verb: " + verbs);
    }
    if (!verbs.isEmpty()) {
      act(world, verbs.get(0), step);
    }
    if (step.has("events")) {
      requireEvents(world, step.get("events"));
    }
    Checks checks = new Checks(world);
    Json.list(step.path("check")).forEach(checks::require);
    Verification verification = world.inventory.verify();
    assertThat(verification.firstDifference()).as("verification after " + step).isEmpty();
  }

  private static void addVerb(List<String> verbs, String key) {
    if (!EXPECTATIONS.contains(key)) {
      verbs.add(key);
    }
  }

  private void act(World world, String verb, JsonNode step) {
    if (verb.equals("clock")) {
      move(world, step.get(verb));
      return;
    }
    long entries = world.inventory.ledger().size();
    Optional<String> refused = Optional.empty();
    try {
      if (verb.equals("reallocate")) {
        new Reallocations(world).run(step).ifPresent(committed -> previous = committed);
      } else {
        post(world, verb, step);
      }
    } catch (InventoryException e) {
      refused = Optional.of(e.code().name());
      if (!step.has("fails")) {
        throw new AssertionError("refused: " + step, e);
      }
    }
    Optional<String> expected =
        step.has("fails") ? Optional.of(step.get("fails").asText()) : Optional.empty();
    assertThat(refused).as("refusal of " + step).isEqualTo(expected);
    if (refused.isPresent()) {
      assertThat(world.inventory.ledger().size()).as("entries after " + step).isEqualTo(entries);
      assertThat(world.events).as("events of " + step).isEmpty();
    }
  }

  private void post(World world, String verb, JsonNode step) {
    Outcome outcome = world.inventory.post(document(world, verb, step.get(verb)));
    if (step.has("outcome")) {
      requireOutcome(world, outcome, step.get("outcome"));
    }
  }

  private Document document(World world, String verb, JsonNode node) {
    if (verb.equals("repeat")) {
      Json.requireKeys(node, verb);
      if (previous == null) {
        throw new AssertionError("nothing to repeat: " + node);
      }
      return previous;
    }
    Document made = new Documents(world).of(verb, node);
    previous = made;
    return made;
  }

  private static void move(World world, JsonNode node) {
    if (node.isTextual()) {
      world.now = Instant.parse(node.asText());
    } else {
      Json.requireKeys(node, "clock", "advance");
      world.now = world.now.plus(Duration.parse(node.get("advance").asText()));
    }
  }

  private static void requireOutcome(World world, Outcome outcome, JsonNode expected) {
    Json.requireKeys(expected, "outcome", "lines");
    expected.get("lines").properties().forEach(each -> {
      LineOutcome line = outcome.line(each.getKey()).orElseThrow();
      Json.requireKeys(each.getValue(), "line outcome", "reserved", "backordered", "refused");
      Sku sku = world
          .inventory
          .order(line.line().order())
          .orElseThrow()
          .line(each.getKey())
          .orElseThrow()
          .sku();
      requireNumber(world, sku, each.getValue().path("reserved"), line.reserved());
      requireNumber(world, sku, each.getValue().path("backordered"), line.backordered());
      requireNumber(world, sku, each.getValue().path("refused"), line.refused());
    });
  }

  private static void requireNumber(World world, Sku sku, JsonNode expected, Quantity found) {
    if (!expected.isMissingNode()) {
      assertThat(found).as("outcome").isEqualTo(world.quantity(sku, expected));
    }
  }

  /**
   * The format lists {@code HoldConfirmed} and the scenario of the confirmed hold leaves it out of an
   * exact list, so it is compared only where a step names it.
   */
  private void requireEvents(World world, JsonNode expected) {
    EventText text = new EventText(world);
    List<String> wanted = Json.list(expected).stream().map(JsonNode::asText).toList();
    boolean named = wanted.stream().anyMatch(each -> each.startsWith("HoldConfirmed "));
    List<String> told = world.events.stream()
        .map(text::of)
        .filter(each -> named || !each.startsWith("HoldConfirmed "))
        .toList();
    assertThat(told).as("events").isEqualTo(wanted);
  }
}
