package io.backorder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.backorder.empirical.Tabulated;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Normal;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.supply.LeadTimeModel;
import io.backorder.supply.SupplierId;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever numbers the formulas are given, they answer a finite number or refuse: random calls of all that is
 * public in their packages, with numbers from the ends of their range, chained through the values that they
 * give. Nothing else is thrown, and no call takes long.
 */
final class ExtremeNumbersTest {

  private static final int CALLS = Integer.getInteger("backorder.extremes", 40_000);

  private static final Duration ALL = Duration.ofMinutes(3);

  private static final long LONG_CALL = 20_000;

  private static final int MOST_VALUES = 60;

  private static final int LONG_TABLE = 60;

  private static final double LARGE_VARIANCE = 1e10;

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
    2,
    3,
    7,
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
    -1e200,
    -Double.MAX_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private static final int[] WHOLE = {
    Integer.MIN_VALUE, -1, 0, 1, 1, 1, 2, 2, 3, 4, 5, 12, 1000, Integer.MAX_VALUE
  };

  private static final long[] LONGS = {
    Long.MIN_VALUE, -1, 0, 1, 2, 3, 10, 50, 1000, 1L << 40, 1L << 53, Long.MAX_VALUE
  };

  private static final List<String> PACKAGES = List.of(
      "statistics",
      "planning",
      "lotsizing",
      "newsvendor",
      "review",
      "economics",
      "forecast",
      "smoothing",
      "accuracy",
      "empirical",
      "replenishment",
      "assortment");

  /** What needs a ledger, a clock or a function of the host, and the numbers' own checks. */
  private static final Pattern SKIPPED = Pattern.compile(
      ".*\\.(ReorderMonitor|PurchaseListener|PurchaseProposal.*|PeriodCalendar|StockoutDates|Numbers|Search"
          + "|DemandHistory.Builder|HorizonForecaster|OnOrder)");

  /** Where an infinity is the answer: the end of an unbounded law, the density at a pole. */
  private static final Set<String> MAY_BE_INFINITE =
      Set.of("quantile", "upperQuantile", "density", "ordersPerTime", "breakEvenWait");

  private final Random random = new Random(Long.getLong("backorder.seed", 17));

  private final Map<Class<?>, List<Object>> values = new HashMap<>();

  private final Map<String, String> broken = new LinkedHashMap<>();

  private final Set<Executable> answered = new HashSet<>();

  private volatile String current = "";

  /** How many elements the arrays and lists of this call have. */
  private int length;

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  private Thread worker = worker();

  @Test
  void everyFormula_numbersFromTheEndsOfTheirRange_answersFinitelyOrRefuses() throws Exception {
    List<Executable> calls = calls();
    for (long units : new long[] {0, 1, 7, 1000, Long.MAX_VALUE}) {
      keep(Quantity.of(units));
    }
    keep(Sku.of("A"));
    keep(SupplierId.of("S"));
    keep(LeadTimeModel.fixed(Duration.ofDays(3)));
    keep(Duration.ofDays(5));

    assertTimeoutPreemptively(ALL, () -> callAll(calls), () -> "in " + current);

    assertThat(String.join("\n", broken.values())).isEmpty();
    assertThat(never(calls)).hasSizeLessThan(calls.size() / 10);
  }

  private Set<String> never(List<Executable> calls) {
    Set<String> never = new TreeSet<>();
    calls.stream().filter(each -> !answered.contains(each)).forEach(each -> never.add(name(each)));
    return never;
  }

  private void callAll(List<Executable> calls) {
    for (int i = 0; i < CALLS; i++) {
      Executable call = calls.get(random.nextInt(calls.size()));
      if (!broken.containsKey(name(call))) {
        length = random.nextInt(random.nextBoolean() ? 40 : 4);
        arguments(call).ifPresent(arguments -> check(call, arguments));
      }
    }
  }

