package io.backorder.ledger;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Received;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.proof.Digest;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** J4: the canonical form is injective, and the chain rests on all of it. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class HashChainProperties {

  private static final Sku LAMP = Sku.of("LAMP");

  @Provide
  Arbitrary<LedgerEntry> entries() {
    return Entries.any();
  }

  @Provide
  Arbitrary<Cause> causes() {
    return Entries.causes();
  }

  /** What of a record is part of the form, as a value. */
  private record Content(long sequence, DocumentId document, Object at, LedgerEntry entry) {}

  private static Content content(long sequence, Cause cause, LedgerEntry entry) {
    return new Content(sequence, cause.document().id(), cause.recordedAt(), entry);
  }

  private static byte[] form(long sequence, Cause cause, LedgerEntry entry) {
    Encoder bytes = new Encoder();
    new EntryEncoder(bytes).put(sequence, cause, entry);
    return bytes.toBytes();
  }

  /** J4: over everything that was ever generated in this run, so that collisions have a chance. */
  @Property(tries = 5_000)
  void j4_differentRecordsNeverReadAlike(
      @ForAll("entries") LedgerEntry entry, @ForAll("causes") Cause cause) {
    long sequence = 1L + Math.floorMod(entry.hashCode(), 2);
    String form = HexFormat.of().formatHex(form(sequence, cause, entry));
    Content content = content(sequence, cause, entry);

    assertThat(seen.computeIfAbsent(form, key -> content)).isEqualTo(content);
    assertThat(forms.computeIfAbsent(content, key -> form)).isEqualTo(form);
  }

  private static final Map<String, Content> seen = new HashMap<>();
  private static final Map<Content, String> forms = new HashMap<>();

  /** J4: a form tells by itself where it ends, so that no form is the beginning of another. */
  @Property(tries = 1_000)
  void j4_noFormIsTheBeginningOfAnother(
      @ForAll("entries") LedgerEntry entry,
      @ForAll("entries") LedgerEntry other,
      @ForAll("causes") Cause cause) {
    ByteBuffer one = ByteBuffer.wrap(form(1, cause, entry));
    ByteBuffer two = ByteBuffer.wrap(form(1, cause, other));

    boolean begins = one.mismatch(two) == Math.min(one.remaining(), two.remaining());
    assertThat(begins && !entry.equals(other)).isFalse();
  }

  /** J4: texts that run into each other: ("AB", "C") is not ("A", "BC"). */
  @Example
  void j4_textsThatRunIntoEachOtherAreToldApart() {
    Cause cause =
        new Cause(new Entries.Told(new DocumentId(DocumentKind.RECEIVE, "R")), Entries.NOON);
    Quantity one = Quantity.of(1);

    assertThat(form(1, cause, new Received(Sku.of("AB"), LocationId.of("C"), one)))
        .isNotEqualTo(form(1, cause, new Received(Sku.of("A"), LocationId.of("BC"), one)))
        .hasSameSizeAs(form(1, cause, new Received(Sku.of("A"), LocationId.of("BC"), one)));
  }

  /** J4: every text has its own bytes, lone surrogates included. */
  @Property
  void j4_everyTextHasItsOwnBytes(@ForAll String one, @ForAll String other) {
    assertThat(text(one).equals(text(other))).isEqualTo(one.equals(other));
  }

  @Example
  void j4_loneSurrogatesAreToldApart() {
    List<String> texts = List.of("?", "\ud800", "\udbff", "\udc00", "\ud800\udc00", "\udc00\ud800");

    assertThat(texts.stream().map(HashChainProperties::text)).doesNotHaveDuplicates();
  }

  private static String text(String text) {
    Encoder bytes = new Encoder();
    bytes.putText(text);
    return HexFormat.of().formatHex(bytes.toBytes());
  }

  /** A kind of entry that the generator or the form does not know would show here. */
  @Property(tries = 1)
  void everyKindOfEntryHasAForm() {
    Set<Class<?>> kinds = Stream.of(LineEntry.class, StockEntry.class)
        .flatMap(kind -> Stream.of(Objects.requireNonNull(kind.getPermittedSubclasses())))
        .collect(toSet());
    Set<Class<?>> written = new HashSet<>();
    Arbitrary<LedgerEntry> any = Entries.any();
    Cause cause = Entries.causes().sample();
    for (int i = 0; i < 2_000 && written.size() < kinds.size(); i++) {
      LedgerEntry entry = any.sample();
      assertThat(form(1, cause, entry)).isNotEmpty();
      written.add(entry.getClass());
    }
    assertThat(written).isEqualTo(kinds);
  }

  /** The formula of the documentation, by hand. */
  @Property(tries = 200)
  void eachValueIsTheHashOfTheFormAndTheValueBefore(
      @ForAll("entries") LedgerEntry entry, @ForAll("causes") Cause cause) {
    MessageDigest function = Digest.function();
    function.update(new byte[] {3, 1, 0, 0, 0, 4, 'L', 'A', 'M', 'P'});
    Digest start = Digest.from(function);
    function.update((byte) 2);
    function.update(form(7, cause, entry));
    function.update(start.bytes());

    assertThat(HashChain.start(LAMP)).isEqualTo(start);
    assertThat(HashChain.next(start, 7, cause, entry)).isEqualTo(Digest.from(function));
  }

  @Property(tries = 200)
  void aFoldGivesTheSameValuesAsOneByOne(
      @ForAll("entries") LedgerEntry one,
      @ForAll("entries") LedgerEntry two,
      @ForAll("causes") Cause cause) {
    HashChain fold = HashChain.fold();
    List<Digest> folded = new ArrayList<>();
    List<Digest> single = new ArrayList<>();
    Digest start = HashChain.start(LAMP);
    folded.add(fold.link(start, 1, cause, one));
    folded.add(fold.link(folded.get(0), 2, cause, two));
    single.add(HashChain.next(start, 1, cause, one));
    single.add(HashChain.next(single.get(0), 2, cause, two));

    assertThat(folded).isEqualTo(single).doesNotHaveDuplicates();
  }

  /** What is read back is what was written, and is written the same again. */
  @Property(tries = 2_000)
  void aFormReadBackIsTheSameRecord(
      @ForAll("entries") LedgerEntry entry, @ForAll("causes") Cause cause) {
    LedgerRecord record =
        new LedgerRecord(5, 7, cause, entry).chained(HashChain.next(START, 7, cause, entry));
    LedgerRecord again = LedgerRecord.read(5, cause.document(), record.canonical());

    assertThat(again).isEqualTo(record);
    assertThat(again.chain()).isEqualTo(record.chain());
    assertThat(again.canonical()).isEqualTo(record.canonical());
  }

  private static final Digest START = HashChain.start(LAMP);

  /** J1: no damaged form is read as if nothing had happened. */
  @Property(tries = 500)
  void aDamagedFormIsRefusedOrAnotherRecord(
      @ForAll("entries") LedgerEntry entry,
      @ForAll("causes") Cause cause,
      @ForAll @IntRange(max = 99_999) int choice) {
    LedgerRecord record = new LedgerRecord(5, 7, cause, entry).chained(START);
    byte[] form = record.canonical();
    int bit = choice % (form.length * 8);
    form[bit / 8] ^= (byte) (1 << (bit % 8));
    try {
      LedgerRecord read = LedgerRecord.read(5, cause.document(), form);
      assertThat(read.equals(record) && read.chain().equals(record.chain())).isFalse();
    } catch (InvalidValueException e) {
      assertThat(e.code()).isIn(ErrorCode.IMPORT_INVALID, ErrorCode.UNKNOWN_EVENT);
    }
  }
}
