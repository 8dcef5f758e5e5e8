package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.proof.Checkpoint;
import io.backorder.proof.ConsistencyProof;
import io.backorder.proof.InclusionProof;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Sku;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** J1, J3 and J7: what an attacker who can write the records can do unseen, and what he cannot. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 300)
final class TamperProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  private static Ledger ledger(History history) {
    Ledger ledger = Walk.each(history, moment -> {}).kernel.inventory.ledger();
    Assume.that(ledger.size() >= 3);
    return ledger;
  }

  private static List<LedgerRecord> stored(Ledger ledger) {
    return new Attacker(ledger.after(0, Integer.MAX_VALUE)).records();
  }

  private static boolean isLastOfItsItem(List<LedgerRecord> records, int index) {
    Sku sku = records.get(index).entry().sku();
    return records.subList(index + 1, records.size()).stream()
        .noneMatch(each -> each.entry().sku().equals(sku));
  }

  private static Optional<ErrorCode> found(List<LedgerRecord> records, Checkpoint checkpoint) {
    InvalidValueException refusal = catchThrowableOfType(
        InvalidValueException.class, () -> new ListLedger(records).verify(checkpoint));
    return Optional.ofNullable(refusal).map(InvalidValueException::code);
  }

  @Property(seed = Histories.SEED)
  void aLedgerThatNobodyTouchedIsSound(@ForAll("histories") History history) {
    Ledger ledger = ledger(history);
    ListLedger copy = new ListLedger(stored(ledger));

    assertThat(copy.isSound()).isTrue();
    assertThat(copy.checkpoint()).isEqualTo(ledger.checkpoint());
    assertThat(ledger.verify(ledger.checkpoint())).isEqualTo(ledger.checkpoint());
  }

  @Property(seed = Histories.SEED)
  void j1_everyEditedFieldIsDetected(
      @ForAll("histories") History history,
      @ForAll @IntRange(max = 9999) int choice,
      @ForAll Attacker.Field field) {
    List<LedgerRecord> records = stored(ledger(history));
    Attacker attacker = new Attacker(records);
    attacker.edit(choice % records.size(), field);

    assertThat(new ListLedger(attacker.records()).isSound()).isFalse();
  }

  @Property(seed = Histories.SEED)
  void j3_anEditWithAFreshChainValueIsDetectedUnlessItIsTheLastOfItsItem(
      @ForAll("histories") History history, @ForAll @IntRange(max = 9999) int choice) {
    List<LedgerRecord> records = stored(ledger(history));
    int index = choice % records.size();
    Attacker attacker = new Attacker(records);
    attacker.edit(index, Attacker.Field.ENTRY);
    attacker.relink(index);

    assertThat(new ListLedger(attacker.records()).isSound())
        .isEqualTo(isLastOfItsItem(records, index));
    assertThat(found(attacker.records(), new ListLedger(records).checkpoint()))
        .contains(ErrorCode.CHECKPOINT_MISMATCH);
  }

  @Property(seed = Histories.SEED)
  void j3_aDeletedRecordIsDetectedUnlessItIsTheLastOfItsItem(
      @ForAll("histories") History history, @ForAll @IntRange(max = 9999) int choice) {
    List<LedgerRecord> records = stored(ledger(history));
    int index = choice % records.size();
    Attacker attacker = new Attacker(records);
    attacker.delete(index);
    boolean lastOfAll = index == records.size() - 1;

    assertThat(new ListLedger(attacker.records()).isSound()).isEqualTo(lastOfAll);
    attacker.renumberPositions();
    assertThat(new ListLedger(attacker.records()).isSound())
        .isEqualTo(isLastOfItsItem(records, index));
    attacker.renumber();
    assertThat(new ListLedger(attacker.records()).isSound())
        .isEqualTo(isLastOfItsItem(records, index));
  }

  @Property(seed = Histories.SEED)
  void j3_aRepeatedRecordIsDetected(
      @ForAll("histories") History history,
      @ForAll @IntRange(max = 9999) int choice,
      @ForAll @IntRange(max = 9999) int place) {
    List<LedgerRecord> records = stored(ledger(history));
    Attacker attacker = new Attacker(records);
    attacker.repeat(choice % records.size(), place % (records.size() + 1));
    attacker.renumberPositions();

    assertThat(new ListLedger(attacker.records()).isSound()).isFalse();
    attacker.renumber();
    assertThat(new ListLedger(attacker.records()).isSound()).isFalse();
  }

  @Property(seed = Histories.SEED)
  void j3_anInsertedRecordIsDetectedWhateverValueItCarries(
      @ForAll("histories") History history,
      @ForAll @IntRange(max = 9999) int choice,
      @ForAll Attacker.Field field) {
    List<LedgerRecord> records = stored(ledger(history));
    int index = choice % records.size();
    Attacker forger = new Attacker(records);
    forger.edit(index, field);
    Attacker attacker = new Attacker(records);
    attacker.insert(index, forger.records().get(index));
    attacker.renumber();
    attacker.relink(index);

    assertThat(new ListLedger(attacker.records()).isSound()).isFalse();
  }

  @Property(seed = Histories.SEED)
  void j3_swappedRecordsAreDetected(
      @ForAll("histories") History history,
      @ForAll @IntRange(max = 9999) int choice,
      @ForAll @IntRange(min = 1, max = 9999) int distance) {
    List<LedgerRecord> records = stored(ledger(history));
    int one = choice % records.size();
    int other = (one + 1 + distance % (records.size() - 1)) % records.size();
    Attacker attacker = new Attacker(records);
    attacker.swap(one, other);

    assertThat(new ListLedger(attacker.records()).isSound()).isFalse();
    boolean sameItem =
        records.get(one).entry().sku().equals(records.get(other).entry().sku());
    if (sameItem) {
      attacker.renumberPositions();
      assertThat(new ListLedger(attacker.records()).isSound()).isFalse();
      attacker.renumber();
      assertThat(new ListLedger(attacker.records()).isSound()).isFalse();
    }
    attacker.renumberPositions();
    assertThat(found(attacker.records(), new ListLedger(records).checkpoint()))
        .contains(ErrorCode.CHECKPOINT_MISMATCH);
  }

  @Property(seed = Histories.SEED)
  void j3_aCutOffEndIsDetectedExactlyByACheckpointBeyondTheCut(
      @ForAll("histories") History history,
      @ForAll @IntRange(max = 9999) int cut,
      @ForAll @IntRange(max = 9999) int stored) {
    List<LedgerRecord> records = stored(ledger(history));
    int size = cut % records.size();
    int known = stored % (records.size() + 1);
    Checkpoint checkpoint = new ListLedger(records.subList(0, known)).checkpoint();
    Attacker attacker = new Attacker(records);
    attacker.truncate(size);

    assertThat(new ListLedger(attacker.records()).isSound()).isTrue();
    assertThat(found(attacker.records(), checkpoint))
        .isEqualTo(
            known > size ? Optional.of(ErrorCode.HISTORY_TRUNCATED) : Optional.<ErrorCode>empty());
  }

  @Property(seed = Histories.SEED)
  void j3_aRewrittenHistoryIsDetectedExactlyByACheckpointThatCoversIt(
      @ForAll("histories") History history,
      @ForAll @IntRange(max = 9999) int choice,
      @ForAll @IntRange(max = 9999) int stored) {
    List<LedgerRecord> records = stored(ledger(history));
    int index = choice % records.size();
    int known = stored % (records.size() + 1);
    Checkpoint checkpoint = new ListLedger(records.subList(0, known)).checkpoint();
    Attacker attacker = new Attacker(records);
    attacker.edit(index, Attacker.Field.ENTRY);
    attacker.rebuild();

    assertThat(new ListLedger(attacker.records()).isSound()).isTrue();
    assertThat(found(attacker.records(), checkpoint))
        .isEqualTo(
            known > index
                ? Optional.of(ErrorCode.CHECKPOINT_MISMATCH)
                : Optional.<ErrorCode>empty());
  }

  @Property(seed = Histories.SEED)
  void j7_aCheckpointVerifiesAgainstEveryExtensionAndNoOtherHistory(
      @ForAll("histories") History history,
      @ForAll("histories") History another,
      @ForAll @IntRange(max = 9999) int choice) {
    List<LedgerRecord> records = stored(ledger(history));
    List<LedgerRecord> others = stored(ledger(another));
    int known = 1 + choice % records.size();
    Checkpoint checkpoint = new ListLedger(records.subList(0, known)).checkpoint();

    for (int size = known; size <= records.size(); size++) {
      assertThat(found(records.subList(0, size), checkpoint)).isEmpty();
    }
    boolean begins =
        others.size() >= known && others.subList(0, known).equals(records.subList(0, known));
    assertThat(found(others, checkpoint).isEmpty()).isEqualTo(begins);
  }

  @Property(seed = Histories.SEED)
  void proofsOfTheLedgerConvinceWhoeverHasNone(
      @ForAll("histories") History history,
      @ForAll @IntRange(max = 9999) int choice,
      @ForAll @IntRange(max = 9999) int stored) {
    Ledger ledger = ledger(history);
    long size = ledger.size();
    long position = 1 + choice % size;
    long known = position + stored % (size - position + 1);
    List<LedgerRecord> records = ledger.after(0, Integer.MAX_VALUE);
    Checkpoint then = new ListLedger(records.subList(0, (int) known)).checkpoint();
    InclusionProof inclusion = ledger.inclusion(position, then);
    ConsistencyProof consistency = ledger.consistency(then, ledger.checkpoint());

    assertThat(consistency.proves(then, ledger.checkpoint())).isTrue();
    for (LedgerRecord record : records) {
      assertThat(inclusion.proves(record.canonical(), then))
          .isEqualTo(record.position() == position);
    }
  }

  @Property(seed = Histories.SEED, tries = 50)
  void proofsForACheckpointOfAnotherHistoryAreRefused(@ForAll("histories") History history) {
    Ledger ledger = ledger(history);
    Attacker attacker = new Attacker(ledger.after(0, Integer.MAX_VALUE));
    attacker.edit(0, Attacker.Field.ENTRY);
    attacker.rebuild();
    Checkpoint other = new ListLedger(attacker.records()).checkpoint();
    Checkpoint longer = new Checkpoint(ledger.size() + 1, other.root());

    refused(ErrorCode.CHECKPOINT_MISMATCH, () -> ledger.inclusion(1, other));
    refused(ErrorCode.CHECKPOINT_MISMATCH, () -> ledger.consistency(other, other));
    refused(ErrorCode.CHECKPOINT_MISMATCH, () -> ledger.consistency(ledger.checkpoint(), other));
    refused(ErrorCode.CHECKPOINT_MISMATCH, () -> ledger.consistency(other, ledger.checkpoint()));
    refused(
        ErrorCode.CHECKPOINT_MISMATCH,
        () -> ledger.consistency(new Checkpoint(0, other.root()), ledger.checkpoint()));
    refused(ErrorCode.HISTORY_TRUNCATED, () -> ledger.inclusion(1, longer));
    refused(ErrorCode.HISTORY_TRUNCATED, () -> ledger.consistency(other, longer));
    refused(ErrorCode.INVALID_QUANTITY, () -> ledger.inclusion(0, ledger.checkpoint()));
  }

  private static void refused(ErrorCode code, Runnable asked) {
    InvalidValueException refusal = catchThrowableOfType(InvalidValueException.class, asked::run);
    assertThat(refusal).isNotNull().extracting(InvalidValueException::code).isEqualTo(code);
  }
}