  private static List<Executable> calls() throws Exception {
    Path classes =
        Path.of(Normal.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Executable> calls = new ArrayList<>();
    for (String each : PACKAGES) {
      try (Stream<Path> files = Files.list(classes.resolve("io/backorder").resolve(each))) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".class") && !name.startsWith("package-info")) {
            calls.addAll(calls(Class.forName(
                "io.backorder." + each + "." + name.substring(0, name.length() - 6))));
          }
        }
      }
    }
    return calls;
  }

  private static List<Executable> calls(Class<?> type) {
    if (!isSeen(type)
        || SKIPPED.matcher(type.getName()).matches()
        || Throwable.class.isAssignableFrom(type)) {
      return List.of();
    }
    return Stream.<Executable>concat(
            Arrays.stream(type.getDeclaredMethods()).filter(each -> !each.isSynthetic()),
            Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> !Modifier.isAbstract(type.getModifiers())))
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        .filter(
            each -> !Set.of("equals", "hashCode", "toString", "valueOf").contains(each.getName()))
        .sorted(Comparator.comparing(Executable::toString))
        .toList();
  }

  private static boolean isSeen(@Nullable Class<?> type) {
    return type == null
        || (Modifier.isPublic(type.getModifiers()) && isSeen(type.getEnclosingClass()));
  }

  /** Returns the receiver, or null, and the arguments of a call; empty if a value is not there yet. */
  private Optional<@Nullable Object[]> arguments(Executable call) {
    @Nullable Object[] arguments = new @Nullable Object[call.getParameterCount() + 1];
    boolean isBound = call instanceof Method && !Modifier.isStatic(call.getModifiers());
    Type[] types = call.getGenericParameterTypes();
    for (int i = isBound ? 0 : 1; i < arguments.length; i++) {
      arguments[i] = value(i == 0 ? call.getDeclaringClass() : types[i - 1]);
      if (arguments[i] == null) {
        return Optional.empty();
      }
    }
    return Optional.of(arguments);
  }

  private @Nullable Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      boolean isList =
          generic.getRawType() == List.class || generic.getRawType() == Collection.class;
      return isList
          ? list(bound(generic.getActualTypeArguments()[0]))
          : value(generic.getRawType());
    } else if (type == double.class || type == Double.class) {
      return number();
    } else if (type == int.class || type == Integer.class) {
      return WHOLE[random.nextInt(WHOLE.length)];
    } else if (type == long.class || type == Long.class) {
      return LONGS[random.nextInt(LONGS.length)];
    } else if (type instanceof Class<?> plain && plain.isArray()) {
      return array(plain.getComponentType());
    } else if (type instanceof Class<?> plain && plain.isEnum()) {
      return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
    }
    return type instanceof Class<?> plain ? kept(plain) : null;
  }

  private static Type bound(Type type) {
    return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
  }

  private @Nullable Object list(Type type) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Object value = value(type);
      if (value == null) {
        return null;
      }
      list.add(value);
    }
    return list;
  }

  private @Nullable Object array(Class<?> type) {
    if (type == double.class) {
      return numbers(random.nextInt(5));
    }
    Object array = Array.newInstance(type, length);
    for (int i = 0; i < length; i++) {
      Object value = value(type);
      if (value == null) {
        return null;
      }
      Array.set(array, i, value);
    }
    return array;
  }

  /** Numbers of any size, as of a demand, rising, falling, or of equal weight. */
  private double[] numbers(int kind) {
    return IntStream.range(0, length)
        .mapToDouble(i -> switch (kind) {
          case 0 -> number();
          case 1 -> plain();
          case 2 -> i * 2.5;
          case 3 -> 50 - i;
          default -> 1.0 / length;
        })
        .toArray();
  }

  private @Nullable Object kept(Class<?> type) {
    List<Object> fitting = values.entrySet().stream()
        .filter(each -> type.isAssignableFrom(each.getKey()))
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Class::getName)))
        .map(each -> each.getValue().get(random.nextInt(each.getValue().size())))
        .toList();
    return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
  }

  private double number() {
    return random.nextInt(4) == 0 ? plain() : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private double plain() {
    return random.nextInt(20) / 2.0;
  }

  private void check(Executable call, @Nullable Object[] arguments) {
    current = told(call, arguments);
    try {
      Object answer = bounded(call, arguments);
      answered.add(call);
      if (!isFinite(answer, MAY_BE_INFINITE.contains(call.getName()))) {
        broken.putIfAbsent(name(call), current + " = " + answer);
      } else {
        keep(answer);
      }
    } catch (InvalidValueException e) {
      // a refusal
    } catch (Throwable e) {
      broken.putIfAbsent(name(call), current + " threw " + e);
    }
  }

  private @Nullable Object bounded(Executable call, @Nullable Object[] arguments) throws Throwable {
    FutureTask<@Nullable Object> task = new FutureTask<>(() -> invoke(call, arguments));
    queue.add(task);
    try {
      return task.get(LONG_CALL, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw requireNonNull(e.getCause(), "cause");
    } catch (TimeoutException e) {
      worker.interrupt();
      worker = worker();
      throw e;
    }
  }

  private Thread worker() {
    Thread thread = new Thread(() -> {
      while (true) {
        try {
          queue.take().run();
        } catch (InterruptedException e) {
          return;
        }
      }
    });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static @Nullable Object invoke(Executable call, @Nullable Object[] arguments)
      throws Exception {
    @Nullable Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      if (call instanceof Method method) {
        return method.invoke(arguments[0], rest);
      }
      return ((Constructor<?>) call).newInstance(rest);
    } catch (InvocationTargetException e) {
      throw requireNonNull(
          e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e.getCause()),
          "cause");
    }
  }

  /** Sums of long tables take a while each, and so does all about a law of counts by the billion. */
  private static boolean isLong(@Nullable Object answer) {
    return (answer instanceof Tabulated law && law.quantile(1) - law.quantile(0) > LONG_TABLE)
        || (answer instanceof DiscreteDistribution counts && counts.variance() > LARGE_VARIANCE);
  }

  private void keep(@Nullable Object answer) {
    if (isLong(answer)) {
      return;
    }
    if (answer instanceof Optional<?> found) {
      found.ifPresent(this::keep);
    } else if (answer instanceof Collection<?> many) {
      many.forEach(this::keep);
    } else if (answer != null
        && (answer.getClass().getName().startsWith("io.backorder.")
            || answer instanceof Duration)) {
      List<Object> kept = values.computeIfAbsent(answer.getClass(), type -> new ArrayList<>());
      if (kept.size() < MOST_VALUES) {
        kept.add(answer);
      } else {
        kept.set(random.nextInt(kept.size()), answer);
      }
    }
  }

  private static boolean isFinite(@Nullable Object answer, boolean infinite)
      throws ReflectiveOperationException {
    if (answer instanceof Double number) {
      return infinite ? !number.isNaN() : Double.isFinite(number);
    } else if (answer instanceof OptionalDouble number) {
      return Double.isFinite(number.orElse(0));
    } else if (answer instanceof double[] numbers) {
      return Arrays.stream(numbers).allMatch(Double::isFinite);
    } else if (answer instanceof Optional<?> found) {
      return isFinite(found.orElse(null), infinite);
    } else if (answer instanceof Collection<?> many) {
      for (Object each : many) {
        if (!isFinite(each, infinite)) {
          return false;
        }
      }
    } else if (answer instanceof Record && isSeen(answer.getClass())) {
      for (RecordComponent each : answer.getClass().getRecordComponents()) {
        if (!isFinite(each.getAccessor().invoke(answer), infinite)) {
          return false;
        }
      }
    }
    return true;
  }

  private static String name(Executable call) {
    return call.getDeclaringClass().getName().replace("io.backorder.", "") + "."
        + call.getName().replace("io.backorder.", "") + "/" + call.getParameterCount();
  }

  private static String told(Executable call, @Nullable Object[] arguments) {
    String[] texts = Arrays.stream(arguments)
        .map(each -> each instanceof double[] numbers ? Arrays.toString(numbers) : "" + each)
        .toArray(String[]::new);
    return call.getDeclaringClass().getSimpleName() + "." + call.getName() + Arrays.toString(texts);
  }
}
