package io.backorder.forecast;

import static io.backorder.forecast.ForecasterContract.Law.NOT_NEGATIVE;
import static io.backorder.forecast.ForecasterContract.Law.ONLINE;
import static io.backorder.forecast.ForecasterContract.Law.SCALE;
import static io.backorder.forecast.ForecasterContract.Law.SHIFT;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.refusal.InvalidValueException;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

/** The methods without parameters keep the contract. */
@SuppressWarnings("ClassCanBeStatic") // a group of jqwik is an inner class
final class BaselineProperties {

  @Group
  class Naive implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Forecaster.naive();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class Mean implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Forecaster.mean();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class Drift implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Forecaster.drift();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE);
    }
  }

  @Group
  class SeasonalNaiveOfAYear implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Forecaster.seasonalNaive(12);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class MovingAverageOfEight implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Forecaster.movingAverage(8);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class ALambda implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Forecaster.refitting((history, horizon) ->
          Forecaster.drift().forecast(history.requirePeriods(2), horizon).notNegative());
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, ONLINE, NOT_NEGATIVE);
    }

    @Override
    @Example
    public void refusesAnEmptyHistory() {
      // the lambda is asked for a forecast first, and refuses then
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> forecaster().forecast(DemandHistory.of(), 1));
    }
  }
}
