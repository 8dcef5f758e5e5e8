package io.backorder.demand;

import static io.backorder.refusal.ErrorCode.QUANTITY_OVERFLOW;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.LineStatus.Departed;
import io.backorder.demand.LineStatus.Units;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DemandValuesTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  @Test
  void orderLine_withParts_changesThatPartAlone() {
    OrderLine line = OrderLine.of("1", LAMP, Quantity.of(5));

    assertThat(line.due()).isEmpty();
    assertThat(line.dueBy(DAY).due()).contains(DAY);
    assertThat(line.dueBy(DAY).withQuantity(Quantity.of(6)))
        .isEqualTo(OrderLine.of("1", LAMP, Quantity.of(6)).dueBy(DAY))
        .hasToString("1: 6 LAMP by 2026-03-02");
    assertThat(line).hasToString("1: 5 LAMP").isNotEqualTo(line.dueBy(DAY));
    assertThat(line.withQuantity(Quantity.of(5))).isEqualTo(line).hasSameHashCodeAs(line);
  }

  @Test
  void orderLine_extremeDays_areKept() {
    OrderLine line = OrderLine.of("1", LAMP, Quantity.of(Long.MAX_VALUE));

    assertThat(line.dueBy(LocalDate.MIN).due()).contains(LocalDate.MIN);
    assertThat(line.dueBy(LocalDate.MAX).due()).contains(LocalDate.MAX);
  }

  @Test
  void orderLineId_of_readsOrderThenLine() {
    assertThat(OrderLineId.of("O", "1")).hasToString("O/1");
    assertThat(OrderLineId.of("O", "1")).isEqualTo(new OrderLineId(OrderId.of("O"), "1"));
  }

  @Test
  void orderTerms_withParts_changeThatPartAlone() {
    OrderTerms terms = OrderTerms.standard()
        .withPriority(Priority.URGENT)
        .withDelivery(DeliveryRule.COMPLETE_LINE)
        .onShortage(ShortageRule.REFUSE_ORDER)
        .through(ChannelId.of("web"))
        .by(CustomerId.of("C"));

    assertThat(terms.priority()).isEqualTo(Priority.URGENT);
    assertThat(terms.delivery()).isEqualTo(DeliveryRule.COMPLETE_LINE);
    assertThat(terms.shortage()).isEqualTo(ShortageRule.REFUSE_ORDER);
    assertThat(terms.channel()).contains(ChannelId.of("web"));
    assertThat(terms.customer()).contains(CustomerId.of("C"));
    assertThat(OrderTerms.standard().channel()).isEmpty();
    assertThat(OrderTerms.standard().customer()).isEmpty();
    assertThat(terms.withPriority(Priority.NORMAL)).isNotEqualTo(terms);
    assertThat(terms.withPriority(Priority.URGENT)).isEqualTo(terms).hasSameHashCodeAs(terms);
  }

  @Test
  void priority_later_isServedBefore() {
    assertThat(Stream.of(Priority.values()).map(Priority::urgency)).containsExactly(0, 1, 2, 3);
    assertThat(Priority.URGENT.isBefore(Priority.HIGH)).isTrue();
    assertThat(Priority.NORMAL.isBefore(Priority.NORMAL)).isFalse();
    assertThat(Priority.LOW.isBefore(Priority.NORMAL)).isFalse();
  }

  @Test
  void placeInLine_keysThenArrival_decideWhoIsFirst() {
    PlaceInLine plain = PlaceInLine.of(7);

    assertThat(plain).isLessThan(PlaceInLine.of(8)).hasToString("#7");
    assertThat(PlaceInLine.ranked(9, 1)).isLessThan(PlaceInLine.ranked(1, 2));
    assertThat(PlaceInLine.ranked(1, 2, 3)).isLessThan(PlaceInLine.ranked(1, 2, 4));
    assertThat(PlaceInLine.ranked(1, Long.MIN_VALUE)).isLessThan(PlaceInLine.ranked(1, -1));
    assertThat(PlaceInLine.ranked(1, Long.MAX_VALUE)).isGreaterThan(PlaceInLine.ranked(2, 0));
    assertThat(PlaceInLine.ranked(3, 5)).hasToString("#3[5]");
    assertThat(PlaceInLine.ranked(7)).isEqualTo(plain).hasSameHashCodeAs(plain);
    assertThat(PlaceInLine.ranked(7, 0)).isNotEqualTo(plain).isNotEqualByComparingTo(plain);
  }

  @Test
  void placeInLine_then_appendsTheKeys() {
    PlaceInLine both = PlaceInLine.ranked(4, 1).then(PlaceInLine.ranked(4, 2, 3));

    assertThat(both.keys()).containsExactly(1, 2, 3);
    assertThat(both.arrival()).isEqualTo(4);
  }

  @Test
  void placeInLine_arraysGivenInAndOut_areCopies() {
    long[] keys = {1, 2};
    PlaceInLine place = PlaceInLine.ranked(1, keys);

    keys[0] = 9;
    place.keys()[1] = 9;

    assertThat(place.keys()).containsExactly(1, 2);
  }

  private static LineStatus line(long reserved, long backordered, long shipped) {
    return new LineStatus(
        OrderLineId.of("O", "1"),
        LAMP,
        new Units(
            Quantity.of(reserved),
            Quantity.of(backordered),
            new Departed(Quantity.of(shipped), Quantity.of(4), Quantity.of(5), Quantity.of(1))),
        Map.of(LocationId.of("MAIN"), Quantity.of(reserved)));
  }

  @Test
  void lineStatus_ordered_isTheSumOfItsParts() {
    LineStatus line = line(1, 2, 3);

    assertThat(line.ordered()).isEqualTo(Quantity.of(1 + 2 + 3 + 4 + 5));
    assertThat(line.reserved()).isEqualTo(Quantity.of(1));
    assertThat(line.backordered()).isEqualTo(Quantity.of(2));
    assertThat(line.shipped()).isEqualTo(Quantity.of(3));
    assertThat(line.cancelled()).isEqualTo(Quantity.of(4));
    assertThat(line.refused()).isEqualTo(Quantity.of(5));
    assertThat(line.returned()).isEqualTo(Quantity.of(1));
  }

  @Test
  void lineStatus_atTheEndOfNumbers_isExactOrRefused() {
    assertThat(line(0, Long.MAX_VALUE - 9, 0).ordered()).isEqualTo(Quantity.of(Long.MAX_VALUE));
    assertRefused(
        () -> line(0, Long.MAX_VALUE - 8, 0).ordered(),
        QUANTITY_OVERFLOW,
        "sum must be at most 9223372036854775807: 9223372036854775803 + 5");
  }

  @Test
  void lineStatus_mapGivenIn_isCopiedInTheOrderOfNames() {
    Map<LocationId, Quantity> given = new LinkedHashMap<>();
    given.put(LocationId.of("WEST"), Quantity.of(1));
    given.put(LocationId.of("EAST"), Quantity.of(2));
    LineStatus line = new LineStatus(line(0, 0, 0).id(), LAMP, line(0, 0, 0).units(), given);

    given.clear();

    assertThat(line.reservedAt().keySet())
        .containsExactly(LocationId.of("EAST"), LocationId.of("WEST"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> line.reservedAt().clear());
  }

  @Test
  void order_line_isFoundByItsNumberOrNotAtAll() {
    List<LineStatus> given = new ArrayList<>(List.of(line(1, 2, 3)));
    Order order = new Order(OrderId.of("O"), OrderTerms.standard(), Order.Status.OPEN, given);

    given.clear();

    assertThat(order.line("1")).contains(line(1, 2, 3));
    assertThat(order.line("2")).isEmpty();
    assertThat(order.line("")).isEmpty();
  }
}
