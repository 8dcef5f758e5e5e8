package io.backorder;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Every posting and every reading is linearizable: whatever threads do at once, there is an order in
 * which one after the other would have had the same answers.
 *
 * <p>The numbers of documents are few, so that threads post the same document, and one number with
 * other content, at once. Orders have a line of each of two items, in opposite order.
 */
@Param(name = "number", gen = IntGen.class, conf = "1:2")
@Param(name = "units", gen = IntGen.class, conf = "1:3")
public class LinearizabilityIT {

  private static final Sku A = Sku.of("A");
  private static final Sku B = Sku.of("B");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** What threads never share while it changes; where they switch is looked for elsewhere. */
  private static final Pattern VALUES = Pattern.compile(
      "io\\.backorder\\.(stock|demand|refusal|ledger)\\."
          + "|java\\.util\\.(stream|regex|Formatter|HashMap|LinkedHashMap|HashSet|ArrayList|Immutable)");

  private final Inventory inventory = Inventory.inMemory().clock(() -> NOON).build();

  /** Begins with an empty inventory. */
  public LinearizabilityIT() {}

  private static OrderId order(int number) {
    return OrderId.of("O" + number);
  }

  private String post(Document document) {
    try {
      return inventory.post(document).toString();
    } catch (InventoryException e) {
      return e.code().name();
    }
  }

  /** Places an order of both items. */
  @Operation
  public String place(@Param(name = "number") int number, @Param(name = "units") int units) {
    Quantity quantity = Quantity.of(units);
    return post(PlaceOrder.of(
        order(number),
        OrderLine.of("1", number == 1 ? A : B, quantity),
        OrderLine.of("2", number == 1 ? B : A, quantity)));
  }

  /** Receives units of one item. */
  @Operation
  public String receive(@Param(name = "number") int number, @Param(name = "units") int units) {
    return post(ReceiveStock.of("R" + number, number == 1 ? A : B, MAIN, Quantity.of(units)));
  }

  /** Cancels all that is open of an order. */
  @Operation
  public String cancel(@Param(name = "number") int number) {
    return post(CancelOrder.all("X" + number, order(number)));
  }

  /** Ships all that is reserved for an order. */
  @Operation
  public String ship(@Param(name = "number") int number) {
    return post(ShipOrder.all("S" + number, order(number)));
  }

  /** Counts an item. */
  @Operation
  public String count(@Param(name = "units") int units) {
    return post(CountStock.of("C" + units, A, MAIN, Quantity.of(units)));
  }

  /** Reads an item. */
  @Operation
  public String read(@Param(name = "number") int number) {
    ItemLevels levels = inventory.item(number == 1 ? A : B);
    return "%s on hand, %s reserved, %s waiting"
        .formatted(levels.onHand(), levels.reserved(), levels.backordered());
  }

  @Test
  void postings_underStress_areLinearizable() {
    patient(new StressOptions())
        .iterations(8)
        .invocationsPerIteration(80)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .check(getClass());
  }

  @Test
  void postings_inInterleavingsChosenOneByOne_areLinearizable() throws NoSuchMethodException {
    patient(new ModelCheckingOptions())
        .addGuarantee(
            forClasses(name -> VALUES.matcher(name).lookingAt()).allMethods().ignore())
        .addCustomScenario(scenario(
            List.of(call("receive", 1, 3)),
            List.of(call("place", 1, 2), call("read", 1)),
            List.of(call("place", 2, 2), call("count", 1))))
        .addCustomScenario(scenario(
            List.of(call("place", 1, 1)),
            List.of(call("receive", 1, 2), call("ship", 1)),
            List.of(call("receive", 2, 2), call("cancel", 1))))
        .addCustomScenario(scenario(
            List.of(),
            List.of(call("place", 1, 1), call("read", 2)),
            List.of(call("place", 1, 2), call("place", 1, 1))))
        .iterations(0)
        .invocationsPerIteration(12)
        .check(getClass());
  }

  /** Posts in one thread, then in two at once. */
  private static ExecutionScenario scenario(List<Actor> before, List<Actor> one, List<Actor> two) {
    return new ExecutionScenario(before, List.of(one, two), List.of(), null);
  }

  private static Actor call(String operation, int... arguments) throws NoSuchMethodException {
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, int.class);
    return new Actor(
        LinearizabilityIT.class.getMethod(operation, types),
        Arrays.stream(arguments).boxed().toList());
  }

  /** A busy machine needs longer than the ten seconds after which an invocation counts as hung. */
  private static <T extends Options<T, ?>> T patient(T options) {
    return options.invocationTimeout$lincheck(MINUTES.toMillis(2));
  }
}
