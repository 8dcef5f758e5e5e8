package io.backorder.accuracy;

import static java.util.Objects.requireNonNull;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.ForecastState;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Takes, for each history, the method that does best in a backtest on it. It is a method itself: fitting
 * chooses, and fits the choice to the whole history.
 *
 * <p>A candidate that refuses the history or a part of it gets no score. Candidates with equal scores stand
 * in the order in which they were given, so that the plain ones go first. Where the history is too short
 * for the test, no candidate has a score, and the first that takes the history is used.
 *
 * <p>This type is immutable and thread-safe if its candidates are.
 */
public final class ModelChoice implements Forecaster {

  private final List<Forecaster> candidates;
  private final Backtest backtest;
  private final ToDoubleFunction<ForecastErrors> measure;

  private ModelChoice(
      List<Forecaster> candidates, Backtest backtest, ToDoubleFunction<ForecastErrors> measure) {
    this.candidates = candidates;
    this.backtest = backtest;
    this.measure = measure;
  }

  /**
   * A candidate with its score.
   *
   * @param forecaster the candidate
   * @param score its measure in the backtest, empty if it refused the history
   */
  public record Score(Forecaster forecaster, OptionalDouble score) {}

  /**
   * Returns the choice by root mean squared error.
   *
   * @param backtest the test
   * @param candidates the methods to choose from, at least one, plain ones first
   * @return the choice
   * @throws InvalidValueException if there is no candidate
   */
  public static ModelChoice of(Backtest backtest, List<Forecaster> candidates) {
    Numbers.atLeast("candidates", candidates.size(), 1);
    return new ModelChoice(
        List.copyOf(candidates),
        requireNonNull(backtest, "backtest"),
        ForecastErrors::rootMeanSquaredError);
  }

  /**
   * Returns this choice by another measure.
   *
   * @param other the measure, smaller is better
   * @return the choice
   */
  public ModelChoice by(ToDoubleFunction<ForecastErrors> other) {
    return new ModelChoice(candidates, backtest, requireNonNull(other, "measure"));
  }

  /**
   * Returns the candidates with their scores.
   *
   * @param history the history
   * @return the scores, best first; those without a score last
   */
  public List<Score> scores(DemandHistory history) {
    List<Score> scores = new ArrayList<>();
    for (Forecaster candidate : candidates) {
      scores.add(new Score(candidate, score(candidate, history)));
    }
    scores.sort(Comparator.comparingDouble(each -> each.score().orElse(Double.POSITIVE_INFINITY)));
    return List.copyOf(scores);
  }

  private OptionalDouble score(Forecaster candidate, DemandHistory history) {
    try {
      return OptionalDouble.of(measure.applyAsDouble(backtest.errors(candidate, history)));
    } catch (InvalidValueException refused) {
      return OptionalDouble.empty(); // the contract of a method: this history is not one for it
    }
  }

  /**
   * Returns the method that does best on a history.
   *
   * @param history the history
   * @return the method
   * @throws InvalidValueException if no candidate takes the history
   */
  public Forecaster choose(DemandHistory history) {
    List<Score> scores = scores(history);
    InvalidValueException refusal = Numbers.refused("history", "suit a candidate", history);
    for (Score each : scores) {
      try {
        each.forecaster().fit(history);
        return each.forecaster();
      } catch (InvalidValueException refused) {
        refusal.addSuppressed(refused);
      }
    }
    throw refusal;
  }

  @Override
  public ForecastState fit(DemandHistory history) {
    return choose(history).fit(history);
  }

  @Override
  public String toString() {
    return "best of " + candidates;
  }
}
