package io.backorder.assortment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.forecast.DemandHistory;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ItemsTest {

  private static ShortageRecord shortages(long... units) {
    return new ShortageRecord(Arrays.stream(units).mapToObj(Quantity::of).toList());
  }

  @Test
  void isRecurring_bothSidesOfTheCount_areToldApart() {
    ShortageRecord record = shortages(9, 9, 0, 3, 0, 1);

    assertThat(record.shortCycles(4)).isEqualTo(2);
    assertThat(record.isRecurring(2, 4)).isTrue();
    assertThat(record.isRecurring(3, 4)).isFalse();
    assertThat(record.plus(Quantity.of(1)).isRecurring(3, 4)).isTrue();
    assertThat(shortages().isRecurring(1, 1)).isFalse();
  }

  @Test
  void isRecurring_moreThanAreLookedAt_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> shortages(1).isRecurring(2, 1))
        .withMessage("m must be at least 2: 1");
  }

  @Test
  void isSlowMover_bothSidesOfTheBound_areToldApart() {
    StockCover cover = StockCover.of(Quantity.of(40), DemandHistory.of(99, 2, 2), 2);

    assertThat(cover.periodsOfCover()).hasValue(20);
    assertThat(cover.isSlowMover(19.9)).isTrue();
    assertThat(cover.isSlowMover(20)).isFalse();
  }

  @Test
  void isSlowMover_nothingSold_holdsForWhatIsInStock() {
    DemandHistory none = DemandHistory.of(0, 0);

    assertThat(StockCover.of(Quantity.of(1), none, 2).isSlowMover(1000)).isTrue();
    assertThat(StockCover.of(Quantity.ZERO, none, 2).isSlowMover(1000)).isFalse();
  }

  @Test
  void recurring_itemsAboveAndBelowTheCount_ranksThoseAbove() {
    Map<Sku, ShortageRecord> records = Map.of(
        Sku.of("TWICE"), shortages(1, 0, 1),
        Sku.of("ALWAYS"), shortages(0, 1, 1, 1),
        Sku.of("AGAIN"), shortages(5, 0, 2),
        Sku.of("ONCE"), shortages(9, 0, 0, 9));

    assertThat(ShortageRecord.recurring(records, 2, 3))
        .containsExactly(Sku.of("ALWAYS"), Sku.of("AGAIN"), Sku.of("TWICE"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ShortageRecord.recurring(Map.of(), 3, 2));
  }

  @Test
  void slowMovers_itemsAboveAndBelowTheBound_ranksThoseAbove() {
    Map<Sku, StockCover> covers = Map.of(
        Sku.of("DEAD"), new StockCover(Quantity.of(2), 4, 0),
        Sku.of("BURIED"), new StockCover(Quantity.of(9), 4, 0),
        Sku.of("SLOW"), new StockCover(Quantity.of(30), 4, 4),
        Sku.of("BRISK"), new StockCover(Quantity.of(10), 4, 4),
        Sku.of("GONE"), new StockCover(Quantity.ZERO, 4, 0));

    assertThat(StockCover.slowMovers(covers, 10))
        .containsExactly(Sku.of("BURIED"), Sku.of("DEAD"), Sku.of("SLOW"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> StockCover.slowMovers(Map.of(), 0));
  }

  @Test
  void demandPattern_oneDemand_hasNoSampleVariation() {
    DemandPattern pattern = DemandPattern.of(DemandHistory.of(0, 0, 7, 0));

    assertThat(pattern.sampleVariation()).isEmpty();
    assertThat(pattern.populationVariation()).isZero();
    assertThat(pattern.meanInterval()).isEqualTo(3);
    assertThat(pattern.demandClass()).isEqualTo(DemandClass.INTERMITTENT);
  }

  @Test
  void demandPatternDoesNotDependOnTheUnit() {
    for (double unit : new double[] {1e-90, 1e-9, 1, 1e90}) {
      DemandPattern pattern = DemandPattern.of(DemandHistory.of(unit, 0, 3 * unit, unit));

      assertThat(pattern.populationVariation()).isCloseTo(8 / 25.0, within(1e-12));
      assertThat(pattern.sampleVariation().orElseThrow()).isCloseTo(12 / 25.0, within(1e-12));
    }
    assertThat(DemandPattern.of(DemandHistory.of(1e-90, 1e-90)).populationVariation())
        .isZero();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DemandPattern.of(DemandHistory.of(1e-200, 1e-200)));
  }

  @Test
  void demandPattern_negativeDemand_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DemandPattern.of(DemandHistory.of(1, -1)));
  }

  @Test
  void xyzClass_bothBounds_belongToTheSteadierSide() {
    assertThat(XyzClass.of(DemandHistory.of(5, 5))).isEqualTo(XyzClass.X);
    assertThat(XyzClass.of(DemandHistory.of(0, 1, 2))).isEqualTo(XyzClass.Y);
    assertThat(XyzClass.of(DemandHistory.of(0, 0, 3))).isEqualTo(XyzClass.Z);
    assertThat(XyzClass.of(DemandHistory.of(0, 0))).isEqualTo(XyzClass.Z);
  }

  @Test
  void abcAnalysis_oneItemMakesMost_isNotA() {
    AbcAnalysis analysis = AbcAnalysis.of(Map.of(Sku.of("BIG"), 90.0, Sku.of("SMALL"), 10.0));

    assertThat(analysis.items())
        .extracting(AbcAnalysis.Item::abcClass)
        .isEqualTo(List.of(AbcClass.B, AbcClass.C));
  }

  @Test
  void abcAnalysis_nothingOfValue_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AbcAnalysis.of(Map.of(Sku.of("A"), 0.0)));
  }
}
