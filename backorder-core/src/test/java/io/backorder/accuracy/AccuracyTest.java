package io.backorder.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.smoothing.Croston;
import io.backorder.smoothing.ExponentialSmoothing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccuracyTest {

  private static final DemandHistory RAMP = DemandHistory.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  @Test
  void errors_rollingOrigins_seeOnlyWhatWasBefore() {
    List<Integer> seen = new ArrayList<>();
    Forecaster spy = history -> {
      seen.add(history.periods());
      return Forecaster.naive().fit(history);
    };

    ForecastErrors errors = Backtest.rolling(2, 3).errors(spy, RAMP);

    assertThat(seen).containsExactly(6, 7, 8);
    assertThat(errors.periods()).isEqualTo(6);
    assertThat(errors.meanError()).isEqualTo(1.5);
  }

  @Test
  void errors_fixedParameters_areTheSameByObserving() {
    Forecaster method = ExponentialSmoothing.simple().withAlpha(0.25);

    double refitted = Backtest.oneStep(4).errors(method, RAMP).meanSquaredError();
    double observed =
        Backtest.oneStep(4).withRefit(Refit.FIRST_ORIGIN).errors(method, RAMP).meanSquaredError();

    assertThat(observed).isEqualTo(refitted);
  }

  @Test
  void errors_noTrainingLeft_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Backtest.holdout(10).errors(Forecaster.naive(), RAMP))
        .withMessage("history must have at least 11 periods: 10");
  }

  @Test
  void choose_aRamp_takesTheLine() {
    ModelChoice choice = ModelChoice.of(
        Backtest.rolling(2, 3), List.of(Forecaster.mean(), Forecaster.naive(), Forecaster.drift()));

    assertThat(choice.choose(RAMP)).isEqualTo(Forecaster.drift());
    assertThat(choice.forecast(RAMP, 1).mean(1)).isEqualTo(11);
  }

  @Test
  void scores_candidateThatRefuses_hasNone() {
    DemandHistory returns = DemandHistory.of(1, -2, 3, 4, 5, 6);
    ModelChoice choice =
        ModelChoice.of(Backtest.oneStep(2), List.of(Croston.classic(), Forecaster.naive()));

    List<ModelChoice.Score> scores = choice.scores(returns);

    assertThat(scores.get(0).forecaster()).isEqualTo(Forecaster.naive());
    assertThat(scores.get(1).score()).isEmpty();
  }

  @Test
  void choose_historyTooShortForTheTest_takesTheFirstThatFits() {
    ModelChoice choice = ModelChoice.of(
        Backtest.oneStep(12), List.of(Forecaster.seasonalNaive(4), Forecaster.naive()));

    assertThat(choice.choose(DemandHistory.of(1, 2))).isEqualTo(Forecaster.naive());
  }

  @Test
  void choose_noCandidateFits_isRefused() {
    ModelChoice choice = ModelChoice.of(Backtest.oneStep(1), List.of(Forecaster.drift()));

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> choice.choose(DemandHistory.of(1)));
  }

  @Test
  void errors_allZero_havePercentagesWithoutAValue() {
    ForecastErrors errors = ForecastErrors.of(new double[] {0, 0}, new double[] {0, 1});

    assertThat(errors.meanAbsolutePercentageError()).isEmpty();
    assertThat(errors.weightedAbsolutePercentageError()).isEmpty();
    assertThat(errors.relativeBias()).isEmpty();
    assertThat(errors.symmetricPercentageError()).isEqualTo(100);
    assertThat(errors.meanAbsoluteScaledError(new ErrorScale(0, 0))).isEmpty();
  }

  @Test
  void errors_figuresOfEverySize_areNeverNaN() {
    double[] sizes = {-1e150, -1, -Double.MIN_VALUE, 0, 1e-300, 3, 1e100, 1e150};
    for (double actual : sizes) {
      for (double forecast : sizes) {
        ForecastErrors errors = ForecastErrors.of(new double[] {actual}, new double[] {forecast});

        assertThat(errors.symmetricPercentageError()).isBetween(0.0, 200.000001);
        assertThat(errors.meanError()).isFinite();
        assertThat(errors.rootMeanSquaredError()).isFinite();
        assertThat(errors.relativeBias().orElse(0)).isNotNaN();
        assertThat(errors.weightedAbsolutePercentageError().orElse(0)).isNotNaN();
      }
    }
    for (double tooLarge : new double[] {1e308, -1e308, Double.NaN}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> ForecastErrors.of(new double[] {1}, new double[] {tooLarge}));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> QuantileErrors.of(0.5, new double[] {tooLarge}, new double[] {1}));
    }
  }

  @Test
  void of_lengthsDiffer_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ForecastErrors.of(new double[] {1}, new double[] {1, 2}))
        .withMessage("forecast must have 1 periods: 2");
  }
}
