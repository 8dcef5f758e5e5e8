package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReplayTest {

  /** Opening stock 6; in a steady state 4 lamps lie there in the morning and 2 in the evening. */
  private static final OrderUpToRule RULE = new OrderUpToRule(0, 2, 1);

  @TempDir
  Path folder;

  private RetailYear year;

  @BeforeEach
  void read() throws IOException {
    year = new UciFolder(SmallShop.folder(folder)).read();
  }

  @Test
  void run_salesOnly_countsWhatWaited() {
    YearResult result = replay(year.salesOnly(), PolicyChoice.FIRST_COME_FIRST_SERVED);

    assertThat(result.evenings()).hasSize(SmallShop.DAYS - OrderUpToRule.WINDOW);
    assertThat(result.evenings().get(0).onHand()).isEqualTo(4);
    assertThat(result.evenings().get(4).waiting()).isEqualTo(98);
    assertThat(result.total().orders()).isEqualTo(15);
    assertThat(result.total().units()).isEqualTo(14 * 2 + 100);
    assertThat(result.service().worst(10).get(0).units()).isGreaterThanOrEqualTo(98);
  }

  @ParameterizedTest
  @EnumSource
  void run_cancellationsReturnsAndCorrections_everyUnitIsSomewhere(PolicyChoice choice) {
    YearResult result = replay(year, choice);

    UnitAccount units = result.closing().units();
    assertThat(units.ordered())
        .isEqualTo(units.shipped() + units.cancelled() + units.waiting() + units.reserved());
    assertThat(units.received() + units.returned() + units.found())
        .isEqualTo(units.shipped() + units.lost() + units.onHand());
    assertThat(units.reserved()).isZero();
    assertThat(result.closing().verification().firstDifference()).isEmpty();
  }

  @Test
  void run_unitsGivenBack_areCancelledWhileOpenAndReturnedAfterwards() {
    ReturnsDesk returns =
        replay(year, PolicyChoice.FIRST_COME_FIRST_SERVED).closing().returns();

    assertThat(returns.lines()).isEqualTo(2);
    assertThat(returns.cancelled()).isEqualTo(99);
    assertThat(returns.returned()).isEqualTo(1);
    assertThat(returns.unmatchedLines()).isEqualTo(1);
    assertThat(returns.unmatched()).isEqualTo(4);
  }

  @Test
  void run_lossBeyondTheShelf_isCutToTheShelf() {
    CorrectionsDesk corrections =
        replay(year, PolicyChoice.FIRST_COME_FIRST_SERVED).closing().corrections();

    assertThat(corrections.posted()).isEqualTo(2);
    assertThat(corrections.found()).isEqualTo(5);
    assertThat(corrections.cut()).isEqualTo(1);
    assertThat(corrections.lost()).isPositive();
    assertThat(corrections.lost() + corrections.impossible()).isEqualTo(1000);
  }

  @Test
  void run_anyYear_agesAddUpToWhatWaits() {
    YearResult result = replay(year.salesOnly(), PolicyChoice.PRIORITY);

    YearResult.Evening last = result.evenings().get(result.evenings().size() - 1);
    assertThat(last.waitingByWeek()).hasSize(WaitingRoom.WEEKS);
    assertThat(last.waiting()).isEqualTo(result.total().stillOpen());
  }

  private static YearResult replay(RetailYear year, PolicyChoice choice) {
    return new Replay(year, RULE, choice).run(done -> {});
  }
}
