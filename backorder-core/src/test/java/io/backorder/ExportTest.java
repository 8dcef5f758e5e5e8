package io.backorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.ShareRule;
import io.backorder.demand.CustomerId;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Promised;
import io.backorder.ledger.LedgerEntry.Reallocated;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerEntry.StockSent;
import io.backorder.ledger.LedgerEntry.SupplyAnnounced;
import io.backorder.ledger.LedgerEntry.SupplyClosed;
import io.backorder.ledger.LedgerEntry.SupplyReceived;
import io.backorder.ledger.LedgerEntry.SupplyRescheduled;
import io.backorder.ledger.LedgerEntry.Tallied;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.proof.Checkpoint;
import io.backorder.proof.Digest;
import io.backorder.rationing.Quota;
import io.backorder.rationing.QuotaBucket;
import io.backorder.rationing.Quotas;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.Retention;
import io.backorder.supply.SupplierId;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R6, R7 and row 94 to 105: what an import takes, byte for byte, and what it refuses. */
final class ExportTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku SOCKET = Sku.of("STECKDOSE weiß");
  private static final Sku GIFT = Sku.of("GIFT");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");

  /** What the first export of version 1 was, when that version was current. */
  private static final String GOLDEN = "exports/version-1.bin";

  private static final String GOLDEN_DIGEST =
      "53fc9b9e92c638d377043238e1d6835c2fa457982bfbc942b0175073c8644cd0";
  private static final String GOLDEN_CHECKPOINT =
      "43 4b966deed899bfa8edac488bf443bb5d8ac81f07daa5289e733d97334107d742";

  private static final Set<Class<?>> KINDS_OF_SUPPLIES = Set.of(
      SupplyAnnounced.class, SupplyRescheduled.class, SupplyReceived.class, SupplyClosed.class);

  private Instant now = Instant.parse("2026-03-02T09:00:00.000001Z");

  private Inventory.Builder builder() {
    return Inventory.inMemory()
        .clock(() -> now)
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .terms(sku -> sku.equals(GIFT) ? ItemTerms.standard().untracked() : ItemTerms.standard());
  }

  private Inventory importing(byte[] export) {
    return builder().importing(new ByteArrayInputStream(export)).build();
  }

  private static OrderLine line(String number, Sku sku, long units) {
    return OrderLine.of(number, sku, Quantity.of(units));
  }

  private static Document receive(String number, Sku sku, long units) {
    return ReceiveStock.of(number, sku, MAIN, Quantity.of(units));
  }

  private static OrderLineId lineOf(String order) {
    return OrderLineId.of(order, "1");
  }

  /** Documents of every kind, which write entries of every kind; two of them write none. */
  private static List<Document> documents() {
    OrderTerms terms = OrderTerms.standard()
        .withPriority(Priority.HIGH)
        .through(ChannelId.of("web"))
        .by(CustomerId.of("C 😀"));
    OrderTerms noWaiting = OrderTerms.standard().onShortage(ShortageRule.ACCEPT_AVAILABLE);
    StockUnits two = StockUnits.of(SOCKET, MAIN, Quantity.of(2));
    return List.of(
        receive("R1", LAMP, 10),
        PlaceOrder.of(OrderId.of("O1"), line("1", LAMP, 4).dueBy(LocalDate.parse("2026-04-01")))
            .with(terms),
        PlaceOrder.of(OrderId.of("O2"), line("1", LAMP, 9), line("2", GIFT, 1)),
        receive("R2", LAMP, 2),
        ShipOrder.all("S1", OrderId.of("O1")),
        ReturnGoods.toStock("G1", lineOf("O1"), EAST, Quantity.of(1)),
        ReturnGoods.writtenOff("G2", lineOf("O1"), EAST, Quantity.of(1)),
        CancelOrder.units("X1", lineOf("O2"), Quantity.of(3)),
        ChangeLine.of("C1", lineOf("O2"), Quantity.of(8)),
        receive("R3", LAMP, 20),
        PlaceHold.of(HoldId.of("H1"), Duration.ofHours(1), List.of(line("1", LAMP, 3))),
        ConfirmHold.of(HoldId.of("H1"), OrderId.of("O3")),
        PlaceHold.of(HoldId.of("H2"), Duration.ofHours(1), List.of(line("1", LAMP, 2))),
        CountStock.of("N1", LAMP, MAIN, Quantity.of(1)),
        ReleaseHold.of(HoldId.of("H2")),
        receive("R4", SOCKET, 5),
        TransferStock.of("T1", two, EAST),
        PlaceOrder.of(OrderId.of("O4"), line("1", SOCKET, 7)).with(noWaiting),
        CountStock.of("N2", SOCKET, MAIN, Quantity.of(3)),
        AdjustStock.of("A1", LAMP, MAIN, 1).because("found behind the shelf"),
        CancelOrder.all("X2", OrderId.of("O4")),
        PlaceHold.of(HoldId.of("H3"), Duration.ofMillis(1), List.of(line("1", SOCKET, 1))),
        ExpireHolds.due());
  }

  private Inventory sample() {
    Inventory inventory = builder().build();
    for (Document document : documents()) {
      inventory.post(document);
      now = now.plusSeconds(1);
    }
    return inventory;
  }

  private static byte[] export(Inventory inventory) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      inventory.export(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] golden() throws IOException {
    try (InputStream in = ExportTest.class.getClassLoader().getResourceAsStream(GOLDEN)) {
      return Objects.requireNonNull(in, GOLDEN).readAllBytes();
    }
  }

  private static Digest digest(byte[] bytes) {
    MessageDigest function = Digest.function();
    function.update(bytes);
    return Digest.from(function);
  }

  @Test
  void r7_goldenFileOfVersionOne_isReadVerifiedAndWrittenTheSame() throws IOException {
    byte[] golden = golden();

    Inventory inventory = importing(golden);

    assertThat(digest(golden)).hasToString(GOLDEN_DIGEST);
    assertThat(inventory.verify(Checkpoint.parse(GOLDEN_CHECKPOINT)).firstDifference())
        .isEmpty();
    assertThat(inventory.ledger().checkpoint()).hasToString(GOLDEN_CHECKPOINT);
    assertThat(export(inventory)).isEqualTo(golden);
  }

  @Test
  void r7_sameDocumentsToday_giveTheGoldenFile() throws IOException {
    assertThat(export(sample())).isEqualTo(golden());
  }

  @Test
  void goldenFile_hasEntriesOfEveryKindAndDocumentsWithoutEntries() {
    Inventory inventory = sample();
    List<LedgerRecord> records = inventory.ledger().after(0, Integer.MAX_VALUE);

    Set<Class<?>> kinds = Stream.of(LineEntry.class, StockEntry.class)
        .flatMap(kind -> Stream.of(Objects.requireNonNull(kind.getPermittedSubclasses())))
        .collect(Collectors.toSet());
    Set<Class<?>> found = new HashSet<>();
    records.forEach(each -> found.add(each.entry().getClass()));
    found.add(Tallied.class); // only a shop with quotas writes it, see the next test
    found.addAll(KINDS_OF_SUPPLIES); // which came later than the golden file, see the test behind
    found.add(Promised.class); // only who waits while a supply is announced is promised a day
    found.add(StockSent.class); // only a transfer in two steps writes it, see its tests
    found.add(Reallocated.class); // only a committed plan writes it, see the laws of commits

    assertThat(found).isEqualTo(kinds);
    assertThat(records.stream().map(each -> each.document().toString()))
        .doesNotContain("release H2", "count N2");
  }

  @Test
  void export_ofUnitsCountedForAGroup_comesBackAsItWas() {
    QuotaBucket week = new QuotaBucket(
        QuotaBucket.Time.of(now, now.plusSeconds(1_000)),
        QuotaBucket.Spill.NONE,
        List.of(Quota.of("web", Quantity.of(3))));
    AllocationPolicy policy = AllocationPolicy.of(
        Sequence.firstComeFirstServed(),
        ShareRule.oneAfterTheOther(),
        Quotas.of(terms -> terms.channel().map(ChannelId::value), List.of(week)));
    Inventory inventory = builder().policy(policy).build();
    inventory.post(receive("R1", LAMP, 10));
    inventory.post(PlaceOrder.of(OrderId.of("O1"), line("1", LAMP, 5))
        .with(OrderTerms.standard().through(ChannelId.of("web"))));
    byte[] export = export(inventory);

    assertThat(inventory.ledger().after(0, 100))
        .anyMatch(record -> record.entry() instanceof Tallied);
    Inventory again =
        builder().policy(policy).importing(new ByteArrayInputStream(export)).build();
    assertThat(export(again)).isEqualTo(export);
    assertThat(again.verify().firstDifference()).isEmpty();
  }

  @Test
  void export_ofSupplies_comesBackAsItWas() {
    Inventory inventory = sample();
    SupplyId first = SupplyId.of("PO 1 😀");
    SupplyId second = SupplyId.of("PO 2");
    inventory.post(AnnounceSupply.of(
        Supply.of(first, StockUnits.of(LAMP, EAST, Quantity.of(9)), now.plusSeconds(1_000))
            .from(SupplierId.of("Gebrüder Weiß"))
            .orderedAt(now.minusSeconds(1_000))));
    inventory.post(
        AnnounceSupply.of(second, StockUnits.of(SOCKET, MAIN, Quantity.of(2)), now.plusSeconds(3)));
    inventory.post(RescheduleSupply.of("D1", first, now).to(Quantity.of(8)));
    inventory.post(ReceiveStock.of("R9", LAMP, MAIN, Quantity.of(9)).against(first));
    inventory.post(CloseSupply.of(second));
    byte[] export = export(inventory);

    Set<Class<?>> found = new HashSet<>();
    inventory.ledger().after(0, 100).forEach(record -> found.add(record.entry().getClass()));
    assertThat(found).containsAll(KINDS_OF_SUPPLIES);
    Inventory again = importing(export);
    assertThat(export(again)).isEqualTo(export);
    assertThat(again.supply(first)).isEqualTo(inventory.supply(first)).isPresent();
    assertThat(again.supply(second)).isEqualTo(inventory.supply(second)).isPresent();
    assertThat(again.verify().firstDifference()).isEmpty();
  }

  @Test
  void import_ofDocumentsWithoutEntries_remembersThem() {
    Inventory inventory = importing(export(sample()));
    long size = inventory.ledger().size();

    documents().forEach(inventory::post);

    assertThat(inventory.ledger().size()).isEqualTo(size);
  }

  private InvalidValueException refused(byte[] export) {
    InvalidValueException refusal =
        catchThrowableOfType(InvalidValueException.class, () -> importing(export));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Test
  void j1_aBitFlippedInAnyByte_isRefused() throws IOException {
    byte[] golden = golden();
    for (int i = 0; i < golden.length; i++) {
      byte[] flipped = golden.clone();
      flipped[i] ^= (byte) (1 << (i % 8));

      assertThat(refused(flipped).code()).isIn(ErrorCode.IMPORT_INVALID, ErrorCode.UNKNOWN_EVENT);
    }
  }

  @Test
  void import_cutOffAtAnyByte_isRefusedWhereItEnds() throws IOException {
    byte[] golden = golden();
    for (int length = 0; length < golden.length; length++) {
      InvalidValueException refusal = refused(Arrays.copyOf(golden, length));

      assertThat(refusal.code()).isEqualTo(ErrorCode.IMPORT_INVALID);
      assertThat(refusal).hasMessageEndingWith("export must not end here");
    }
  }

  @Test
  void import_goingOnAfterItsEnd_isRefused() throws IOException {
    byte[] golden = golden();

    assertThat(refused(Arrays.copyOf(golden, golden.length + 1)))
        .hasMessageEndingWith("export must end here");
  }

  @Test
  void r6_newerVersion_stopsAndSaysSo() throws IOException {
    byte[] newer = golden();
    newer[11] = 2;

    InvalidValueException refusal = refused(newer);

    assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_EVENT);
    assertThat(refusal)
        .hasMessage("cannot take over the export, after record 0 and byte 12: "
            + "version must be at most 1: 2");
  }

  private static int indexOf(byte[] bytes, byte[] part, int from) {
    for (int i = from; i < bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("no such part");
  }

  @Test
  void r6_unknownKindOfEntry_stopsAtThatRecord() throws IOException {
    byte[] golden = golden();
    byte[] adjusted = new byte[] {33, 0, 0, 0, 4, 'L', 'A', 'M', 'P'};
    golden[indexOf(golden, adjusted, 0)] = 99;

    InvalidValueException refusal = refused(golden);

    assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_EVENT);
    assertThat(refusal)
        .hasMessageContaining("kind of entry must be one that this version knows: 99");
    assertThat(refusal.facts().asMap()).containsKey("position");
  }

  @Test
  void r6_unknownKindOfDocument_stopsThere() throws IOException {
    byte[] golden = golden();
    golden[indexOf(golden, "RECEIVE".getBytes(UTF_8), 0)] = 'X';

    assertThat(refused(golden).code()).isEqualTo(ErrorCode.UNKNOWN_EVENT);
  }

  static Stream<byte[]> noExports() throws IOException {
    ByteArrayOutputStream serialized = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(serialized)) {
      out.writeObject("an object");
    }
    return Stream.of(new byte[0], serialized.toByteArray(), "[{\"sku\":\"LAMP\"}]".getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("noExports")
  void import_ofAnythingElse_isRefused(byte[] bytes) {
    InvalidValueException refusal = refused(bytes);

    assertThat(refusal.code()).isEqualTo(ErrorCode.IMPORT_INVALID);
    assertThat(refusal.facts().asMap()).containsEntry("position", "0");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (1 << 20) + 1})
  void import_ofALengthThatLies_makesNoRoomForIt(int length) throws IOException {
    byte[] golden = golden();
    int record = indexOf(golden, new byte[] {'R', 0, 0, 0}, 0);
    ByteBuffer.wrap(golden).putInt(record + 1, length);

    assertThat(refused(golden))
        .hasMessageEndingWith("length must be from 0 to 1048576: " + length)
        .extracting(InvalidValueException::code)
        .isEqualTo(ErrorCode.IMPORT_INVALID);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MAX_VALUE})
  void import_ofACountThatLies_isRefused(int count) throws IOException {
    byte[] golden = golden();
    int record = indexOf(golden, new byte[] {'R', 0, 0, 0}, 0);
    ByteBuffer.wrap(golden).putInt(record - 4, count);

    assertThat(refused(golden).code()).isEqualTo(ErrorCode.IMPORT_INVALID);
  }

  /** The bytes with a part of them somewhere else, or twice, or not at all, and a fitting digest. */
  private static byte[] resealed(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length + Digest.LENGTH);
    Arrays.stream(parts).forEach(all::put);
    all.put(digest(Arrays.copyOf(all.array(), length)).bytes());
    return all.array();
  }

  /** The export cut at the documents of the first few receipts. */
  private static final class Cut {

    final byte[] before;
    final byte[] first;
    final byte[] second;
    final byte[] rest;

    Cut(byte[] export) {
      byte[] order = new byte[] {'D', 0, 0, 0, 5, 'P', 'L', 'A', 'C', 'E'};
      int one = indexOf(export, new byte[] {'D', 0, 0, 0, 7, 'R', 'E', 'C', 'E', 'I', 'V', 'E'}, 0);
      int two = indexOf(export, order, one);
      int three = indexOf(export, order, two + 1);
      before = Arrays.copyOf(export, one);
      first = Arrays.copyOfRange(export, one, two);
      second = Arrays.copyOfRange(export, two, three);
      rest = Arrays.copyOfRange(export, three, export.length - Digest.LENGTH);
    }
  }

  @Test
  void import_withADocumentTwiceMissingOrOutOfOrder_isRefusedWithItsSequence() throws IOException {
    Cut cut = new Cut(golden());

    byte[] twice = resealed(cut.before, cut.first, cut.first, cut.second, cut.rest);
    byte[] missing = resealed(cut.before, cut.first, cut.rest);
    byte[] unordered = resealed(cut.before, cut.second, cut.first, cut.rest);

    assertThat(refused(twice)).hasMessageContaining("document must stand once and in order");
    assertThat(refused(missing)).hasMessageContaining("sequence of LAMP must be 2: 4");
    assertThat(refused(unordered)).hasMessageContaining("sequence of LAMP must be 1: 2");
    assertThat(importing(resealed(cut.before, cut.first, cut.second, cut.rest))
            .ledger()
            .size())
        .isPositive();
  }

  @Test
  void import_intoOtherLocations_namesTheOneThatIsMissing() {
    byte[] export = export(sample());

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            Inventory.inMemory().importing(new ByteArrayInputStream(export)).build())
        .withMessageContaining("location must be one of 1 known ones: EAST")
        .extracting(InvalidValueException::code)
        .isEqualTo(ErrorCode.UNKNOWN_LOCATION);
  }

  @Test
  void import_ofAStreamThatFails_tellsWhy() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> builder().importing(broken).build())
        .withMessage("cannot read the export")
        .withRootCauseInstanceOf(IOException.class);
  }

  @Test
  void export_toAStreamThatFails_tellsWhyAndChangesNothing() {
    Inventory inventory = sample();
    byte[] before = export(inventory);
    OutputStream full = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("disk is full");
      }
    };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> inventory.export(full))
        .withMessage("disk is full");
    assertThat(export(inventory)).isEqualTo(before);
  }

  @Test
  void archivedDocuments_importedAgain_stayExpired() {
    Inventory inventory = sample();
    inventory.archive(Retention.of(Duration.ZERO));

    Inventory again = importing(export(inventory));

    assertThatExceptionOfType(DocumentConflictException.class)
        .isThrownBy(() -> again.post(receive("R1", LAMP, 10)))
        .withMessage("document must not be older than what is remembered: receive R1")
        .extracting(InventoryException::code)
        .isEqualTo(ErrorCode.ID_EXPIRED);
    assertThat(again.order(OrderId.of("O1"))).isEmpty();
    assertThat(again.order(OrderId.of("O2"))).isPresent();
    assertThat(export(again)).isEqualTo(export(inventory));
  }
}
