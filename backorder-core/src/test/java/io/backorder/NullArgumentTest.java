package io.backorder;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.Grant;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.Shelf;
import io.backorder.allocation.Sourcing;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.CustomerId;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.finance.BackorderedSale;
import io.backorder.finance.CancellationCurve;
import io.backorder.finance.CardAuthorisation;
import io.backorder.finance.ExpediteAdvice;
import io.backorder.finance.ExpediteOption;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentTerms;
import io.backorder.finance.PriceAdjustment;
import io.backorder.finance.UnitPrice;
import io.backorder.finance.WaitingCost;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.Claim;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.Expected;
import io.backorder.posting.Limits;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.proof.Checkpoint;
import io.backorder.proof.ConsistencyProof;
import io.backorder.proof.Digest;
import io.backorder.proof.InclusionProof;
import io.backorder.proof.MerkleTree;
import io.backorder.revenue.CashOutlook;
import io.backorder.revenue.Payments;
import io.backorder.revenue.PromisedUnits;
import io.backorder.revenue.PurchaseTerms;
import io.backorder.revenue.Reconciliation;
import io.backorder.revenue.RevenueJournal;
import io.backorder.revenue.RevenueReport;
import io.backorder.revenue.SalesBook;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Scale;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.Retention;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever a host hands in, a null gives a {@link NullPointerException} that names it: by the name of
 * the parameter, or for a text by the identifier that it should have been.
 */
final class NullArgumentTest {

  private static final Map<Class<?>, Object> SAMPLES = samples();

  /** Parameters that a message calls by the house's own word. */
  private static final Map<String, Set<String>> WORDS = Map.of(
      "number",
          Set.of(
              "line",
              "cancellation",
              "change",
              "return",
              "adjustment",
              "transfer",
              "document",
              "count"),
      "why", Set.of("reason"),
      "counted", Set.of("quantity"),
      "units", Set.of("quantity"),
      "buyer", Set.of("customer"),
      "sold", Set.of("channel"),
      "other", Set.of("terms"),
      "source", Set.of("clock"));

  /** What a host constructs or calls; views, events and entries are made by the library alone. */
  private static final List<Class<?>> DOORS = List.of(
      Sku.class,
      LocationId.class,
      ChannelId.class,
      Location.class,
      ItemTerms.class,
      BackorderAllowance.class,
      BackorderAllowance.Capped.class,
      Quantity.class,
      Scale.class,
      StockUnits.class,
      OrderId.class,
      HoldId.class,
      CustomerId.class,
      OrderLineId.class,
      OrderLine.class,
      OrderTerms.class,
      Claim.class,
      CartLine.class,
      DocumentId.class,
      Grant.class,
      Sequence.HeadStart.class,
      PlaceOrder.class,
      PlaceHold.class,
      ConfirmHold.class,
      ReleaseHold.class,
      ReceiveStock.class,
      ShipOrder.class,
      ShipOrder.Chosen.class,
      ShipOrder.Line.class,
      CancelOrder.class,
      CancelOrder.WholeOrder.class,
      CancelOrder.WholeLine.class,
      CancelOrder.Units.class,
      ChangeLine.class,
      ReturnGoods.class,
      ReturnGoods.Arrival.class,
      CountStock.class,
      AdjustStock.class,
      AdjustStock.Shelf.class,
      TransferStock.class,
      Digest.class,
      Checkpoint.class,
      MerkleTree.class,
      InclusionProof.class,
      ConsistencyProof.class,
      Retention.class,
      Expected.class,
      Inventory.class,
      Inventory.Builder.class,
      Listeners.class,
      BackorderCalculator.class,
      Money.class,
      UnitPrice.class,
      PaymentTerms.class,
      PaymentTerms.Percentage.class,
      PaymentTerms.PerUnit.class,
      PaymentSchedule.class,
      PaymentSchedule.Progress.class,
      CardAuthorisation.class,
      WaitingCost.class,
      WaitingCost.Stakes.class,
      ExpediteOption.class,
      ExpediteAdvice.class,
      ExpediteAdvice.Late.class,
      BackorderedSale.class,
      BackorderedSale.Goods.class,
      BackorderedSale.Shipping.class,
      PriceAdjustment.Change.class,
      Payments.Payment.class,
      PurchaseTerms.class,
      PurchaseTerms.Instalment.class,
      PurchaseTerms.Payable.class,
      PromisedUnits.class,
      RevenueJournal.class,
      RevenueReport.class,
      Reconciliation.class,
      CashOutlook.class);

