package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.accuracy.ErrorScale;
import io.backorder.accuracy.ForecastErrors;
import io.backorder.assortment.StockoutOutlook;
import io.backorder.economics.BackorderSaving;
import io.backorder.economics.LogisticsCost;
import io.backorder.economics.ShortageChoice;
import io.backorder.economics.ShortagePrice;
import io.backorder.economics.StockoutCost;
import io.backorder.empirical.Empirical;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.HorizonDemand;
import io.backorder.lotsizing.DiscountedLot;
import io.backorder.lotsizing.DisruptedLot;
import io.backorder.lotsizing.EconomicOrderQuantity;
import io.backorder.lotsizing.LotCosts;
import io.backorder.lotsizing.PlannedBackorders;
import io.backorder.lotsizing.PriceBreaks;
import io.backorder.lotsizing.ProductionLot;
import io.backorder.lotsizing.UncertainYieldLot;
import io.backorder.newsvendor.MismatchCost;
import io.backorder.newsvendor.MyopicPlan;
import io.backorder.newsvendor.Newsvendor;
import io.backorder.newsvendor.Prices;
import io.backorder.newsvendor.ReactivePlan;
import io.backorder.newsvendor.SeasonPlan;
import io.backorder.newsvendor.SetupPlan;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.FillRate;
import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.OrderUpToLevel;
import io.backorder.planning.PeriodDemand;
import io.backorder.planning.PeriodicReview;
import io.backorder.planning.ReorderPoint;
import io.backorder.planning.SafetyStock;
import io.backorder.planning.ServiceMeasures;
import io.backorder.refusal.InvalidValueException;
import io.backorder.review.BaseStock;
import io.backorder.review.DisruptedBaseStock;
import io.backorder.review.ReorderPolicy;
import io.backorder.statistics.Exponential;
import io.backorder.statistics.Gamma;
import io.backorder.statistics.Geometric;
import io.backorder.statistics.Lognormal;
import io.backorder.statistics.NegativeBinomial;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import io.backorder.statistics.StudentQuantile;
import io.backorder.statistics.Uniform;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No number that a formula accepts makes NaN, and no formula fails but by a refusal: random calls with
 * numbers from the ends of their range, chained through the values that they give.
 */
final class ExtremeNumbersTest {

  private static final int CALLS = Integer.getInteger("backorder.extremes", 60_000);

  private static final double[] NUMBERS = {
    0,
    Double.MIN_VALUE,
    1e-300,
    1e-200,
    1e-100,
    1e-12,
    1e-6,
    0.05,
    0.3,
    0.5,
    0.9,
    0.999999,
    1,
    1.5,
    3,
    40,
    1000,
    1e6,
    1e9,
    1e100,
    1e200,
    1e300,
    Double.MAX_VALUE,
    -1,
    -30,
    -1e-200,
    -1e200
  };

  private static final List<Class<?>> TYPES = List.of(
      Normal.class,
      Gamma.class,
      Lognormal.class,
      Exponential.class,
      Uniform.class,
      Poisson.class,
      NegativeBinomial.class,
      Geometric.class,
      StudentQuantile.class,
      Empirical.class,
      PeriodDemand.class,
      LeadTime.class,
      LeadTimeDemand.class,
      CycleServiceLevel.class,
      FillRate.class,
      SafetyStock.class,
      ReorderPoint.class,
      OrderUpToLevel.class,
      PeriodicReview.class,
      ServiceMeasures.class,
      MismatchCost.class,
      Newsvendor.class,
      Prices.class,
      SeasonPlan.class,
      ReactivePlan.class,
      MyopicPlan.class,
      MyopicPlan.Purchase.class,
      SetupPlan.class,
      LotCosts.class,
      EconomicOrderQuantity.class,
      PlannedBackorders.class,
      PlannedBackorders.Cycle.class,
      ProductionLot.class,
      DiscountedLot.class,
      DiscountedLot.Demand.class,
      PriceBreaks.class,
      DisruptedLot.class,
      UncertainYieldLot.class,
      UncertainYieldLot.Yield.class,
      BackorderSaving.class,
      ShortageChoice.class,
      ShortageChoice.Waiting.class,
      ShortagePrice.class,
      StockoutCost.class,
      LogisticsCost.class,
      io.backorder.economics.Replenishment.class,
      BaseStock.class,
      DisruptedBaseStock.class,
      DisruptedBaseStock.Supplier.class,
      ReorderPolicy.class,
      ReorderPolicy.Demand.class,
      io.backorder.review.InventoryCosts.class,
      HorizonDemand.class,
      Forecast.class,
      StockoutOutlook.class,
      ForecastErrors.class,
      ErrorScale.class);

