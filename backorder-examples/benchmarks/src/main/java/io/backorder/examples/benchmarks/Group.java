package io.backorder.examples.benchmarks;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Benchmarks that are run together. */
enum Group {

  /** The hot item. */
  W1 {
    @Override
    int rounds() {
      return 2;
    }

    @Override
    List<Plan> plans() {
      return List.of(
          new Plan("HotSkuBenchmark.place")
              .with("sale", "PLAIN", "LIBRARY", "NO_LISTENERS", "HUNDRED_LISTENERS"),
          new Plan("HotSkuBenchmark.place")
              .threads(2)
              .with("sale", "PLAIN", "LIBRARY", "ITEM_PER_THREAD"));
    }
  },

  /** The long tail. */
  W2 {
    @Override
    int rounds() {
      return 2;
    }

    @Override
    List<Plan> plans() {
      return List.of(
          new Plan("LongTailBenchmark.live"), new Plan("LongTailBenchmark.live").threads(2));
    }
  },

  /** The big backlog. */
  W3 {
    @Override
    List<Plan> plans() {
      return List.of(new Plan("BacklogBenchmark.play"));
    }
  },

  /** The calculator. */
  W4 {
    @Override
    List<Plan> plans() {
      return List.of(
          new Plan("CalculatorBenchmark.columns").iterations(1, 3),
          new Plan("CalculatorBenchmark.texts"));
    }
  },

  /** Planning. */
  W5 {
    @Override
    int rounds() {
      return 2;
    }

    @Override
    List<Plan> plans() {
      return List.of(
          new Plan("PlanningBenchmark.points").iterations(3, 5),
          new Plan("PlanningBenchmark.year").iterations(1, 3),
          new Plan("PlanningBenchmark.smoothed").iterations(3, 5),
          new Plan("PlanningBenchmark.croston").iterations(3, 5),
          new Plan("PlanningBenchmark.fitted").iterations(1, 3),
          new Plan("PlanningBenchmark.fits").iterations(1, 1));
    }
  },

  /** The database. */
  W6 {
    @Override
    List<Plan> plans() {
      return List.of(
          new Plan("DurableBenchmark.joining").iterations(0, 1),
          new Plan("DurableBenchmark.hot").iterations(0, 1),
          new Plan("DurableBenchmark.backlog").iterations(0, 1).minutes(60),
          new Plan("DurableBenchmark.replay").iterations(0, 1));
    }
  },

  /** The ledger, read back. */
  REPLAY {
    @Override
    List<Plan> plans() {
      return List.of(new Plan("ReplayBenchmark.replay").iterations(1, 2));
    }
  },

  /** The ledger, doubted. */
  CHAIN {
    @Override
    List<Plan> plans() {
      return List.of(new Plan("ChainBenchmark.verify").iterations(2, 3));
    }
  },

  /** Memory. */
  HEAP {
    @Override
    List<Plan> plans() {
      return List.of(new Plan("HeapBenchmark").iterations(0, 1));
    }
  },

  /** Why a line waits. */
  EXPLANATION {
    @Override
    List<Plan> plans() {
      return List.of(new Plan("ExplanationBenchmark.explain").iterations(2, 3));
    }
  },

  /** When a line gets its units. */
  PROMISE {
    @Override
    List<Plan> plans() {
      return List.of(new Plan("PromiseBenchmark.play").iterations(2, 3));
    }
  },

  /** Promises, shared out anew. */
  REALLOCATION {
    @Override
    List<Plan> plans() {
      return List.of(new Plan("ReallocationBenchmark.run").iterations(2, 3));
    }
  };

  abstract List<Plan> plans();

  /** How often all plans are run; more than once where a run is short. */
  int rounds() {
    return 1;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Runs all plans in turn, several times over, so that a busy minute meets every one of them. */
  void run(Measurements measurements, String log) throws RunnerException {
    int run = 0;
    for (int round = 0; round < rounds(); round++) {
      for (Plan plan : plans()) {
        String file = "%s-%d.log".formatted(log, ++run);
        measurements.add(new Runner(plan.options(file).build()).run());
      }
    }
  }

  /** One call of the harness. */
  static final class Plan {

    private final ChainedOptionsBuilder options;

    Plan(String benchmark) {
      options = new OptionsBuilder()
          .include(benchmark)
          .forks(1)
          .warmupIterations(1)
          .measurementIterations(1)
          .shouldDoGC(true)
          .shouldFailOnError(true)
          .timeout(TimeValue.minutes(5))
          .verbosity(VerboseMode.NORMAL)
          .jvmArgsAppend("-Xms4g", "-Xmx4g", "-XX:+UseG1GC");
    }

    Plan threads(int threads) {
      options.threads(threads);
      return this;
    }

    Plan with(String parameter, String... values) {
      options.param(parameter, values);
      return this;
    }

    Plan iterations(int warmup, int measured) {
      options.warmupIterations(warmup).measurementIterations(measured);
      return this;
    }

    Plan minutes(int most) {
      options.timeout(TimeValue.minutes(most));
      return this;
    }

    ChainedOptionsBuilder options(String log) {
      return options.output(log);
    }
  }
}
