package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Grant;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** P1 to P4: the answer of a policy is checked before it is applied, and a bad one changes nothing. */
final class BadPolicyTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");

  private static AllocationPolicy granting(Function<WaitingLine, List<Grant>> grants) {
    return (backlog, shelf) -> AllocationPlan.of(grants.apply(backlog.iterator().next()));
  }

  private static Grant grant(WaitingLine line, String location, long units) {
    return new Grant(line, LocationId.of(location), Quantity.of(units));
  }

  static Stream<Arguments> badPolicies() {
    return Stream.of(
        Arguments.of(
            "more than the line waits for", granting(line -> List.of(grant(line, "MAIN", 4)))),
        Arguments.of(
            "a line twice, too much in sum",
            granting(line -> List.of(grant(line, "MAIN", 2), grant(line, "MAIN", 2)))),
        Arguments.of("an unknown location", granting(line -> List.of(grant(line, "MOON", 1)))),
        Arguments.of("an inactive location", granting(line -> List.of(grant(line, "OLD", 1)))),
        Arguments.of("nothing at all", granting(line -> List.of(grant(line, "MAIN", 0)))),
        Arguments.of(
            "a line of another inventory", granting(line -> List.of(grant(stranger(), "MAIN", 1)))),
        Arguments.of("no plan", noPlan()),
        Arguments.of("a plan with a hole", granting(line -> holed(grant(line, "MAIN", 1)))),
        Arguments.of("a line taken out of the queue", takingOut()));
  }

  @SuppressWarnings("NullAway") // the point of the test
  private static AllocationPolicy noPlan() {
    return (backlog, shelf) -> null;
  }

  @SuppressWarnings("NullAway") // the point of the test
  private static List<Grant> holed(Grant grant) {
    return Arrays.asList(grant, null);
  }

  private static AllocationPolicy takingOut() {
    return (backlog, shelf) -> {
      Iterator<WaitingLine> lines = backlog.iterator();
      shelf.grant(lines.next(), Quantity.of(1));
      lines.remove();
      return shelf.plan();
    };
  }

  private static WaitingLine stranger() {
    Inventory other = Inventory.inMemory().build();
    other.post(PlaceOrder.of(OrderId.of("X"), OrderLine.of("1", LAMP, Quantity.of(1))));
    return other.waiting(LAMP, 1).get(0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badPolicies")
  void allocate_badPlan_changesNothingAndIsToldOnce(String what, AllocationPolicy policy) {
    List<InventoryEvent> heard = new ArrayList<>();
    Inventory inventory = Inventory.inMemory()
        .locations(Location.of("MAIN"), Location.of("OLD").inactive())
        .policy(policy)
        .listener(heard::add)
        .build();
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, Quantity.of(3))));
    heard.clear();

    inventory.post(ReceiveStock.of("R", LAMP, MAIN, Quantity.of(9)));

    assertThat(heard).as(what).hasSize(2);
    assertThat(heard.get(1)).isInstanceOf(InventoryEvent.AllocationFailed.class);
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(Quantity.of(9));
    assertThat(inventory.item(LAMP).reserved()).isEqualTo(Quantity.ZERO);
    assertThat(inventory.item(LAMP).backordered()).isEqualTo(Quantity.of(3));
    assertThat(inventory.verify().isSound()).isTrue();
  }

  /** A complete order cannot be granted from memory: it was not in the backlog, since B is not there. */
  @Test
  void allocate_completeOrderThatWasNotShown_isRefused() {
    List<WaitingLine> remembered = new ArrayList<>();
    AllocationPolicy forgetsNothing = (backlog, shelf) -> AllocationPlan.of(
        remembered.stream().map(line -> grant(line, "MAIN", 3)).toList());
    List<String> heard = new ArrayList<>();
    Inventory inventory = Inventory.inMemory()
        .policy(forgetsNothing)
        .listener(event -> heard.add(event.toString()))
        .build();
    inventory.post(PlaceOrder.of(
            OrderId.of("O"),
            OrderLine.of("1", LAMP, Quantity.of(3)),
            OrderLine.of("2", Sku.of("BULB"), Quantity.of(1)))
        .with(OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER)));
    remembered.addAll(inventory.waiting(LAMP, 1));
    heard.clear();

    inventory.post(ReceiveStock.of("R", LAMP, MAIN, Quantity.of(9)));

    assertThat(heard).hasSize(2);
    assertThat(heard.get(1)).contains("line O/1: must stand in the backlog, allowed 0: 3");
    assertThat(inventory.item(LAMP).reserved()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void allocate_moreThanWaits_messageNamesPolicyLineAskedAndAllowed() {
    List<String> heard = new ArrayList<>();
    Inventory inventory = Inventory.inMemory()
        .policy(granting(line -> List.of(grant(line, "MAIN", 4))))
        .listener(event -> heard.add(event.toString()))
        .build();
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, Quantity.of(3))));
    heard.clear();

    inventory.post(ReceiveStock.of("R", LAMP, MAIN, Quantity.of(9)));

    assertThat(heard.get(1))
        .contains("line O/1 at MAIN")
        .endsWith("the line's grants must add up to what is admissible, allowed 3: 4");
  }

  @SuppressWarnings("NullAway") // the point of the test
  private static Sequence noPlace() {
    return (units, arrival) -> null;
  }

  static Stream<Arguments> badSequences() {
    Sequence throwing = Sequence.highestValueFirst(units -> {
      throw new IllegalStateException("no margin");
    });
    Sequence forgetful = (units, arrival) -> PlaceInLine.of(7);
    return Stream.of(
        Arguments.of(
            throwing,
            "sequence highest value first, line O/1: must not throw:"
                + " java.lang.IllegalStateException: no margin"),
        Arguments.of(noPlace(), "line O/1: must give a place of arrival 1: null"),
        Arguments.of(forgetful, "line O/1: must give a place of arrival 1: #7"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("badSequences")
  void place_sequenceThatFails_isRefusedAndLeavesNoTrace(Sequence sequence, String message) {
    List<InventoryEvent> heard = new ArrayList<>();
    Inventory inventory = Inventory.inMemory()
        .policy(AllocationPolicy.firstComeFirstServed().in(sequence))
        .listener(heard::add)
        .build();
    PlaceOrder order = PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, Quantity.of(3)));

    assertThatExceptionOfType(PolicyViolationException.class)
        .isThrownBy(() -> inventory.post(order))
        .withMessageEndingWith(message)
        .satisfies(e -> assertThat(e.facts().asMap()).containsEntry("line", "O/1"));

    assertThat(heard).isEmpty();
    assertThat(inventory.order(OrderId.of("O"))).isEmpty();
    assertThat(inventory.ledger().size()).isZero();
  }

  @Test
  void allocate_hostsOwnPolicy_servesAsItSays() {
    AllocationPolicy oneEach = (backlog, shelf) -> {
      for (WaitingLine line : backlog) {
        Quantity one = shelf.usableBy(line).min(Quantity.of(1));
        if (!one.isZero()) {
          shelf.grant(line, one);
        }
      }
      return shelf.plan();
    };
    Inventory inventory = Inventory.inMemory().policy(oneEach).build();
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, Quantity.of(3))));
    inventory.post(PlaceOrder.of(OrderId.of("P"), OrderLine.of("1", LAMP, Quantity.of(3))));

    inventory.post(ReceiveStock.of("R", LAMP, MAIN, Quantity.of(2)));

    for (String order : List.of("O", "P")) {
      assertThat(inventory.order(OrderId.of(order)).orElseThrow().lines().get(0).reserved())
          .isEqualTo(Quantity.of(1));
    }
  }
}
