package io.backorder;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.backorder.demand.CustomerId;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CountStock;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.TransitTimes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule for identifiers, at every door through which one comes in. */
final class IdentifierTypesTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderId ORDER = OrderId.of("O");
  private static final OrderLineId LINE = OrderLineId.of("O", "1");
  private static final Quantity ONE = Quantity.of(1);

  /** Makes something of a text. */
  private interface Door {
    Object open(String text);
  }

  private static Arguments door(String name, Door door) {
    return Arguments.of(name, door);
  }

  static Stream<Arguments> doors() {
    return Stream.of(
        door("sku", Sku::of),
        door("location", LocationId::of),
        door("location", text -> Location.of(text).id()),
        door("channel", ChannelId::of),
        door("zone", TransitTimes.Zone::of),
        door("zone", text -> new TransitTimes.Zone(text)),
        door("order", OrderId::of),
        door("hold", HoldId::of),
        door("customer", CustomerId::of),
        door("order", text -> OrderLineId.of(text, "1").order()),
        door("line", text -> OrderLineId.of("O", text).line()),
        door("line", text -> OrderLine.of(text, LAMP, ONE).number()),
        door("line", text -> ShipOrder.Line.of(text, ONE).line()),
        door("document", text -> new DocumentId(DocumentKind.COUNT, text).number()),
        door("receipt", text -> ReceiveStock.of(text, LAMP, MAIN, ONE).receipt()),
        door("shipment", text -> ShipOrder.all(text, ORDER).shipment()),
        door("cancellation", text -> CancelOrder.all(text, ORDER).number()),
        door("change", text -> ChangeLine.of(text, LINE, ONE).number()),
        door("return", text -> ReturnGoods.toStock(text, LINE, MAIN, ONE).number()),
        door("count", text -> CountStock.of(text, LAMP, MAIN, ONE).number()),
        door("adjustment", text -> AdjustStock.of(text, LAMP, MAIN, 1).number()),
        door("reason", text -> AdjustStock.of("A", LAMP, MAIN, 1).because(text).reason()),
        door(
            "transfer",
            text -> TransferStock.of(text, StockUnits.of(LAMP, MAIN, ONE), LocationId.of("EAST"))
                .number()));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("doors")
  void of_upToSixtyFourCharacters_isKept(String name, Door door) {
    for (String text : new String[] {"7", "a b", "A\u00a0B", "e\u0301", "x".repeat(64)}) {
      assertThat(door.open(text)).as(name).hasToString(text);
    }
    assertThat(door.open("😀".repeat(64))).hasToString("😀".repeat(64));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("doors")
  void of_outsideTheRule_isRefused(String name, Door door) {
    String x64 = "x".repeat(64);
    refused(name, door, "", " must not be empty: \"\"");
    refused(name, door, x64 + "x", " must have at most 64 characters: 65, \"" + x64 + "...\"");
    refused(name, door, " A", " must not begin or end with white space: \" A\"");
    refused(name, door, "A\u00a0", " must not begin or end with white space: \"A\u00a0\"");
    refused(
        name,
        door,
        "A\r\nB",
        " must have no control character or lone surrogate: U+000D at index 1 of \"A\\u000D\\u000AB\"");
    refused(
        name,
        door,
        "A\ud83d",
        " must have no control character or lone surrogate: U+D83D at index 1 of \"A\\uD83D\"");
  }

  private static void refused(String name, Door door, String text, String message) {
    assertRefused(() -> door.open(text), ErrorCode.INVALID_IDENTIFIER, name + message);
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("doors")
  @SuppressWarnings("NullAway") // the point of the test
  void of_null_namesWhatIsMissing(String name, Door door) {
    assertThatNullPointerException().isThrownBy(() -> door.open(null)).withMessage(name);
  }

  @Test
  void compareTo_everyIdentifier_isByCodeUnitAndAgreesWithEquals() {
    assertThat(Sku.of("B")).isGreaterThan(Sku.of("A")).isLessThan(Sku.of("a"));
    assertThat(LocationId.of("B")).isGreaterThan(LocationId.of("A")).isLessThan(LocationId.of("a"));
    assertThat(ChannelId.of("B")).isGreaterThan(ChannelId.of("A")).isLessThan(ChannelId.of("a"));
    assertThat(OrderId.of("B")).isGreaterThan(OrderId.of("A")).isLessThan(OrderId.of("a"));
    assertThat(HoldId.of("B")).isGreaterThan(HoldId.of("A")).isLessThan(HoldId.of("a"));
    assertThat(CustomerId.of("B")).isGreaterThan(CustomerId.of("A")).isLessThan(CustomerId.of("a"));
    assertThat(Sku.of("A")).isEqualByComparingTo(Sku.of("A")).isEqualTo(Sku.of("A"));
    assertThat(Sku.of("e\u0301")).isNotEqualTo(Sku.of("\u00e9"));
    assertThat(Sku.of("a1")).isNotEqualTo(Sku.of("A1"));
  }

  @Test
  void of_partsThatReadAlikeTogether_stayTwoNames() {
    assertThat(OrderLineId.of("A/B", "C")).isNotEqualTo(OrderLineId.of("A", "B/C"));
    assertThat(StockUnits.of(Sku.of("A@B"), LocationId.of("C"), ONE))
        .isNotEqualTo(StockUnits.of(Sku.of("A"), LocationId.of("B@C"), ONE));
  }

  @Test
  void nowhere_isEqualToNoLocationOfAHost() {
    assertThat(LocationId.NOWHERE)
        .hasToString("(nowhere)")
        .isNotEqualTo(LocationId.of("(nowhere)"))
        .isLessThan(LocationId.of("!"));
  }
}