  private static Map<Class<?>, Object> samples() {
    Map<Class<?>, Object> samples = new HashMap<>();
    Sku lamp = Sku.of("LAMP");
    OrderLine line = OrderLine.of("1", lamp, Quantity.of(1));
    OrderLineId lineId = OrderLineId.of("O", "1");
    StockUnits units = StockUnits.of(lamp, LocationId.of("MAIN"), Quantity.of(1));
    WaitingLine waiting = waiting(line);
    Stream.of(
            "TEXT",
            lamp,
            LocationId.of("EAST"),
            ChannelId.of("web"),
            Location.of("MAIN"),
            new Location[] {Location.of("MAIN")},
            new ChannelId[] {ChannelId.of("web")},
            ItemTerms.standard(),
            Quantity.of(1),
            Scale.WHOLE,
            units,
            OrderId.of("O"),
            HoldId.of("H"),
            CustomerId.of("C"),
            lineId,
            line,
            new OrderLine[] {line},
            OrderTerms.standard(),
            Priority.HIGH,
            DeliveryRule.PARTIAL,
            ShortageRule.BACKORDER,
            new Claim(lineId, lamp, PlaceInLine.of(1)),
            PlaceInLine.of(1),
            DocumentKind.PLACE,
            Restocking.TO_STOCK,
            new AdjustStock.Shelf(lamp, LocationId.of("MAIN")),
            new ReturnGoods.Arrival(LocationId.of("MAIN"), Quantity.of(1), Restocking.TO_STOCK),
            Limits.STANDARD,
            BigDecimal.ONE,
            Duration.ofMinutes(1),
            LocalDate.EPOCH,
            Instant.EPOCH,
            Retention.of(Duration.ofDays(1)),
            Expected.of(Sku.of("A"), 0),
            MerkleTree.empty().root(),
            MerkleTree.empty().checkpoint(),
            MerkleTree.inclusion(List.of(new byte[1]).iterator(), 1, 1),
            MerkleTree.consistency(List.of(new byte[1]).iterator(), 1, 1),
            new byte[Digest.LENGTH],
            new int[] {0},
            new long[] {1})
        .forEach(sample -> samples.put(sample.getClass(), sample));
    samples.put(BackorderAllowance.class, BackorderAllowance.unlimited());
    samples.put(AllocationPolicy.class, AllocationPolicy.priority());
    samples.put(Sourcing.class, Sourcing.rank());
    samples.put(Sequence.class, Sequence.priority());
    samples.put(Sequence.HeadStart.class, new Sequence.HeadStart(Duration.ofDays(1)));
    samples.put(Backlog.class, Backlog.of(lamp, List.of(waiting)));
    samples.put(Shelf.class, Shelf.of(List.of(Location.of("MAIN")), new long[] {1}));
    samples.put(WaitingLine.class, waiting);
    samples.put(ShipOrder.Selection.class, new ShipOrder.AllReserved());
    samples.put(CancelOrder.Scope.class, new CancelOrder.WholeOrder(OrderId.of("O")));
    samples.put(Document.class, ReceiveStock.of("R", List.of(units)));
    samples.put(InventoryListener.class, InventoryListener.NONE);
    samples.put(Executor.class, (Executor) Runnable::run);
    samples.put(InstantSource.class, InstantSource.system());
    samples.put(Function.class, (Function<Object, Object>) key -> Quantity.of(1));
    samples.put(Iterator.class, List.of(line).iterator());
    samples.put(Map.class, Map.of(LocationId.of("MAIN"), Quantity.of(1)));
    samples.put(MessageDigest.class, Digest.function());
    samples.put(InputStream.class, InputStream.nullInputStream());
    samples.put(OutputStream.class, OutputStream.nullOutputStream());
    putMoney(samples);
    samples.put(int.class, 1);
    samples.put(long.class, 1L);
    return samples;
  }

