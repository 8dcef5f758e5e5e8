package io.backorder.smoothing;

import static io.backorder.forecast.ForecasterContract.Law.NOT_NEGATIVE;
import static io.backorder.forecast.ForecasterContract.Law.ONLINE;
import static io.backorder.forecast.ForecasterContract.Law.SCALE;
import static io.backorder.forecast.ForecasterContract.Law.SHIFT;

import io.backorder.forecast.Forecaster;
import io.backorder.forecast.ForecasterContract;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Group;
import net.jqwik.api.Provide;

/** The methods that smooth keep the contract. */
@SuppressWarnings("ClassCanBeStatic") // a group of jqwik is an inner class
final class SmoothingProperties {

  private static ExponentialSmoothing fixed(ExponentialSmoothing method) {
    return method.withAlpha(0.3).withBeta(0.1).withGamma(0.2);
  }

  @Group
  class SimpleSmoothing implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return ExponentialSmoothing.simple().withAlpha(0.3);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class EstimatedSmoothing implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return ExponentialSmoothing.simple();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, NOT_NEGATIVE);
    }
  }

  @Group
  class EstimatedStart implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return ExponentialSmoothing.simple().withStart(SmoothingStart.estimated());
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE);
    }
  }

  @Group
  class Holt implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return ExponentialSmoothing.holt().withAlpha(0.3).withBeta(0.1);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE);
    }
  }

  @Group
  class Damped implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return ExponentialSmoothing.damped().withAlpha(0.3).withBeta(0.1).withPhi(0.9);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE);
    }
  }

  @Group
  class AdditiveSeasons implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return fixed(ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, 4));
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE);
    }
  }

  @Group
  class AdditiveSeasonsDecomposed implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return fixed(ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, 4))
          .withStart(SmoothingStart.decomposition())
          .withSeasonalUpdate(SeasonalUpdate.NEW_LEVEL);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, SHIFT, ONLINE);
    }
  }

  @Group
  class MultiplicativeSeasons implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return fixed(ExponentialSmoothing.holtWinters(Seasonality.MULTIPLICATIVE, 4));
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, ONLINE);
    }

    /** A season divides, so demand must be positive. */
    @Override
    @Provide
    public Arbitrary<double[]> histories() {
      return ForecasterContract.super
          .histories()
          .map(demand -> Arrays.stream(demand).map(each -> each + 1000).toArray());
    }
  }

  @Group
  class PlainCroston implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Croston.classic();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class CorrectedCroston implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Croston.sba().withWeights(0.2, 0.15);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class OtherwiseCorrectedCroston implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Croston.sbj();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class EstimatedCroston implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return Croston.classic().withEstimatedWeights();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, NOT_NEGATIVE);
    }
  }

  @Group
  class Tsb implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return TeunterSyntetosBabai.tsb();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class TsbFromTheMean implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return TeunterSyntetosBabai.tsb().withMeanProbabilityStart();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, NOT_NEGATIVE);
    }
  }

  @Group
  class Adida implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return TemporalAggregation.adida();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, NOT_NEGATIVE);
    }
  }

  @Group
  class AdidaOfThree implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return TemporalAggregation.adida().withLength(3).withWeight(0.2);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, ONLINE, NOT_NEGATIVE);
    }
  }

  @Group
  class Imapa implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return TemporalAggregation.imapa();
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, NOT_NEGATIVE);
    }
  }

  @Group
  class ImapaUpToFour implements ForecasterContract {
    @Override
    public Forecaster forecaster() {
      return TemporalAggregation.imapa().withLength(4).withWeight(0.2);
    }

    @Override
    public Set<Law> laws() {
      return Set.of(SCALE, ONLINE, NOT_NEGATIVE);
    }
  }
}
