package io.backorder;

import io.backorder.empirical.Empirical;
import io.backorder.empirical.QuantileRule;
import io.backorder.statistics.ContinuousDistribution;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Exponential;
import io.backorder.statistics.Gamma;
import io.backorder.statistics.Geometric;
import io.backorder.statistics.Lognormal;
import io.backorder.statistics.NegativeBinomial;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import io.backorder.statistics.Uniform;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The functions of the reference cases that distributions answer. */
final class StatisticsCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = answers();

  private StatisticsCases() {}

  private static Map<String, Function<CaseInputs, Map<String, Object>>> answers() {
    Map<String, Function<CaseInputs, Map<String, Object>>> table = new HashMap<>();
    Normal z = Normal.STANDARD;
    table.put("std_normal_pdf", in -> value(z.density(in.number("z"))));
    table.put("std_normal_cdf", in -> value(z.cdf(in.number("z"))));
    table.put("std_normal_sf", in -> value(z.survival(in.number("z"))));
    table.put("std_normal_quantile", in -> value(z.quantile(in.number("p"))));
    table.put("std_normal_upper_quantile", in -> value(z.upperQuantile(in.number("q"))));
    table.put("std_normal_loss", in -> losses(z, in.number("z")));
    table.put("std_normal_second_loss", in -> value(z.secondLoss(in.number("z"))));
    table.put("std_normal_loss_inverse", in -> Map.of("z", z.inverseLoss(in.number("loss"))));
    table.put(
        "normal_loss", in -> losses(Normal.of(in.number("mean"), in.number("sd")), in.number("x")));
    table.put("poisson", in -> all(poisson(in), in.number("x")));
    table.put("poisson_quantile", in -> value(poisson(in).quantile(in.number("p"))));
    table.put("negbin", in -> all(negbin(in), in.number("x")));
    table.put("negbin_quantile", in -> value(negbin(in).quantile(in.number("prob"))));
    table.put("negbin_from_moments", StatisticsCases::negbinFromMoments);
    table.put("gamma", in -> all(gamma(in), in.number("x")));
    table.put("gamma_quantile", in -> value(gamma(in).quantile(in.number("p"))));
    table.put(
        "lognormal_loss",
        in -> losses(Lognormal.of(in.number("mu"), in.number("sigma")), in.number("x")));
    table.put(
        "uniform_loss", in -> losses(Uniform.of(in.number("a"), in.number("b")), in.number("x")));
    table.put("exponential_loss", in -> losses(Exponential.of(in.number("rate")), in.number("x")));
    table.put("geometric_loss", in -> losses(Geometric.of(in.number("p")), in.number("x")));
    int type = 1;
    for (QuantileRule rule : QuantileRule.values()) {
      table.put("empirical_quantile_type" + type, in -> quantiles(in, rule));
      type++;
    }
    return Map.copyOf(table);
  }

  private static Map<String, Object> value(double value) {
    return Map.of("value", value);
  }

  private static Poisson poisson(CaseInputs in) {
    return Poisson.of(in.number("mean"));
  }

  private static NegativeBinomial negbin(CaseInputs in) {
    return NegativeBinomial.of(in.number("r"), in.number("p"));
  }

  private static Gamma gamma(CaseInputs in) {
    return Gamma.of(in.number("shape"), in.number("scale"));
  }

  private static Map<String, Object> negbinFromMoments(CaseInputs in) {
    NegativeBinomial found = NegativeBinomial.ofMoments(in.number("mean"), in.number("variance"));
    return Map.of("r", found.successes(), "p", found.probability());
  }

  private static Map<String, Object> losses(Distribution law, double x) {
    return Map.of("loss", law.loss(x), "complementary", law.complementaryLoss(x));
  }

  private static Map<String, Object> all(Distribution law, double x) {
    Map<String, Object> found = new HashMap<>(losses(law, x));
    found.put("cdf", law.cdf(x));
    found.put("sf", law.survival(x));
    if (law instanceof DiscreteDistribution discrete) {
      found.put("pmf", x == Math.rint(x) ? discrete.mass((long) x) : 0.0);
    } else if (law instanceof ContinuousDistribution continuous) {
      found.put("pdf", continuous.density(x));
    }
    return found;
  }

  private static Map<String, Object> quantiles(CaseInputs in, QuantileRule rule) {
    Empirical sample = Empirical.of(in.numbers("x"));
    double[] values =
        Arrays.stream(in.numbers("p")).map(p -> sample.quantile(p, rule)).toArray();
    return Map.of("value", values);
  }
}