  private static void putMoney(Map<Class<?>, Object> samples) {
    Currency euro = Currency.getInstance("EUR");
    Money one = Money.of(BigDecimal.ONE, euro);
    UnitPrice price = UnitPrice.of(one);
    PaymentSchedule schedule = new PaymentSchedule(price, PaymentTerms.prepaid());
    PaymentTerms.Percentage all = new PaymentTerms.Percentage(BigDecimal.TEN);
    WaitingCost.Stakes stakes = new WaitingCost.Stakes(one, one, one, one);
    PurchaseTerms.Instalment whole =
        new PurchaseTerms.Instalment(PurchaseTerms.Anchor.DUE, 1, BigDecimal.valueOf(100));
    SalesBook book = new SalesBook() {
      @Override
      public Optional<PaymentSchedule> schedule(OrderLineId line) {
        return Optional.of(schedule);
      }

      @Override
      public Payments payments() {
        return Payments.onSchedule();
      }
    };
    RevenueJournal journal = RevenueJournal.of(List.of(), book, Instant.EPOCH);
    ExpediteAdvice.Late late = new ExpediteAdvice.Late(stakes, CancellationCurve.never(), 1);
    BackorderedSale.Goods goods = new BackorderedSale.Goods(price, price, Quantity.of(1));
    BackorderedSale.Shipping shipping = new BackorderedSale.Shipping(one, one);
    StockUnits units = StockUnits.of(Sku.of("LAMP"), LocationId.of("MAIN"), Quantity.of(1));
    Stream.of(
            euro,
            one,
            price,
            PaymentTerms.prepaid(),
            all,
            new PaymentTerms.PerUnit(price),
            schedule,
            new PaymentSchedule.Progress(Quantity.of(1), Quantity.of(1), Quantity.of(1)),
            new CardAuthorisation(one, Instant.EPOCH, Duration.ofDays(1)),
            stakes,
            new ExpediteOption("air", 1, one),
            late,
            goods,
            shipping,
            new BackorderedSale(goods, shipping, 1),
            new PriceAdjustment.Change(one, one, one),
            new PurchaseTerms(price, List.of(whole)),
            PurchaseTerms.Anchor.DUE,
            SupplyId.of("P"),
            Supply.of(SupplyId.of("P"), units, Instant.EPOCH),
            journal,
            journal.report())
        .forEach(sample -> samples.put(sample.getClass(), sample));
    samples.put(PaymentTerms.Portion.class, all);
    samples.put(CancellationCurve.class, CancellationCurve.never());
    samples.put(SalesBook.class, book);
    samples.put(ZoneId.class, ZoneOffset.UTC);
    samples.put(Iterable.class, List.of());
    samples.put(Ledger.class, Inventory.inMemory().build().ledger());
    samples.put(CashOutlook.Undated.class, new CashOutlook.Undated(one, one));
    samples.put(WaitingCost.class, WaitingCost.of(stakes, CancellationCurve.never(), 1));
    samples.put(ExpediteAdvice.class, ExpediteAdvice.of(late, List.of()));
    samples.put(OptionalInt.class, OptionalInt.empty());
    samples.put(double.class, 0.5);
  }

  private static WaitingLine waiting(OrderLine line) {
    Inventory inventory = Inventory.inMemory().build();
    inventory.post(PlaceOrder.of(OrderId.of("O"), line));
    return inventory.waiting(line.sku(), 1).get(0);
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceParameter_null_isNamed() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Class<?> door : DOORS) {
      executables(door).forEach(executable -> {
        for (int i = 0; i < executable.getParameterCount(); i++) {
          int index = i;
          if (!executable.getParameterTypes()[i].isPrimitive()) {
            tests.add(DynamicTest.dynamicTest(
                door.getSimpleName() + " " + executable.getName() + " " + parameter(executable, i),
                () -> requireNamed(door, executable, index)));
          }
        }
      });
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests.stream();
  }

