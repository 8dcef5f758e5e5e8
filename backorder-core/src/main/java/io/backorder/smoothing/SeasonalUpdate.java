package io.backorder.smoothing;

/** What a season's index is compared with when it is updated. The literature has both. */
public enum SeasonalUpdate {

  /** The level and trend before the period, as Hyndman and Athanasopoulos and statsmodels have it. */
  PREVIOUS_LEVEL,

  /** The level after the period, as Winters (1960) and R's {@code HoltWinters} have it. */
  NEW_LEVEL
}
