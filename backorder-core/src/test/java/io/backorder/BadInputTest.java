package io.backorder;

import static io.backorder.refusal.ErrorCode.*;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.backorder.demand.CustomerId;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.Limits;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Scale;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplierId;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad inputs, one row each: what is posted, the code, and the message to the last character. A
 * refused document leaves everything as it was (law A4) and its number free for a corrected one.
 */
final class BadInputTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku NUTS = Sku.of("NUTS");
  private static final Sku BULB = Sku.of("BULB");
  private static final Sku CORD = Sku.of("CORD");
  private static final Sku BOX = Sku.of("BOX");
  private static final Sku FULL = Sku.of("FULL");
  private static final Sku GOLD = Sku.of("GOLD");
  private static final Sku TIN = Sku.of("TIN");
  private static final Instant DUE = Instant.parse("2026-03-10T12:00:00Z");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");
  private static final LocationId MOON = LocationId.of("MOON");
  private static final OrderId OPEN = OrderId.of("OPEN");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String MOST = String.valueOf(Long.MAX_VALUE);

  /**
   * One bad input.
   *
   * @param number the row of the list of bad inputs
   * @param what the input in words
   * @param kind the kind of document, whose number is NEW where the row does not need another
   * @param document makes the document, or is refused while it tries
   * @param code the code expected
   * @param message the message expected
   */
  record Row(
      int number,
      String what,
      DocumentKind kind,
      Supplier<Document> document,
      ErrorCode code,
      String message) {

    @Override
    public String toString() {
      return number + " " + what;
    }
  }

  private static Row sku(int number, String what, String text, String rule) {
    return new Row(
        number,
        what,
        DocumentKind.RECEIVE,
        () -> ReceiveStock.of("NEW", Sku.of(text), MAIN, q(1)),
        INVALID_IDENTIFIER,
        "sku must " + rule);
  }

  static Stream<Row> identifiers() {
    String noControl = "have no control character or lone surrogate: ";
    String noSpace = "not begin or end with white space: ";
    String x64 = "x".repeat(64);
    return Stream.of(
        sku(2, "empty", "", "not be empty: \"\""),
        sku(3, "blank", "   ", noSpace + "\"   \""),
        sku(3, "no-break space", "\u00a0", noSpace + "\"\u00a0\""),
        sku(4, "padded before", " A", noSpace + "\" A\""),
        sku(4, "padded behind", "A ", noSpace + "\"A \""),
        sku(4, "ideographic space", "A\u3000", noSpace + "\"A\u3000\""),
        sku(5, "65 long", x64 + "y", "have at most 64 characters: 65, \"" + x64 + "...\""),
        sku(5, "256 long", "x".repeat(256), "have at most 64 characters: 256, \"" + x64 + "...\""),
        sku(
            5,
            "65 emoji",
            "😀".repeat(65),
            "have at most 64 characters: 65, \"" + "😀".repeat(64) + "...\""),
        sku(7, "NUL", "A\u0000B", noControl + "U+0000 at index 1 of \"A\\u0000B\""),
        sku(
            8,
            "forged log line",
            "A\r\nINFO sold",
            noControl + "U+000D at index 1 of \"A\\u000D\\u000AINFO sold\""),
        sku(9, "tab", "A\tB", noControl + "U+0009 at index 1 of \"A\\u0009B\""),
        sku(9, "DEL", "A\u007f", noControl + "U+007F at index 1 of \"A\\u007F\""),
        sku(9, "next line", "\u0085A", noControl + "U+0085 at index 0 of \"\\u0085A\""),
        sku(9, "line separator", "A\u2028B", noControl + "U+2028 at index 1 of \"A\\u2028B\""),
        sku(9, "paragraph separator", "A\u2029B", noControl + "U+2029 at index 1 of \"A\\u2029B\""),
        sku(
            10,
            "right-to-left override",
            "A\u202eB",
            noControl + "U+202E at index 1 of \"A\\u202EB\""),
        sku(10, "isolate", "\u2066A", noControl + "U+2066 at index 0 of \"\\u2066A\""),
        sku(11, "zero-width space", "A\u200bB", noControl + "U+200B at index 1 of \"A\\u200BB\""),
        sku(11, "zero-width joiner", "A\u200dB", noControl + "U+200D at index 1 of \"A\\u200DB\""),
        sku(11, "byte order mark", "\ufeffA", noControl + "U+FEFF at index 0 of \"\\uFEFFA\""),
        sku(
            11,
            "language tag",
            "A" + Character.toString(0xE0001),
            noControl + "U+E0001 at index 1 of \"A\\uDB40\\uDC01\""),
        sku(12, "high surrogate", "A\ud83dB", noControl + "U+D83D at index 1 of \"A\\uD83DB\""),
        sku(12, "low surrogate", "A\ude00", noControl + "U+DE00 at index 1 of \"A\\uDE00\""));
  }

  private static Quantity q(long units) {
    return Quantity.of(units);
  }

  private static OrderLine line(String number, Sku sku, long units) {
    return OrderLine.of(number, sku, q(units));
  }

  private static PlaceOrder place(OrderLine... lines) {
    return PlaceOrder.of(OrderId.of("NEW"), lines);
  }

  private static PlaceHold hold(Duration expiresIn, OrderLine... lines) {
    return PlaceHold.of(HoldId.of("NEW"), expiresIn, List.of(lines));
  }

  private static ReceiveStock receive(Sku sku, LocationId location, long units) {
    return ReceiveStock.of("NEW", sku, location, q(units));
  }

  private static ShipOrder ship(String order, ShipOrder.Line... lines) {
    return ship("NEW", order, lines);
  }

  private static ShipOrder ship(String shipment, String order, ShipOrder.Line... lines) {
    return ShipOrder.of(shipment, OrderId.of(order), List.of(lines));
  }

  private static ShipOrder.Line units(String line, long units) {
    return ShipOrder.Line.of(line, q(units));
  }

  private static ReturnGoods returned(String order, String line, long units) {
    return ReturnGoods.toStock("NEW", OrderLineId.of(order, line), MAIN, q(units));
  }

  private static TransferStock transfer(LocationId from, LocationId to, long units) {
    return TransferStock.of("NEW", StockUnits.of(LAMP, from, q(units)), to);
  }

  private static OrderLine[] lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> line(String.valueOf(i), NUTS, 1))
        .toArray(OrderLine[]::new);
  }

  private static List<StockUnits> stock(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> StockUnits.of(Sku.of("N" + i), MAIN, q(1)))
        .toList();
  }

  private static Row row(
      int number, DocumentKind kind, Supplier<Document> document, ErrorCode code, String message) {
    return new Row(number, message, kind, document, code, message);
  }

  static Stream<Row> quantities() {
    String negative = "units must not be negative: ";
    return Stream.of(
        row(
            21,
            DocumentKind.RECEIVE,
            () -> receive(LAMP, MAIN, 0),
            INVALID_QUANTITY,
            "quantity of LAMP must be at least 1: 0"),
        row(
            21,
            DocumentKind.PLACE,
            () -> place(line("1", LAMP, 0)),
            INVALID_QUANTITY,
            "quantity of line 1 must be at least 1: 0"),
        row(
            21,
            DocumentKind.HOLD,
            () -> hold(HOUR, line("1", LAMP, 0)),
            INVALID_QUANTITY,
            "quantity of line 1 must be at least 1: 0"),
        row(
            21,
            DocumentKind.SHIP,
            () -> ship("OPEN", units("1", 0)),
            INVALID_QUANTITY,
            "quantity of line 1 must be at least 1: 0"),
        row(
            21,
            DocumentKind.TRANSFER,
            () -> transfer(MAIN, EAST, 0),
            INVALID_QUANTITY,
            "quantity of LAMP must be at least 1: 0"),
        row(
            21,
            DocumentKind.CANCEL,
            () -> CancelOrder.units("NEW", OrderLineId.of("OPEN", "1"), q(0)),
            INVALID_QUANTITY,
            "quantity of line OPEN/1 must be at least 1: 0"),
        row(
            21,
            DocumentKind.CHANGE,
            () -> ChangeLine.of("NEW", OrderLineId.of("OPEN", "1"), q(0)),
            INVALID_QUANTITY,
            "quantity of line OPEN/1 must be at least 1: 0"),
        row(
            21,
            DocumentKind.RETURN,
            () -> returned("DONE", "1", 0),
            INVALID_QUANTITY,
            "quantity returned must be at least 1: 0"),
        row(
            22,
            DocumentKind.RECEIVE,
            () -> receive(LAMP, MAIN, -1),
            INVALID_QUANTITY,
            negative + "-1"),
        row(
            23,
            DocumentKind.PLACE,
            () -> place(line("1", LAMP, Long.MIN_VALUE)),
            INVALID_QUANTITY,
            negative + Long.MIN_VALUE),
        row(
            24,
            DocumentKind.RECEIVE,
            () -> receive(FULL, MAIN, 1),
            QUANTITY_OVERFLOW,
            "units on hand of FULL must be at most " + MOST + ": " + MOST + " + 1"),
        row(
            24,
            DocumentKind.COUNT,
            () -> CountStock.of("NEW", FULL, EAST, q(1)),
            QUANTITY_OVERFLOW,
            "units on hand of FULL must be at most " + MOST + ": " + MOST + " + 1"),
        row(
            24,
            DocumentKind.ADJUST,
            () -> AdjustStock.of("NEW", FULL, MAIN, Long.MAX_VALUE),
            QUANTITY_OVERFLOW,
            "units on hand of FULL must be at most " + MOST + ": " + MOST + " + " + MOST),
        row(
            25,
            DocumentKind.PLACE,
            () -> place(line("1", GOLD, 1)),
            QUANTITY_OVERFLOW,
            "backordered units of GOLD must be at most " + MOST + ": " + MOST + " + 1"),
        row(
            26,
            DocumentKind.PLACE,
            () -> place(line("1", Sku.of("IRON"), Long.MAX_VALUE), line("2", Sku.of("IRON"), 1)),
            QUANTITY_OVERFLOW,
            "backordered units of IRON must be at most " + MOST + ": " + MOST + " + 1"),
        row(
            26,
            DocumentKind.HOLD,
            () -> hold(HOUR, line("1", FULL, Long.MAX_VALUE), line("2", FULL, 1)),
            QUANTITY_OVERFLOW,
            "sum must be at most " + MOST + ": " + MOST + " + 1"),
        row(
            28,
            DocumentKind.RECEIVE,
            () -> decimal("2.125"),
            INVALID_QUANTITY,
            "quantity must have at most 2 decimals: 2.125"),
        row(
            29,
            DocumentKind.RECEIVE,
            () -> decimal("1E+1000000000"),
            QUANTITY_OVERFLOW,
            "quantity must be at most 92233720368547758.07: 1E+1000000000"),
        row(
            30,
            DocumentKind.RECEIVE,
            () -> decimal("1E-1000000000"),
            INVALID_QUANTITY,
            "quantity must have at most 2 decimals: 1E-1000000000"),
        row(
            32,
            DocumentKind.ADJUST,
            () -> AdjustStock.of("NEW", LAMP, MAIN, 0),
            INVALID_QUANTITY,
            "delta must not be zero: 0"),
        row(
            33,
            DocumentKind.ADJUST,
            () -> AdjustStock.of("NEW", LAMP, MAIN, -8),
            INSUFFICIENT_STOCK,
            "cannot adjust LAMP@MAIN by -8: 7 on hand"),
        row(
            33,
            DocumentKind.ADJUST,
            () -> AdjustStock.of("NEW", LAMP, MAIN, Long.MIN_VALUE),
            INSUFFICIENT_STOCK,
            "cannot adjust LAMP@MAIN by -9223372036854775808: 7 on hand"),
        row(
            35,
            DocumentKind.COUNT,
            () -> CountStock.of("NEW", LAMP, MAIN, q(-1)),
            INVALID_QUANTITY,
            negative + "-1"),
        row(
            21,
            DocumentKind.PLACE,
            () -> place(line("1", BOX, 7)),
            INVALID_QUANTITY,
            "quantity of line NEW/1 must be whole lots of 6: 7"),
        row(
            21,
            DocumentKind.HOLD,
            () -> hold(HOUR, line("1", BOX, 5)),
            INVALID_QUANTITY,
            "quantity of line 1 must be whole lots of 6: 5"));
  }

  private static Document decimal(String amount) {
    return ReceiveStock.of("NEW", LAMP, MAIN, Scale.of(2).toQuantity(new BigDecimal(amount)));
  }

  static Stream<Row> orders() {
    OrderTerms refuse = OrderTerms.standard().onShortage(ShortageRule.REFUSE_ORDER);
    return Stream.of(
        row(
            39,
            DocumentKind.CANCEL,
            () -> CancelOrder.all("NEW", OrderId.of("NONE")),
            UNKNOWN_ORDER,
            "order must have been placed before: NONE"),
        row(
            39,
            DocumentKind.SHIP,
            () -> ShipOrder.all("NEW", OrderId.of("NONE")),
            UNKNOWN_ORDER,
            "order must have been placed before: NONE"),
        row(
            39,
            DocumentKind.CHANGE,
            () -> ChangeLine.of("NEW", OrderLineId.of("NONE", "1"), q(1)),
            UNKNOWN_ORDER,
            "order must have been placed before: NONE"),
        row(
            39,
            DocumentKind.RETURN,
            () -> returned("NONE", "1", 1),
            UNKNOWN_ORDER,
            "order must have been placed before: NONE"),
        row(
            39,
            DocumentKind.CANCEL,
            () -> CancelOrder.line("NEW", OrderLineId.of("OPEN", "9")),
            UNKNOWN_LINE,
            "line must be one of the 4 lines of order OPEN: 9"),
        row(
            39,
            DocumentKind.SHIP,
            () -> ship("OPEN", units("9", 1)),
            UNKNOWN_LINE,
            "line must be one of the 4 lines of order OPEN: 9"),
        row(
            39,
            DocumentKind.CHANGE,
            () -> ChangeLine.of("NEW", OrderLineId.of("OPEN", "9"), q(1)),
            UNKNOWN_LINE,
            "line must be one of the 4 lines of order OPEN: 9"),
        row(
            39,
            DocumentKind.RETURN,
            () -> returned("OPEN", "9", 1),
            UNKNOWN_LINE,
            "line must be one of the 4 lines of order OPEN: 9"),
        row(
            40,
            DocumentKind.CANCEL,
            () -> CancelOrder.all("NEW", OrderId.of("DONE")),
            ALREADY_CLOSED,
            "cannot act on order DONE: nothing of it is open"),
        row(
            40,
            DocumentKind.CANCEL,
            () -> CancelOrder.line("NEW", OrderLineId.of("OPEN", "4")),
            ALREADY_CLOSED,
            "cannot cancel line OPEN/4: nothing of it is open"),
        row(
            41,
            DocumentKind.CANCEL,
            () -> CancelOrder.units("NEW", OrderLineId.of("OPEN", "1"), q(4)),
            INVALID_QUANTITY,
            "quantity to cancel of line OPEN/1 must be at most 3: 4"),
        row(
            42,
            DocumentKind.CANCEL,
            () -> CancelOrder.all("NEW", OrderId.of("GONE")),
            ALREADY_CLOSED,
            "cannot act on order GONE: nothing of it is open"),
        row(
            42,
            DocumentKind.CHANGE,
            () -> ChangeLine.of("NEW", OrderLineId.of("GONE", "1"), q(9)),
            ALREADY_CLOSED,
            "cannot act on order GONE: nothing of it is open"),
        row(
            43,
            DocumentKind.PLACE,
            () -> place(),
            INVALID_QUANTITY,
            "number of lines must be at least 1: 0"),
        row(
            43,
            DocumentKind.HOLD,
            () -> hold(HOUR),
            INVALID_QUANTITY,
            "number of lines must be at least 1: 0"),
        row(
            43,
            DocumentKind.RECEIVE,
            () -> ReceiveStock.of("NEW", List.of()),
            INVALID_QUANTITY,
            "number of lines must be at least 1: 0"),
        row(
            43,
            DocumentKind.COUNT,
            () -> CountStock.of("NEW", List.of()),
            INVALID_QUANTITY,
            "number of lines must be at least 1: 0"),
        row(
            44,
            DocumentKind.PLACE,
            () -> place(line("1", LAMP, 1), line("1", NUTS, 1)),
            DUPLICATE_LINE,
            "line must stand once in its document: 1"),
        row(
            44,
            DocumentKind.COUNT,
            () -> CountStock.of(
                "NEW", List.of(StockUnits.of(LAMP, MAIN, q(1)), StockUnits.of(LAMP, MAIN, q(2)))),
            DUPLICATE_LINE,
            "item and location must stand once in a count: LAMP@MAIN"),
        row(
            46,
            DocumentKind.PLACE,
            () -> place(lines(6)),
            LIMIT_EXCEEDED,
            "lines of an order must be at most 5: 6"),
        row(
            46,
            DocumentKind.HOLD,
            () -> hold(HOUR, lines(6)),
            LIMIT_EXCEEDED,
            "lines of a hold must be at most 5: 6"),
        row(
            46,
            DocumentKind.RECEIVE,
            () -> ReceiveStock.of("NEW", stock(6)),
            LIMIT_EXCEEDED,
            "lines of a receipt must be at most 5: 6"),
        row(
            46,
            DocumentKind.COUNT,
            () -> CountStock.of("NEW", stock(6)),
            LIMIT_EXCEEDED,
            "lines of a count must be at most 5: 6"),
        row(
            46,
            DocumentKind.SHIP,
            () -> ship(
                "OPEN",
                units("2", 1),
                units("2", 1),
                units("2", 1),
                units("1", 1),
                units("1", 1),
                units("1", 1)),
            LIMIT_EXCEEDED,
            "lines of a shipment must be at most 5: 6"),
        row(
            46,
            DocumentKind.PLACE,
            () -> place(line("1", GOLD, 1), line("2", LAMP, 1), line("3", LAMP, 1)),
            LIMIT_EXCEEDED,
            "open lines of LAMP must be at most 2: 3"),
        row(
            47,
            DocumentKind.PLACE,
            () -> place(line("1", CORD, 1), line("2", CORD, 1)).with(refuse),
            INSUFFICIENT_STOCK,
            "cannot accept line NEW/2: 1 units of CORD are not on the shelf"),
        row(
            47,
            DocumentKind.HOLD,
            () -> hold(HOUR, line("1", CORD, 1), line("2", CORD, 1)),
            INSUFFICIENT_STOCK,
            "cannot hold 2 units of CORD: 1 available"),
        row(
            49,
            DocumentKind.PLACE,
            () -> place(line("1", NUTS, 1), line("2", BULB, 3)),
            BACKORDERS_REFUSED,
            "cannot accept line NEW/2: 1 units of BULB are not on the shelf"),
        row(
            50,
            DocumentKind.PLACE,
            () -> place(line("1", CORD, 5)),
            BACKORDER_LIMIT,
            "backordered units of CORD must be at most 3: 4"),
        row(
            51,
            DocumentKind.CHANGE,
            () -> ChangeLine.of("NEW", OrderLineId.of("OPEN", "1"), q(2)),
            INVALID_QUANTITY,
            "quantity of line OPEN/1 must be at least the 3 shipped, cancelled or refused: 2"));
  }

  static Stream<Row> movements() {
    return Stream.of(
        row(
            18,
            DocumentKind.RECEIVE,
            () -> receive(LAMP, MOON, 1),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        row(
            18,
            DocumentKind.COUNT,
            () -> CountStock.of("NEW", LAMP, MOON, q(1)),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        row(
            18,
            DocumentKind.ADJUST,
            () -> AdjustStock.of("NEW", LAMP, MOON, 1),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        row(
            18,
            DocumentKind.TRANSFER,
            () -> transfer(MAIN, MOON, 1),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        row(
            18,
            DocumentKind.TRANSFER,
            () -> transfer(MOON, MAIN, 1),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        row(
            18,
            DocumentKind.RETURN,
            () -> ReturnGoods.writtenOff("NEW", OrderLineId.of("DONE", "1"), MOON, q(1)),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        row(
            18,
            DocumentKind.SHIP,
            () -> ship("OPEN", units("1", 1).from(MOON)),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        row(
            18,
            DocumentKind.RECEIVE,
            () -> receive(LAMP, LocationId.NOWHERE, 1),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: (nowhere)"),
        row(
            36,
            DocumentKind.SHIP,
            () -> ship("OPEN", units("2", 1), units("1", 4)),
            NOT_RESERVED,
            "cannot ship 4 units of line OPEN/1: 3 reserved"),
        row(
            36,
            DocumentKind.SHIP,
            () -> ship("OPEN", units("1", 2), units("1", 2)),
            NOT_RESERVED,
            "cannot ship 2 units of line OPEN/1: 1 reserved"),
        row(
            36,
            DocumentKind.SHIP,
            () -> ship("OPEN", units("1", 1).from(EAST)),
            NOT_RESERVED,
            "cannot ship 1 units of line OPEN/1: 0 reserved"),
        row(
            37,
            DocumentKind.SHIP,
            () -> ship("OPEN", units("3", 1)),
            NOT_RESERVED,
            "cannot ship 1 units of line OPEN/3: 0 reserved"),
        row(
            37,
            DocumentKind.SHIP,
            () -> ShipOrder.all("NEW", OrderId.of("GONE")),
            ALREADY_CLOSED,
            "cannot act on order GONE: nothing of it is open"),
        row(
            37,
            DocumentKind.SHIP,
            () -> ShipOrder.all("NEW", OrderId.of("WAITS")),
            NOTHING_TO_SHIP,
            "cannot ship order WAITS: nothing of it is reserved"),
        row(
            37,
            DocumentKind.SHIP,
            () -> ship("OPEN"),
            NOTHING_TO_SHIP,
            "lines of a shipment must be at least 1: 0"),
        row(
            52,
            DocumentKind.TRANSFER,
            () -> transfer(MAIN, MAIN, 1),
            INVALID_IDENTIFIER,
            "to must be another location than from: MAIN"),
        row(
            53,
            DocumentKind.TRANSFER,
            () -> transfer(MAIN, EAST, 1),
            INSUFFICIENT_STOCK,
            "cannot move 1 LAMP@MAIN to EAST: 0 free"),
        row(
            54,
            DocumentKind.RETURN,
            () -> returned("DONE", "1", 2),
            NOT_SHIPPED,
            "cannot take back 2 units of line DONE/1: 1 shipped and not returned"),
        row(
            54,
            DocumentKind.RETURN,
            () -> returned("WAITS", "1", 1),
            NOT_SHIPPED,
            "cannot take back 1 units of line WAITS/1: 0 shipped and not returned"));
  }

  static Stream<Row> holds() {
    return Stream.of(
        row(
            38,
            DocumentKind.CONFIRM,
            () -> ConfirmHold.of(HoldId.of("OVER"), OrderId.of("NEW")),
            HOLD_EXPIRED,
            "cannot act on hold OVER: its time was over at 2026-03-02T09:01:00Z"),
        row(
            38,
            DocumentKind.RELEASE,
            () -> ReleaseHold.of(HoldId.of("OVER")),
            HOLD_EXPIRED,
            "cannot act on hold OVER: its time was over at 2026-03-02T09:01:00Z"),
        row(
            39,
            DocumentKind.CONFIRM,
            () -> ConfirmHold.of(HoldId.of("NONE"), OrderId.of("NEW")),
            UNKNOWN_HOLD,
            "hold must have been placed before: NONE"),
        row(
            39,
            DocumentKind.RELEASE,
            () -> ReleaseHold.of(HoldId.of("NONE")),
            UNKNOWN_HOLD,
            "hold must have been placed before: NONE"),
        row(
            42,
            DocumentKind.CONFIRM,
            () -> ConfirmHold.of(HoldId.of("GIVEN"), OrderId.of("NEW")),
            ALREADY_CLOSED,
            "cannot act on hold GIVEN: it was released before"),
        row(
            42,
            DocumentKind.RELEASE,
            () -> ReleaseHold.of(HoldId.of("BOUGHT")),
            ALREADY_CLOSED,
            "cannot act on hold BOUGHT: it was confirmed before"),
        row(
            62,
            DocumentKind.HOLD,
            () -> hold(Duration.ZERO, line("1", NUTS, 1)),
            INVALID_QUANTITY,
            "expiresIn must be above zero and at most PT876000H: PT0S"),
        row(
            62,
            DocumentKind.HOLD,
            () -> hold(Duration.ofMillis(-1), line("1", NUTS, 1)),
            INVALID_QUANTITY,
            "expiresIn must be above zero and at most PT876000H: PT-0.001S"),
        row(
            63,
            DocumentKind.HOLD,
            () -> hold(Duration.ofSeconds(Long.MAX_VALUE), line("1", NUTS, 1)),
            INVALID_QUANTITY,
            "expiresIn must be above zero and at most PT876000H: PT2562047788015215H30M7S"));
  }

  static Stream<Row> conflicts() {
    String again = " must be what it was the first time, ";
    return Stream.of(
        row(
            45,
            DocumentKind.PLACE,
            () -> PlaceOrder.of(OPEN, line("1", LAMP, 1)),
            DOCUMENT_CONFLICT,
            "lines of place OPEN" + again + "\"4\": \"1\""),
        row(
            45,
            DocumentKind.PLACE,
            () -> PlaceOrder.of(OrderId.of("WAITS"), line("1", Sku.of("DARK"), 6)),
            DOCUMENT_CONFLICT,
            "line 1 quantity of place WAITS" + again + "\"5\": \"6\""),
        row(
            45,
            DocumentKind.PLACE,
            () -> PlaceOrder.of(OrderId.of("CART"), line("1", NUTS, 1)),
            DOCUMENT_CONFLICT,
            "document of place CART" + again + "\"confirm BOUGHT\": \"place CART\""),
        row(
            45,
            DocumentKind.CONFIRM,
            () -> ConfirmHold.of(HoldId.of("LIVE"), OPEN),
            DOCUMENT_CONFLICT,
            "order must not have been placed before: OPEN"),
        row(
            58,
            DocumentKind.RECEIVE,
            () -> ReceiveStock.of("R-1", LAMP, MAIN, q(11)),
            DOCUMENT_CONFLICT,
            "line 1 quantity of receive R-1" + again + "\"10\": \"11\""),
        row(
            58,
            DocumentKind.SHIP,
            () -> ShipOrder.all("S-1", OPEN),
            DOCUMENT_CONFLICT,
            "lines of ship S-1" + again + "\"2\": \"all\""),
        row(
            58,
            DocumentKind.CANCEL,
            () -> CancelOrder.all("X-2", OPEN),
            DOCUMENT_CONFLICT,
            "order of cancel X-2" + again + "\"GONE\": \"OPEN\""),
        row(
            58,
            DocumentKind.HOLD,
            () -> PlaceHold.of(HoldId.of("LIVE"), HOUR, List.of(line("1", NUTS, 1))),
            DOCUMENT_CONFLICT,
            "expiresIn of hold LIVE" + again + "\"PT3H\": \"PT1H\""),
        row(
            58,
            DocumentKind.CONFIRM,
            () -> ConfirmHold.of(HoldId.of("BOUGHT"), OrderId.of("OTHER")),
            DOCUMENT_CONFLICT,
            "order of confirm BOUGHT" + again + "\"CART\": \"OTHER\""),
        row(
            58,
            DocumentKind.SHIP,
            () -> ship("S-1", "OPEN", units("1", 3), units("4", 1).from(MAIN)),
            DOCUMENT_CONFLICT,
            "line 2 location of ship S-1" + again + "\"\": \"MAIN\""),
        row(
            58,
            DocumentKind.CANCEL,
            () -> CancelOrder.units("X-1", OrderLineId.of("OPEN", "3"), q(4)),
            DOCUMENT_CONFLICT,
            "quantity of cancel X-1" + again + "\"all\": \"4\""),
        row(
            58,
            DocumentKind.RETURN,
            () -> ReturnGoods.toStock("T-1", OrderLineId.of("DONE", "1"), MAIN, q(1)),
            DOCUMENT_CONFLICT,
            "restocking of return T-1" + again + "\"WRITTEN_OFF\": \"TO_STOCK\""));
  }

  static Stream<Row> rows() {
    return Stream.of(
            identifiers(), quantities(), orders(), movements(), holds(), supplies(), conflicts())
        .flatMap(rows -> rows);
  }

  private static AnnounceSupply announce(String supply, Sku sku, long units) {
    return AnnounceSupply.of(SupplyId.of(supply), StockUnits.of(sku, MAIN, q(units)), DUE);
  }

  private static RescheduleSupply reschedule(String supply) {
    return RescheduleSupply.of("NEW", SupplyId.of(supply), DUE.plus(HOUR));
  }

  private static Row supply(
      DocumentKind kind, Supplier<Document> document, ErrorCode code, String message) {
    return row(34, kind, document, code, message);
  }

  /** PO-1 brings 10 of TIN, 4 of which have come; PO-2 was closed; PO-3 was ordered an hour ago. */
  static Stream<Row> supplies() {
    return Stream.concat(announcements(), receipts());
  }

  private static Stream<Row> announcements() {
    Instant never = Instant.parse("+10000-01-01T00:00:00Z");
    return Stream.of(
        supply(
            DocumentKind.ANNOUNCE,
            () -> announce("NEW", TIN, 0),
            INVALID_QUANTITY,
            "units of supply NEW must be positive: 0"),
        supply(
            DocumentKind.ANNOUNCE,
            () -> announce("NEW", TIN, -1),
            INVALID_QUANTITY,
            "units must not be negative: -1"),
        supply(
            DocumentKind.ANNOUNCE,
            () -> announce("NEW", FULL, 1),
            QUANTITY_OVERFLOW,
            "units on hand and inbound of FULL must be at most " + MOST + ": " + MOST + " + 1"),
        supply(
            DocumentKind.ANNOUNCE,
            () -> AnnounceSupply.of(
                SupplyId.of("NEW"), StockUnits.of(TIN, LocationId.of("MOON"), q(1)), DUE),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        supply(
            DocumentKind.ANNOUNCE,
            () -> AnnounceSupply.of(SupplyId.of("NEW"), StockUnits.of(TIN, MAIN, q(1)), never),
            INVALID_NUMBER,
            "due of supply NEW must be in the years 1 to 9899: +10000-01-01T00:00:00Z"),
        supply(
            DocumentKind.ANNOUNCE,
            () -> announce("PO-1", TIN, 12),
            DOCUMENT_CONFLICT,
            "quantity of announce PO-1 must be what it was the first time, \"10\": \"12\""),
        supply(
            DocumentKind.RESCHEDULE,
            () -> reschedule("PO-9"),
            UNKNOWN_SUPPLY,
            "supply must have been announced before: PO-9"),
        supply(
            DocumentKind.RESCHEDULE,
            () -> reschedule("PO-2"),
            ALREADY_CLOSED,
            "cannot act on supply PO-2: it was closed before"),
        supply(
            DocumentKind.RESCHEDULE,
            () -> reschedule("PO-1").to(q(0)),
            INVALID_QUANTITY,
            "quantity of supply PO-1 must be at least 1: 0"),
        supply(
            DocumentKind.RESCHEDULE,
            () -> reschedule("PO-1").to(q(3)),
            INVALID_QUANTITY,
            "quantity of supply PO-1 must be at least the 4 units received: 3"),
        supply(
            DocumentKind.RESCHEDULE,
            () -> reschedule("PO-1").to(q(Long.MAX_VALUE)),
            QUANTITY_OVERFLOW,
            "units on hand and inbound of TIN must be at most %s: 17 + %d"
                .formatted(MOST, Long.MAX_VALUE - 10)),
        supply(
            DocumentKind.RESCHEDULE,
            () -> RescheduleSupply.of("NEW", SupplyId.of("PO-3"), DUE.minus(Duration.ofDays(99))),
            INVALID_NUMBER,
            "supply PO-3 must be due no earlier than ordered at 2026-03-02T08:00:00Z:"
                + " 2025-12-01T12:00:00Z"));
  }

  private static Stream<Row> receipts() {
    return Stream.of(
        supply(
            DocumentKind.CLOSE_SUPPLY,
            () -> CloseSupply.of(SupplyId.of("PO-9")),
            UNKNOWN_SUPPLY,
            "supply must have been announced before: PO-9"),
        supply(
            DocumentKind.RECEIVE,
            () -> receive(TIN, MAIN, 1).against(SupplyId.of("PO-9")),
            UNKNOWN_SUPPLY,
            "supply must have been announced before: PO-9"),
        supply(
            DocumentKind.RECEIVE,
            () -> receive(LAMP, MAIN, 1).against(SupplyId.of("PO-1")),
            UNKNOWN_SUPPLY,
            "supply PO-1 must be one of item LAMP: it brings TIN"),
        supply(
            DocumentKind.RECEIVE,
            () -> receive(TIN, MAIN, 1).against(SupplyId.of("PO-2")),
            ALREADY_CLOSED,
            "cannot act on supply PO-2: it was closed before"),
        supply(
            DocumentKind.RECEIVE,
            () -> receive(TIN, LocationId.of("MOON"), 1).against(SupplyId.of("PO-1")),
            UNKNOWN_LOCATION,
            "location must be one of 2 known ones: MOON"),
        supply(
            DocumentKind.RECEIVE,
            () -> receive(TIN, MAIN, Long.MAX_VALUE - 3).against(SupplyId.of("PO-1")),
            QUANTITY_OVERFLOW,
            "sum must be at most %s: 4 + %d".formatted(MOST, Long.MAX_VALUE - 3)),
        supply(
            DocumentKind.RECEIVE,
            () -> receive(TIN, MAIN, Long.MAX_VALUE - 6).against(SupplyId.of("PO-1")),
            QUANTITY_OVERFLOW,
            "units on hand and inbound of TIN must be at most %s: 17 + %d"
                .formatted(MOST, Long.MAX_VALUE - 12)),
        supply(
            DocumentKind.PLACE,
            () -> place(line("1", TIN, 18)),
            BACKORDER_LIMIT,
            "backordered units of TIN must be at most 13: 14"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void post_badInput_isRefusedAndChangesNothing(Row row) {
    World world = new World();
    List<Object> before = world.everything();
    world.heard.clear();

    assertRefused(() -> world.inventory.post(row.document.get()), row.code, row.message);

    assertThat(world.everything()).isEqualTo(before);
    assertThat(world.heard).isEmpty();
    assertThat(world.inventory.verify().firstDifference()).isEmpty();
    world.requireNumberIsFree(row);
  }

  /** An inventory in which something of everything has happened. */
  private static final class World {

    private static final List<OrderId> ORDERS = Stream.of(
            "OPEN", "DONE", "GONE", "WAITS", "RICH", "CART", "NEW", "OTHER", "NONE")
        .map(OrderId::of)
        .toList();

    private final List<InventoryEvent> heard = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Inventory inventory = Inventory.inMemory()
        .clock(() -> now)
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .terms(World::terms)
        .limits(Limits.STANDARD.withLinesPerDocument(5).withOpenClaimsPerItem(2))
        .listener(heard::add)
        .build();

    World() {
      stock();
      order("OPEN", line("1", LAMP, 6), line("2", LAMP, 9), line("3", NUTS, 4), line("4", NUTS, 1));
      inventory.post(ShipOrder.of("S-1", OPEN, List.of(units("1", 3), units("4", 1))));
      inventory.post(CancelOrder.line("X-1", OrderLineId.of("OPEN", "3")));
      order("DONE", line("1", NUTS, 2));
      inventory.post(ShipOrder.all("S-2", OrderId.of("DONE")));
      inventory.post(ReturnGoods.writtenOff("T-1", OrderLineId.of("DONE", "1"), MAIN, q(1)));
      order("GONE", line("1", NUTS, 2));
      inventory.post(CancelOrder.all("X-2", OrderId.of("GONE")));
      order("WAITS", line("1", Sku.of("DARK"), 5));
      order("RICH", line("1", GOLD, Long.MAX_VALUE));
      supplies();
      carts();
    }

    private void supplies() {
      inventory.post(announce("PO-1", TIN, 10));
      inventory.post(announce("PO-2", TIN, 5));
      inventory.post(
          AnnounceSupply.of(Supply.of(SupplyId.of("PO-3"), StockUnits.of(TIN, EAST, q(7)), DUE)
              .from(SupplierId.of("ACME"))
              .orderedAt(now.minus(HOUR))));
      inventory.post(ReceiveStock.of("R-3", TIN, MAIN, q(4)).against(SupplyId.of("PO-1")));
      inventory.post(CloseSupply.of(SupplyId.of("PO-2")));
    }

    private static ItemTerms terms(Sku sku) {
      ItemTerms standard = ItemTerms.standard();
      return switch (sku.value()) {
        case "BULB" -> standard.withBackorders(BackorderAllowance.refused());
        case "CORD" -> standard.withBackorders(BackorderAllowance.upTo(q(3)));
        case "BOX" -> standard.withLot(q(6));
        case "TIN" -> standard.withBackorders(BackorderAllowance.inbound());
        default -> standard;
      };
    }

    private void stock() {
      inventory.post(ReceiveStock.of("R-1", LAMP, MAIN, q(10)));
      inventory.post(ReceiveStock.of(
          "R-2",
          List.of(
              StockUnits.of(NUTS, MAIN, q(100)),
              StockUnits.of(BULB, MAIN, q(2)),
              StockUnits.of(CORD, MAIN, q(1)),
              StockUnits.of(BOX, MAIN, q(12)),
              StockUnits.of(FULL, MAIN, q(Long.MAX_VALUE)))));
    }

    private void order(String number, OrderLine... lines) {
      inventory.post(PlaceOrder.of(OrderId.of(number), lines));
    }

    private void carts() {
      hold("LIVE", Duration.ofHours(3));
      hold("OVER", Duration.ofMinutes(1));
      hold("BOUGHT", HOUR);
      hold("GIVEN", HOUR);
      inventory.post(ConfirmHold.of(HoldId.of("BOUGHT"), OrderId.of("CART")));
      inventory.post(ReleaseHold.of(HoldId.of("GIVEN")));
      now = now.plus(Duration.ofMinutes(30));
    }

    private void hold(String number, Duration expiresIn) {
      inventory.post(PlaceHold.of(HoldId.of(number), expiresIn, List.of(line("1", NUTS, 1))));
    }

    /** All that can be seen, record by record. */
    List<Object> everything() {
      List<LedgerRecord> records = inventory.ledger().after(0, Integer.MAX_VALUE);
      List<Sku> skus =
          records.stream().map(each -> each.entry().sku()).distinct().toList();
      List<Object> all = new ArrayList<>(records);
      all.addAll(Digest.of(inventory, skus, ORDERS));
      all.add(inventory.item(Sku.of("N1")));
      all.add(inventory.item(Sku.of("IRON")));
      ORDERS.forEach(order -> all.add(inventory.ledger().of(order)));
      return all;
    }

    void requireNumberIsFree(Row row) {
      if (row.code == DOCUMENT_CONFLICT) {
        return; // the number is somebody else's
      }
      corrected(row).ifPresent(document -> {
        long before = inventory.ledger().size();
        inventory.post(document);
        assertThat(inventory.ledger().size()).as("entries of " + document).isGreaterThan(before);
      });
    }

    /** A document of the same kind and number that can be done; holds are over or do not exist. */
    private Optional<Document> corrected(Row row) {
      OrderLineId open = OrderLineId.of("OPEN", "1");
      return Optional.ofNullable(
          switch (row.kind) {
            case PLACE -> place(line("1", NUTS, 1));
            case HOLD -> BadInputTest.hold(HOUR, line("1", NUTS, 1));
            case RECEIVE -> receive(NUTS, MAIN, 1);
            case SHIP -> ship("OPEN", units("1", 1));
            case CANCEL -> CancelOrder.units("NEW", open, q(1));
            case CHANGE -> ChangeLine.of("NEW", open, q(5));
            case RETURN -> returned("DONE", "1", 1);
            case COUNT -> CountStock.of("NEW", NUTS, MAIN, q(99));
            case ADJUST -> AdjustStock.of("NEW", NUTS, MAIN, 1);
            case TRANSFER -> TransferStock.of("NEW", StockUnits.of(NUTS, MAIN, q(1)), EAST);
            case ANNOUNCE -> announce("NEW", NUTS, 1);
            case RESCHEDULE -> reschedule("PO-1");
            case CONFIRM, RELEASE, EXPIRE, CLOSE_SUPPLY, REALLOCATE, SUBSTITUTE, REVIEW -> null;
          });
    }
  }

  @Test
  void post_holdConfirmedTooEarly_canBeConfirmedOnceItIsThere() {
    World world = new World();
    ConfirmHold confirm = ConfirmHold.of(HoldId.of("LATER"), OrderId.of("NEW"));
    assertRefused(
        () -> world.inventory.post(confirm),
        UNKNOWN_HOLD,
        "hold must have been placed before: LATER");

    world.hold("LATER", HOUR);
    world.inventory.post(confirm);

    assertThat(world.inventory.order(OrderId.of("NEW"))).isPresent();
  }

  @Test
  void post_moreDocumentsThanAreRemembered_isRefusedAndNothingIsForgotten() {
    Inventory inventory =
        Inventory.inMemory().limits(Limits.STANDARD.withDocuments(2)).build();
    ReceiveStock first = ReceiveStock.of("R-1", LAMP, MAIN, q(1));
    inventory.post(first);
    inventory.post(ReceiveStock.of("R-2", LAMP, MAIN, q(1)));

    assertRefused(
        () -> inventory.post(ReceiveStock.of("R-3", LAMP, MAIN, q(1))),
        LIMIT_EXCEEDED,
        "remembered documents must be at most 2: 3");

    inventory.post(first);
    assertThat(inventory.item(LAMP).onHand()).isEqualTo(q(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void post_clockBeyondTheYears_isRefusedAndChangesNothing(String told) {
    World world = new World();
    List<Object> before = world.everything();
    Instant noon = world.now;
    world.heard.clear();
    world.now = Instant.parse(told);

    assertRefused(
        () -> world.inventory.post(receive(LAMP, MAIN, 1)),
        CLOCK_SKEW,
        "clock must be from 0001-01-01T00:00:00Z to 9900-01-01T00:00:00Z: " + told);

    world.now = noon;
    assertThat(world.everything()).isEqualTo(before);
    assertThat(world.heard).isEmpty();
    world.inventory.post(receive(LAMP, MAIN, 1));
  }

  @Test
  void post_termsOfTheHostFail_changesNothing() {
    List<Sku> unknown = new ArrayList<>(List.of(NUTS));
    Inventory inventory = Inventory.inMemory()
        .terms(sku -> {
          if (unknown.contains(sku)) {
            throw new IllegalStateException("no terms of " + sku);
          }
          return ItemTerms.standard();
        })
        .build();
    PlaceOrder order = place(line("1", LAMP, 1), line("2", NUTS, 1));

    assertThat(catchThrowable(() -> inventory.post(order)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no terms of NUTS");
    assertThat(inventory.order(OrderId.of("NEW"))).isEmpty();
    assertThat(inventory.item(LAMP).backordered()).isEqualTo(q(0));
    assertThat(inventory.ledger().size()).isZero();

    unknown.clear();
    assertThat(inventory.post(order).lines()).hasSize(2);
  }

  @Test
  void of_tenMillionCharacters_isRefusedAtOnce() {
    for (String character : List.of("x", "\u0416")) {
      String text = character.repeat(10_000_000);
      String message =
          "sku must have at most 64 characters: 10000000, \"" + character.repeat(64) + "...\"";

      // counting takes milliseconds at most, and anything that copies or shows the text far more
      assertTimeout(Duration.ofSeconds(5), () -> {
        for (int i = 0; i < 10; i++) {
          assertRefused(() -> Sku.of(text), INVALID_IDENTIFIER, message);
        }
      });
    }
  }

  /** Rows 13 to 17 and 20: text that means something elsewhere means nothing here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "e\u0301",
        "\u00e9",
        "a1",
        "A1",
        "'; DROP TABLE x; --",
        "${jndi:ldap://x}",
        "{}",
        "%n%s",
        "../../etc/passwd",
        "A|B",
        "<b>&amp;</b>",
        "A  B"
      })
  void post_harmlessText_isKeptAsItIs(String text) {
    List<String> heard = new ArrayList<>();
    Inventory inventory =
        Inventory.inMemory().listener(event -> heard.add(event.toString())).build();
    Sku sku = Sku.of(text);
    OrderTerms terms = OrderTerms.standard().by(CustomerId.of(text));
    inventory.post(
        PlaceOrder.of(OrderId.of(text), OrderLine.of(text, sku, q(2))).with(terms));
    inventory.post(AdjustStock.of(text, sku, MAIN, 3).because(text));

    assertThat(inventory
            .order(OrderId.of(text))
            .orElseThrow()
            .line(text)
            .orElseThrow()
            .sku())
        .isEqualTo(sku);
    assertThat(inventory.ledger().of(sku)).hasSize(4);
    assertThat(heard)
        .containsExactly(
            "Backordered " + text + "/" + text + " 2",
            "Adjusted " + text + "@MAIN 3",
            "BackorderFilled " + text + "/" + text + " 2 " + text + "@MAIN",
            "OrderReady " + text);
    assertThat(inventory.item(Sku.of(text + "x")).onHand()).isEqualTo(q(0));
  }

  @Test
  void listeners_theSameTwice_isToldTwiceAndRemovedOnce() {
    List<String> heard = new ArrayList<>();
    InventoryListener listener = event -> heard.add(event.toString());
    Inventory inventory =
        Inventory.inMemory().listener(listener).listener(listener).build();

    inventory.post(ReceiveStock.of("R-1", LAMP, MAIN, q(1)));
    inventory.listeners().remove(listener);
    inventory.post(ReceiveStock.of("R-2", LAMP, MAIN, q(1)));

    assertThat(heard).hasSize(3);
  }

  @Test
  @SuppressWarnings("NullAway") // the point of the test
  void post_listsWithHoles_areRefusedByPosition() {
    List<OrderLine> hole = new ArrayList<>(List.of(line("1", LAMP, 1)));
    hole.add(null);
    assertThatNullPointerException()
        .isThrownBy(() -> PlaceOrder.of(OPEN, hole))
        .withMessage("lines[1]");
    List<StockUnits> gap = new ArrayList<>();
    gap.add(null);
    assertThatNullPointerException()
        .isThrownBy(() -> CountStock.of("NEW", gap))
        .withMessage("counted[0]");
  }
}
