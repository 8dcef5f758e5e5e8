package io.backorder.examples.benchmarks;

import io.backorder.forecast.Forecaster;
import io.backorder.smoothing.Croston;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.Seasonality;
import io.backorder.smoothing.TemporalAggregation;
import io.backorder.smoothing.TeunterSyntetosBabai;
import java.util.Locale;

/** The methods of forecasting whose fits are counted in bytes. */
public enum FittedMethod {

  /** The last demand. */
  NAIVE(Forecaster.naive()),

  /** The demand of a year before. */
  SEASONAL_NAIVE(Forecaster.seasonalNaive(52)),

  /** The average. */
  MEAN(Forecaster.mean()),

  /** The line from first to last. */
  DRIFT(Forecaster.drift()),

  /** The average of a quarter. */
  MOVING_AVERAGE(Forecaster.movingAverage(13)),

  /** Simple smoothing. */
  SES(ExponentialSmoothing.simple().withAlpha(0.2)),

  /** Simple smoothing with the best weight. */
  SES_ESTIMATED(ExponentialSmoothing.simple()),

  /** Holt's trend. */
  HOLT(ExponentialSmoothing.holt().withAlpha(0.2).withBeta(0.1)),

  /** Holt's trend with the best weights. */
  HOLT_ESTIMATED(ExponentialSmoothing.holt()),

  /** A damped trend. */
  DAMPED(ExponentialSmoothing.damped().withAlpha(0.2).withBeta(0.1).withPhi(0.9)),

  /** A damped trend with the best weights. */
  DAMPED_ESTIMATED(ExponentialSmoothing.damped()),

  /** Holt and Winters. */
  HOLT_WINTERS(ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, 52)
      .withAlpha(0.2)
      .withBeta(0.1)
      .withGamma(0.1)),

  /** Holt and Winters with the best weights. */
  HOLT_WINTERS_ESTIMATED(ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, 52)),

  /** Croston. */
  CROSTON(Croston.classic()),

  /** Croston, corrected. */
  SBA(Croston.sba()),

  /** Croston, corrected, with the best weights. */
  SBA_ESTIMATED(Croston.sba().withEstimatedWeights()),

  /** Croston, corrected otherwise. */
  SBJ(Croston.sbj()),

  /** Teunter, Syntetos and Babai. */
  TSB(TeunterSyntetosBabai.tsb()),

  /** Blocks of one length. */
  ADIDA(TemporalAggregation.adida()),

  /** Blocks of all lengths. */
  IMAPA(TemporalAggregation.imapa());

  @SuppressWarnings("ImmutableEnumChecker") // a forecaster keeps no state
  private final Forecaster forecaster;

  FittedMethod(Forecaster forecaster) {
    this.forecaster = forecaster;
  }

  Forecaster forecaster() {
    return forecaster;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
