package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Reason;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.ShareRule;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.explanation.Explanation;
import io.backorder.explanation.Extent;
import io.backorder.explanation.LineUnits;
import io.backorder.explanation.Remedy;
import io.backorder.explanation.ShortageReason;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the explanation of a line says, by worked examples. */
final class ExplanationTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku SHADE = Sku.of("SHADE");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderTerms PLAIN = OrderTerms.standard();
  private static final OrderTerms WHOLE = PLAIN.withDelivery(DeliveryRule.COMPLETE_ORDER);

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private ItemTerms terms = ItemTerms.standard();
  private Inventory inventory = under(AllocationPolicy.firstComeFirstServed());
  private int documents;

  private Inventory under(AllocationPolicy policy) {
    inventory = builder().policy(policy).build();
    return inventory;
  }

  private Inventory.Builder builder() {
    return Inventory.inMemory().clock(() -> now).terms(sku -> terms);
  }

  private static Quantity q(long units) {
    return Quantity.of(units);
  }

  private void place(String order, OrderTerms its, long... lamps) {
    OrderLine[] lines = new OrderLine[lamps.length];
    for (int i = 0; i < lamps.length; i++) {
      lines[i] = OrderLine.of(String.valueOf(i + 1), LAMP, q(lamps[i]));
    }
    inventory.post(PlaceOrder.of(OrderId.of(order), lines).with(its));
  }

  private void receive(Sku sku, long units) {
    inventory.post(ReceiveStock.of("R" + ++documents, sku, MAIN, q(units)));
  }

  private void hold(String hold, long units, long minutes) {
    inventory.post(PlaceHold.of(
        HoldId.of(hold), Duration.ofMinutes(minutes), List.of(OrderLine.of("1", LAMP, q(units)))));
  }

  private Explanation why(String order) {
    return inventory.explain(OrderLineId.of(order, "1"));
  }

  private static LineUnits lamps(String order, long units) {
    return new LineUnits(OrderLineId.of(order, "1"), LAMP, q(units));
  }

  private static Remedy arrival(long units) {
    return new Remedy.Arrival(List.of(StockUnits.of(LAMP, MAIN, q(units))), Extent.EXACT);
  }

  /** Who got it, who comes first, how many more it takes, and who could give way. */
  @Test
  void explain_outrankedLine_saysWhoAndHowManyInOneSentence() {
    under(AllocationPolicy.priority());
    place("81", PLAIN, 4);
    receive(LAMP, 4);
    place("84", PLAIN.withPriority(Priority.URGENT), 5);
    place("4711", PLAIN.withPriority(Priority.HIGH), 3);

    Explanation why = why("4711");

    assertThat(why)
        .hasToString("4711/1 waits for 3 LAMP: nothing is free (4 on hand, 4 reserved);"
            + " 4 units are reserved for others, as for 81/1 (4);"
            + " it is outranked for 5 units by 84/1 (5);"
            + " it would be filled by 8 more LAMP at MAIN");
    assertThat(why.waiting()).isEqualTo(lamps("4711", 3));
    assertThat(why.reasons())
        .containsExactly(
            new ShortageReason.NothingFree(q(4), q(4)),
            new ShortageReason.ReservedForOthers(List.of(lamps("81", 4)), q(4), q(4)),
            new ShortageReason.Outranked(List.of(lamps("84", 5)), q(5), Extent.EXACT));
    assertThat(why.remedies()).containsExactly(arrival(8));
  }

  @Test
  void explain_reservedForALineThatStandsBehind_saysHowManyItWouldHaveToGiveUp() {
    under(AllocationPolicy.priority());
    receive(LAMP, 6);
    place("LOW", PLAIN.withPriority(Priority.LOW), 6);
    place("O", PLAIN, 2);

    assertThat(why("O").remedies())
        .containsExactly(arrival(2), new Remedy.GivenUp(List.of(lamps("LOW", 2))));
    assertThat(why("O").toString()).endsWith("or by giving it 2 units of LOW/1");
    inventory.post(CancelOrder.units("X", OrderLineId.of("LOW", "1"), q(2)));
    assertThat(why("O")).hasToString("O/1 is not short of LAMP");
  }

  @Test
  void explain_severalLinesTogether_giveUpWhatItLacks() {
    receive(LAMP, 4);
    place("A", PLAIN, 2);
    place("B", PLAIN, 2);
    place("O", PLAIN, 3);

    assertThat(why("O").remedies())
        .contains(new Remedy.GivenUp(List.of(lamps("B", 2), lamps("A", 1))));
  }

  @Test
  void explain_unitsHeldForCarts_saysUntilWhenAndWhichRelease() {
    receive(LAMP, 5);
    hold("H2", 2, 20);
    hold("H1", 3, 10);
    place("O", PLAIN, 4);
    Instant end = now.plus(Duration.ofMinutes(20));

    Explanation why = why("O");

    assertThat(why.reasons())
        .containsExactly(
            new ShortageReason.Held(q(5), end, List.of(HoldId.of("H1"), HoldId.of("H2"))));
    assertThat(why.remedies())
        .containsExactly(
            arrival(4), new Remedy.HoldsReleased(List.of(HoldId.of("H1"), HoldId.of("H2")), end));
    assertThat(why)
        .hasToString("O/1 waits for 4 LAMP:"
            + " 5 units are held for carts until 2026-03-02T09:20:00Z;"
            + " it would be filled by 4 more LAMP at MAIN, or by the release of hold H1 and hold H2,"
            + " which ends at 2026-03-02T09:20:00Z");
  }

  @Test
  void explain_holdIsOver_theNextDocumentServes() {
    receive(LAMP, 5);
    hold("H", 5, 10);
    place("A", PLAIN, 3);
    place("O", PLAIN, 4);
    now = now.plus(Duration.ofMinutes(10));

    assertThat(inventory.reason(OrderLineId.of("O", "1"))).isEmpty();
    assertThat(why("O").reasons().get(0)).isEqualTo(new ShortageReason.NextDocument(q(2), q(5)));
    assertThat(why("O").remedies()).containsExactly(arrival(2));
    assertThat(why("A").remedies()).containsExactly(new Remedy.NextDocument(LAMP));
    assertThat(why("A").toString())
        .startsWith("A/1 waits for 3 LAMP: 5 free units go to who waits with the next document,"
            + " 3 of them to it")
        .endsWith("it would be filled by the next document on LAMP");
  }

  @Test
  void explain_bufferAndLot_countsAndAsksForSoManyMore() {
    terms = ItemTerms.standard().withBuffer(q(2)).withLot(q(3));
    receive(LAMP, 2);
    place("O", PLAIN, 6);

    assertThat(why("O").reasons()).containsExactly(new ShortageReason.Buffered(q(2), q(2)));
    assertThat(why("O").remedies()).containsExactly(arrival(6));
    receive(LAMP, 2);
    assertThat(why("O"))
        .hasToString("O/1 waits for 6 LAMP: no lot of 3 is left (2 units are free);"
            + " 2 of the 4 free units are withheld as buffer;"
            + " it would be filled by 4 more LAMP at MAIN");
  }

  @Test
  void explain_minimumShipment_saysTheFewestUnits() {
    place("O", PLAIN.shippingAtLeast(q(3)), 5);
    receive(LAMP, 2);

    assertThat(why("O"))
        .hasToString("O/1 waits for 5 LAMP: its order takes no fewer than 3 at once (2 are free);"
            + " it would be filled by 3 more LAMP at MAIN");
    assertThat(why("O").reasons().get(0).code()).contains(Reason.LOT);
  }

  @Test
  void explain_completeLine_mayShipInPart() {
    place("O", PLAIN.withDelivery(DeliveryRule.COMPLETE_LINE), 5);
    receive(LAMP, 2);

    assertThat(why("O"))
        .hasToString(
            "O/1 waits for 5 LAMP: it is filled whole or not at all (2 of 5 units are free);"
                + " it would be filled by 3 more LAMP at MAIN;"
                + " it would get 2 units by shipping its order in part");
    assertThat(why("O").remedies()).contains(new Remedy.InPart(q(2), q(3)));
  }

  /** A complete order with a line of another item names that line, and both ways out. */
  @Test
  void explain_completeOrder_namesTheLineThatHoldsItBack() {
    OrderLine shades = OrderLine.of("2", SHADE, q(2));
    inventory.post(
        PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, q(1)), shades).with(WHOLE));
    receive(LAMP, 3);
    receive(SHADE, 1);

    assertThat(why("O"))
        .hasToString("O/1 waits for 1 LAMP: its order is filled whole or not at all,"
            + " and O/2 lacks 1 SHADE;"
            + " it would be filled by shipping its order in part, or by 1 more SHADE at MAIN");
    assertThat(why("O").reasons())
        .containsExactly(new ShortageReason.WaitsForOrder(
            List.of(new LineUnits(OrderLineId.of("O", "2"), SHADE, q(1)))));
  }

  @Test
  void explain_channelWithoutLocation_saysWhichToOpen() {
    inventory = builder()
        .locations(
            Location.of("MAIN").serving(ChannelId.of("shop")),
            Location.of("OLD").inactive())
        .build();
    receive(LAMP, 1);
    place("O", PLAIN.through(ChannelId.of("web")), 3);

    assertThat(why("O"))
        .hasToString("O/1 waits for 3 LAMP: no active location serves channel web; it would be"
            + " filled by location MAIN being open to channel web and 2 more LAMP at MAIN");
    assertThat(inventory.reason(OrderLineId.of("O", "1"))).contains(Reason.NO_STOCK);
  }

  @Test
  void explain_noLocationActive_saysSo() {
    inventory = builder().locations(Location.of("MAIN").inactive()).build();
    place("O", PLAIN, 3);

    assertThat(why("O"))
        .hasToString("O/1 waits for 3 LAMP: no location is active; it would be filled by location"
            + " MAIN being open and 3 more LAMP at MAIN");
  }

  @Test
  void explain_refusedByTerms_saysHowManyWereNeverAccepted() {
    receive(LAMP, 2);
    place("O", PLAIN.onShortage(ShortageRule.ACCEPT_AVAILABLE), 5);

    Explanation why = why("O");

    assertThat(why.reasons())
        .containsExactly(new ShortageReason.Refused(q(3), ShortageRule.ACCEPT_AVAILABLE));
    assertThat(why.remedies()).isEmpty();
    assertThat(why)
        .hasToString("O/1 waits for 0 LAMP: 3 units were refused by its terms (accept available)");
  }

  @Test
  void explain_policyThatFails_isNamedWithItsProblem() {
    under(named("broken", (backlog, shelf) -> {
      throw new IllegalStateException("no luck");
    }));
    receive(LAMP, 5);
    place("O", PLAIN, 7);

    assertThat(why("O").reasons())
        .containsExactly(
            new ShortageReason.PolicyFailed("broken", "java.lang.IllegalStateException: no luck"));
    assertThat(why("O").remedies()).isEmpty();
    assertThat(inventory.reason(OrderLineId.of("O", "1"))).isEmpty();
    assertThat(why("O"))
        .hasToString("O/1 waits for 7 LAMP: policy broken fails:"
            + " java.lang.IllegalStateException: no luck");
  }

  @Test
  @SuppressWarnings("NullAway") // the point of the test
  void explain_policyWithoutPlanOrThatGivesTooMuch_isNamed() {
    under(named("without plan", (backlog, shelf) -> null));
    receive(LAMP, 5);
    place("O", PLAIN, 7);
    assertThat(why("O").toString()).contains("policy without plan fails");

    under(named(
        "generous",
        (backlog, shelf) -> AllocationPlan.of(
            List.of(new io.backorder.allocation.Grant(backlog.iterator().next(), MAIN, q(9))))));
    receive(LAMP, 5);
    place("O", PLAIN, 7);
    assertThat(why("O").toString()).contains("policy generous fails: policy generous, line O/1");
  }

  @Test
  void explain_guardThatFails_isNamed() {
    Guard broken = Guard.criticalLevel(q(1), its -> {
      throw new IllegalStateException("no classes");
    });
    under(
        AllocationPolicy.of(Sequence.firstComeFirstServed(), ShareRule.oneAfterTheOther(), broken));
    place("O", PLAIN, 7);
    receive(LAMP, 5);

    assertThat(why("O").toString()).contains("fails: guard critical level of 1, item LAMP");
    assertThat(inventory.reason(OrderLineId.of("O", "1"))).isEmpty();
  }

  @Test
  void explain_policyThatLeavesUnits_saysThatOnlyThePolicyKnows() {
    under(named("idle", (backlog, shelf) -> shelf.plan()));
    receive(LAMP, 5);
    place("O", PLAIN, 7);

    assertThat(why("O"))
        .hasToString("O/1 waits for 7 LAMP: policy idle leaves 5 free units that it could use");
    assertThat(inventory.reason(OrderLineId.of("O", "1"))).isEmpty();
  }

  @Test
  void explain_guardOfTheHost_isNamedWhereItTellsNoMore() {
    Guard host = new Guard() {
      @Override
      public Quantity allowed(io.backorder.allocation.WaitingLine line, Quantity usable) {
        return usable;
      }

      @Override
      public List<Pools> pools(Situation situation) {
        return List.of(Pools.of(new long[] {2}, its -> List.of(0)));
      }

      @Override
      public String toString() {
        return "two at most";
      }
    };
    under(AllocationPolicy.of(Sequence.firstComeFirstServed(), ShareRule.oneAfterTheOther(), host));
    place("O", PLAIN.shippingAtLeast(q(3)), 7);
    receive(LAMP, 5);

    assertThat(why("O").reasons())
        .containsExactly(new ShortageReason.Rationed(new Guard.Limit.Other("two at most"), q(2)));
    assertThat(why("O").toString()).contains("two at most keeps units back (2 left for it)");
  }

  private static AllocationPolicy named(String name, AllocationPolicy policy) {
    return new AllocationPolicy() {
      @Override
      public AllocationPlan allocate(
          io.backorder.allocation.Backlog backlog, io.backorder.allocation.Shelf shelf) {
        return policy.allocate(backlog, shelf);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }

  /** Far back in a long queue the numbers are bounds, and say so. */
  @Test
  void explain_farBackInALongQueue_boundsWhatItDoesNotRead() {
    for (int i = 0; i < 400; i++) {
      place("O" + i, PLAIN, 2);
    }

    Explanation near = why("O99");
    Explanation far = why("O300");

    assertThat(near.remedies()).containsExactly(arrival(200));
    assertThat(outranked(near).extent()).isEqualTo(Extent.EXACT);
    assertThat(outranked(near).units()).isEqualTo(q(198));
    assertThat(outranked(near).lines()).hasSize(10).startsWith(lamps("O0", 2));
    assertThat(outranked(far).extent()).isEqualTo(Extent.AT_LEAST);
    assertThat(far.remedies().get(0)).isInstanceOf(Remedy.Arrival.class);
    Remedy.Arrival enough = (Remedy.Arrival) far.remedies().get(0);
    assertThat(enough.extent()).isEqualTo(Extent.AT_MOST);
    inventory.post(ReceiveStock.of("ENOUGH", enough.units()));
    assertThat(why("O300").isEmpty()).isTrue();
  }

  private static ShortageReason.Outranked outranked(Explanation why) {
    return why.reasons().stream()
        .filter(ShortageReason.Outranked.class::isInstance)
        .map(ShortageReason.Outranked.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void explain_lineThatGotAll_isEmpty() {
    receive(LAMP, 5);
    place("O", PLAIN, 5);

    assertThat(why("O").isEmpty()).isTrue();
    assertThat(why("O").remedies()).isEmpty();
    assertThat(why("O")).hasToString("O/1 is not short of LAMP");
  }

  @Test
  void explain_strangers_areRefused() {
    place("O", PLAIN, 5);

    assertThatExceptionOfType(UnknownReferenceException.class)
        .isThrownBy(() -> why("NONE"))
        .withMessage("order must have been placed before: NONE")
        .matches(e -> e.code() == ErrorCode.UNKNOWN_ORDER);
    assertThatExceptionOfType(UnknownReferenceException.class)
        .isThrownBy(() -> inventory.explain(OrderLineId.of("O", "9")))
        .matches(e -> e.code() == ErrorCode.UNKNOWN_LINE)
        .matches(e -> Optional.ofNullable(e.getMessage()).orElse("").contains("9"));
  }
}