  private final Random random = new Random(17);

  private final List<Object> values = new ArrayList<>();

  @Test
  void noAcceptedNumberMakesNaN() {
    Map<Executable, String> broken = new LinkedHashMap<>();
    List<Executable> calls = TYPES.stream().flatMap(ExtremeNumbersTest::calls).toList();
    int answered = 0;
    for (int i = 0; i < CALLS; i++) {
      Executable call = calls.get(random.nextInt(calls.size()));
      Optional<@Nullable Object[]> arguments = arguments(call);
      if (arguments.isPresent()) {
        answered += check(call, arguments.orElseThrow(), broken) ? 1 : 0;
      }
    }

    assertThat(broken.values()).isEmpty();
    assertThat(answered).isGreaterThan(CALLS / 20);
  }

  private static Stream<Executable> calls(Class<?> type) {
    Stream<Executable> methods = Stream.<Executable>of(type.getDeclaredMethods())
        .filter(each -> !each.isSynthetic())
        .filter(each -> !List.of("equals", "hashCode", "toString").contains(each.getName()));
    return Stream.concat(methods, Stream.of(type.getDeclaredConstructors()))
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        .filter(each -> each instanceof Method || isInput(type));
  }

  /** Results are made by their formulas alone; what a host writes down itself has a constructor. */
  private static boolean isInput(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .noneMatch(each -> Modifier.isStatic(each.getModifiers())
            && Modifier.isPublic(each.getModifiers())
            && each.getReturnType() == type);
  }

  /** Returns the receiver, or null, and the arguments of a call; empty if a value is not there yet. */
  private Optional<@Nullable Object[]> arguments(Executable call) {
    @Nullable Object[] arguments = new @Nullable Object[call.getParameterCount() + 1];
    boolean isBound = call instanceof Method && !Modifier.isStatic(call.getModifiers());
    Class<?>[] types = call.getParameterTypes();
    for (int i = isBound ? 0 : 1; i < arguments.length; i++) {
      arguments[i] = value(i == 0 ? call.getDeclaringClass() : types[i - 1]);
      if (arguments[i] == null) {
        return Optional.empty();
      }
    }
    return Optional.of(arguments);
  }

  private @Nullable Object value(Class<?> type) {
    if (type == double.class) {
      return number();
    } else if (type == int.class) {
      return 1 + random.nextInt(4);
    } else if (type == long.class) {
      return (long) random.nextInt(50);
    } else if (type == double[].class) {
      return random.doubles(3).map(each -> number()).toArray();
    } else if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    List<Object> fitting = values.stream().filter(type::isInstance).toList();
    return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
  }

  private double number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private boolean check(
      Executable call, @Nullable Object[] arguments, Map<Executable, String> broken) {
    try {
      Object answer = invoke(call, arguments);
      if (hasNaN(answer)) {
        broken.putIfAbsent(call, told(call, arguments) + " = " + answer);
      } else if (TYPES.contains(answer.getClass())) {
        keep(answer);
      }
      return true;
    } catch (InvalidValueException | IndexOutOfBoundsException e) {
      return false;
    } catch (Throwable e) {
      broken.putIfAbsent(call, told(call, arguments) + " threw " + e);
      return false;
    }
  }

  private static Object invoke(Executable call, @Nullable Object[] arguments) throws Throwable {
    @Nullable Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      return call instanceof Method method
          ? method.invoke(arguments[0], rest)
          : ((java.lang.reflect.Constructor<?>) call).newInstance(rest);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void keep(Object answer) {
    if (values.size() < 3000) {
      values.add(answer);
    } else {
      values.set(random.nextInt(values.size()), answer);
    }
  }

  private static boolean hasNaN(@Nullable Object answer) throws ReflectiveOperationException {
    if (answer instanceof Double number) {
      return number.isNaN();
    } else if (answer instanceof OptionalDouble number) {
      return Double.isNaN(number.orElse(0));
    } else if (answer instanceof double[] numbers) {
      return Arrays.stream(numbers).anyMatch(Double::isNaN);
    } else if (answer instanceof Record) {
      for (RecordComponent each : answer.getClass().getRecordComponents()) {
        if (hasNaN(each.getAccessor().invoke(answer))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String told(Executable call, @Nullable Object[] arguments) {
    String[] texts = Arrays.stream(arguments)
        .map(each -> each instanceof double[] numbers ? Arrays.toString(numbers) : "" + each)
        .toArray(String[]::new);
    return call.getDeclaringClass().getSimpleName() + "." + call.getName() + Arrays.toString(texts);
  }
}