  private static Stream<Executable> executables(Class<?> door) {
    Stream<Executable> methods = Stream.<Executable>of(door.getDeclaredMethods())
        .filter(method -> !method.isSynthetic() && !isOfObject((Method) method));
    return Stream.concat(Stream.of(door.getDeclaredConstructors()), methods)
        .filter(each -> Modifier.isPublic(each.getModifiers()));
  }

  private static boolean isOfObject(Method method) {
    return List.of("equals", "compareTo").contains(method.getName());
  }

  private static Parameter parameter(Executable executable, int index) {
    return executable.getParameters()[index];
  }

  private static void requireNamed(Class<?> door, Executable executable, int index) {
    @Nullable Object[] arguments = new @Nullable Object[executable.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == index ? null : sample(parameter(executable, i));
    }
    Throwable thrown = catchThrowable(() -> call(door, executable, arguments));
    String name = parameter(executable, index).getName();

    assertThat(thrown)
        .as("%s with null for %s", executable, name)
        .isExactlyInstanceOf(NullPointerException.class);
    assertThat(requireNonNull(thrown.getMessage(), "message"))
        .containsPattern(named(executable, name));
  }

  /** A part is named by its parameter, by its method, or by what it is in the house's words. */
  private static String named(Executable executable, String parameter) {
    Set<String> names = new TreeSet<>(List.of(parameter, executable.getName()));
    names.addAll(WORDS.getOrDefault(parameter, Set.of()));
    String door = executable.getDeclaringClass().getSimpleName().replaceAll("Id$", "");
    names.add(door.toLowerCase(Locale.ROOT)); // the text of a Sku is named sku
    return names.stream().collect(joining("|", "\\b(", ")\\b"));
  }

  private static Object sample(Parameter parameter) {
    if (parameter.getType() == List.class) {
      String of = parameter.getParameterizedType().toString();
      if (of.contains("io.backorder.finance.") || of.contains("io.backorder.revenue.")) {
        return List.of();
      }
      if (of.contains("Digest>")) {
        return List.of(sample(Digest.class));
      }
      return of.contains("ShipOrder$Line>")
          ? List.of(ShipOrder.Line.of("1", Quantity.of(1)))
          : of.contains("OrderLine>")
              ? List.of(sample(OrderLine.class))
              : of.contains("Quantity>")
                  ? List.of(Quantity.of(1))
                  : List.of(sample(StockUnits.class));
    }
    return sample(parameter.getType());
  }

  private static Object sample(Class<?> type) {
    return requireNonNull(SAMPLES.get(type), "sample of " + type);
  }

  private static @Nullable Object call(
      Class<?> door, Executable executable, @Nullable Object[] arguments) throws Throwable {
    try {
      if (executable instanceof Method method) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return method.invoke(isStatic ? null : receiver(door), arguments);
      }
      return ((Constructor<?>) executable).newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw requireNonNull(e.getCause(), "cause");
    }
  }

  private static Object receiver(Class<?> door) {
    if (door == Inventory.class) {
      return Inventory.inMemory().build();
    } else if (door == Inventory.Builder.class) {
      return Inventory.inMemory();
    } else if (door == Listeners.class) {
      return Inventory.inMemory().build().listeners();
    } else if (door == MerkleTree.class) {
      return MerkleTree.empty();
    } else if (door == ShipOrder.Line.class) {
      return ShipOrder.Line.of("1", Quantity.of(1));
    } else if (door == PlaceOrder.class) {
      return PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", Sku.of("LAMP"), Quantity.of(1)));
    } else if (door == ConfirmHold.class) {
      return ConfirmHold.of(HoldId.of("H"), OrderId.of("O"));
    } else if (door == AdjustStock.class) {
      return AdjustStock.of("A", Sku.of("LAMP"), LocationId.of("MAIN"), 1);
    }
    return sample(door);
  }
}
