package io.backorder;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.Grant;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.Shelf;
import io.backorder.allocation.Sourcing;
import io.backorder.allocation.WaitingLine;
import io.backorder.assortment.AbcClass;
import io.backorder.buying.RefusedDemand;
import io.backorder.counting.ConfirmedCount;
import io.backorder.counting.CountCandidate;
import io.backorder.counting.CountResult;
import io.backorder.counting.CountRhythm;
import io.backorder.counting.SensorRule;
import io.backorder.counting.StockObservation;
import io.backorder.demand.CustomerId;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
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
import io.backorder.fulfilment.FulfilmentLine;
import io.backorder.fulfilment.OpenOrders;
import io.backorder.fulfilment.ShipmentPart;
import io.backorder.fulfilment.ShippingService;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.Claim;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.PromiseCause;
import io.backorder.ledger.PromiseRevision;
import io.backorder.pegging.Arrival;
import io.backorder.pegging.Need;
import io.backorder.pegging.Peg;
import io.backorder.pegging.PegIndex;
import io.backorder.pegging.Pegging;
import io.backorder.pegging.Stretch;
import io.backorder.pegging.SupplySchedule;
import io.backorder.picking.Bin;
import io.backorder.picking.BinId;
import io.backorder.picking.PickFace;
import io.backorder.picking.ReservedUnits;
import io.backorder.picktolight.LightAnswer;
import io.backorder.picktolight.LightTask;
import io.backorder.picktolight.Patience;
import io.backorder.posting.AcceptSubstitute;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.Expected;
import io.backorder.posting.Limits;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.Reallocate;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ReviewPromises;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.promise.AtpProfile;
import io.backorder.promise.Inbound;
import io.backorder.promise.OrderConfidence;
import io.backorder.promise.OverdueRule;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.promise.PromisePlan;
import io.backorder.promise.PromisePolicy;
import io.backorder.promise.PromiseRange;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.SupplyChange;
import io.backorder.promise.WorkingCalendar;
import io.backorder.proof.Checkpoint;
import io.backorder.proof.ConsistencyProof;
import io.backorder.proof.Digest;
import io.backorder.proof.InclusionProof;
import io.backorder.proof.MerkleTree;
import io.backorder.reallocation.ConfirmationBounds;
import io.backorder.reallocation.ConfirmationCurve;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.OpenLine;
import io.backorder.reallocation.Reallocation;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.reallocation.ReallocationSnapshot;
import io.backorder.reallocation.StabilityBudget;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.revenue.CashOutlook;
import io.backorder.revenue.Payments;
import io.backorder.revenue.PromisedUnits;
import io.backorder.revenue.PurchaseTerms;
import io.backorder.revenue.Reconciliation;
import io.backorder.revenue.RevenueCurve;
import io.backorder.revenue.RevenueEntry;
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
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.Consent;
import io.backorder.storefront.News;
import io.backorder.storefront.Notice;
import io.backorder.storefront.NoticeDesk;
import io.backorder.storefront.NoticeListener;
import io.backorder.storefront.NoticePreferences;
import io.backorder.storefront.Offer;
import io.backorder.storefront.OfferRules;
import io.backorder.storefront.StoreWords;
import io.backorder.storefront.SubstituteChoice;
import io.backorder.storefront.TransitTimes;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
              "reallocation",
              "document",
              "rescheduling",
              "count"),
      "why", Set.of("reason"),
      "counted", Set.of("quantity"),
      "units", Set.of("quantity"),
      "buyer", Set.of("customer"),
      "sold", Set.of("channel"),
      "sender", Set.of("supplier"),
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
      BackorderAllowance.Both.class,
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
      ReceiveStock.Line.class,
      AnnounceSupply.class,
      RescheduleSupply.class,
      CloseSupply.class,
      ReviewPromises.class,
      PromiseCause.class,
      PromiseRevision.class,
      Supply.class,
      Supply.Schedule.class,
      SupplyId.class,
      ShipOrder.class,
      ShipOrder.Chosen.class,
      ShipOrder.Line.class,
      AcceptSubstitute.class,
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
      Reallocate.class,
      Reallocation.class,
      ReallocationPlan.class,
      ReallocationSnapshot.class,
      ReallocationSnapshot.Item.class,
      ReallocationSnapshot.Supply.class,
      ReallocationRules.Builder.class,
      OpenLine.class,
      ConfirmationBounds.class,
      ConfirmationCurve.class,
      Digest.class,
      Checkpoint.class,
      MerkleTree.class,
      InclusionProof.class,
      ConsistencyProof.class,
      Retention.class,
      Expected.class,
      StockObservation.class,
      SensorRule.class,
      CountRhythm.class,
      CountCandidate.class,
      CountResult.class,
      ConfirmedCount.class,
      BinId.class,
      Bin.class,
      PickFace.class,
      ReservedUnits.class,
      Patience.class,
      LightTask.class,
      LightAnswer.Confirmed.class,
      LightAnswer.PickedShort.class,
      OpenOrders.class,
      FulfilmentLine.class,
      ShippingService.class,
      ShippingService.Tariff.class,
      ShippingService.Emissions.class,
      ShipmentPart.class,
      ShipmentPart.Goods.class,
      Inventory.class,
      Inventory.Builder.class,
      RefusedDemand.class,
      RefusedDemand.Refusal.class,
      Listeners.class,
      BackorderCalculator.class,
      Arrival.class,
      Need.class,
      Peg.class,
      Pegging.class,
      PegIndex.class,
      PegIndex.Whole.class,
      Stretch.class,
      SupplySchedule.class,
      AtpProfile.class,
      Inbound.class,
      OrderConfidence.class,
      OverdueRule.class,
      Promise.class,
      Promise.Part.class,
      Promise.Step.class,
      PromiseChange.class,
      PromisePlan.class,
      PromisePlan.Item.class,
      PromisePlan.Line.class,
      PromisePlan.Kits.class,
      PromiseRange.class,
      PromiseRules.class,
      SupplyChange.Slip.class,
      SupplyChange.Shortage.class,
      WorkingCalendar.class,
      Offer.Quote.class,
      Offer.InStock.class,
      Offer.LowStock.class,
      Offer.Backorder.class,
      Offer.Preorder.class,
      Offer.OutOfStock.class,
      OfferRules.class,
      OfferRules.Situation.class,
      BackorderTerms.class,
      Consent.class,
      SubstituteChoice.class,
      TransitTimes.class,
      TransitTimes.Zone.class,
      TransitTimes.Days.class,
      StoreWords.class,
      News.Backordered.class,
      News.Delayed.class,
      News.Sooner.class,
      News.BackInStock.class,
      News.ReadyToShip.class,
      News.Shipped.class,
      News.Delivered.class,
      News.Cancelled.class,
      News.Refund.class,
      News.StillWaiting.class,
      Notice.class,
      Notice.Id.class,
      NoticePreferences.class,
      NoticeDesk.class,
      NoticeDesk.Change.class,
      NoticeFeed.class,
      NoticeFeed.Builder.class,
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
      RevenueCurve.class,
      RevenueReport.class,
      Reconciliation.class,
      CashOutlook.class,
      CashOutlook.Refund.class);

  private static Map<Class<?>, Object> samples() {
    Map<Class<?>, Object> samples = new HashMap<>();
    Sku lamp = Sku.of("LAMP");
    OrderLine line = OrderLine.of("1", lamp, Quantity.of(1));
    OrderLineId lineId = OrderLineId.of("O", "1");
    StockUnits units = StockUnits.of(lamp, LocationId.of("MAIN"), Quantity.of(1));
    Supply supply = Supply.of(SupplyId.of("PO"), units, Instant.EPOCH);
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
            supply,
            supply.id(),
            supply.schedule(),
            SupplierId.of("S"),
            Optional.empty(),
            ReceiveStock.of("R", List.of(units)),
            ReceiveStock.Line.of(units),
            RescheduleSupply.of("R", supply.id(), Instant.EPOCH),
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
    samples.put(
        BackorderAllowance.Both.class,
        BackorderAllowance.inbound().and(BackorderAllowance.upTo(Quantity.of(1))));
    samples.put(AllocationPolicy.class, AllocationPolicy.priority());
    samples.put(Sourcing.class, Sourcing.rank());
    samples.put(Sequence.class, Sequence.priority());
    samples.put(Sequence.HeadStart.class, new Sequence.HeadStart(Duration.ofDays(1)));
    samples.put(Backlog.class, Backlog.of(lamp, List.of(waiting)));
    samples.put(Shelf.class, Shelf.of(List.of(Location.of("MAIN")), new long[] {1}));
    samples.put(WaitingLine.class, waiting);
    samples.put(ShipOrder.Selection.class, new ShipOrder.AllReserved());
    samples.put(CancelOrder.Party.class, CancelOrder.Party.CUSTOMER);
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
    addReallocation(samples, lamp, lineId);
    promises(samples);
    revisions(samples, (Claim) sample(samples, Claim.class));
    storefront(samples);
    ofFulfilment(lineId, units).forEach(sample -> samples.put(sample.getClass(), sample));
    samples.put(
        RefusedDemand.Refusal.class,
        new RefusedDemand.Refusal(Instant.EPOCH, ErrorCode.BACKORDER_LIMIT, Optional.of(lamp)));
    samples.put(
        InventoryException.class,
        new InvalidValueException(ErrorCode.BACKORDER_LIMIT, "full", Facts.of("sku", lamp)));
    samples.put(ErrorCode.class, ErrorCode.BACKORDER_LIMIT);
    samples.put(Set.class, Set.of("TAG"));
    samples.put(Collection.class, List.of());
    samples.put(InventoryEvent.class, new InventoryEvent.OrderReady(OrderId.of("O")));
    putMoney(samples);
    samples.put(int.class, 1);
    samples.put(long.class, 1L);
    return samples;
  }

  private static void addReallocation(Map<Class<?>, Object> samples, Sku sku, OrderLineId line) {
    ReallocationSnapshot.Supply supply =
        ReallocationSnapshot.Supply.of(List.of(Location.of("MAIN")), 1);
    OpenLine open = OpenLine.of(line, PlaceInLine.of(1), Quantity.of(1));
    ReallocationSnapshot.Item item = new ReallocationSnapshot.Item(sku, 0, supply, List.of(open));
    ReallocationSnapshot snapshot = new ReallocationSnapshot(Instant.EPOCH, List.of(item));
    ReallocationRules rules = ReallocationRules.builder().build();
    ConfirmationCurve curve = ConfirmationCurve.at(LocalDate.EPOCH, Quantity.of(1));
    Stream.of(
            supply,
            open,
            item,
            snapshot,
            rules,
            ReallocationRules.builder(),
            Reallocation.run(snapshot, rules),
            StabilityBudget.UNLIMITED,
            ConfirmationStrategy.WIN,
            ConfirmationBounds.Hardness.HARD,
            ConfirmationBounds.of(ConfirmationStrategy.WIN, curve, curve),
            curve)
        .forEach(sample -> samples.put(sample.getClass(), sample));
    samples.put(Guard.class, Guard.none());
    samples.put(Collection.class, List.of(sku));
  }

  private static void promises(Map<Class<?>, Object> samples) {
    OrderLineId line = OrderLineId.of("O", "1");
    SupplyId supply = SupplyId.of("PO");
    Inbound inbound = Inbound.announced(supply, Quantity.of(1), LocalDate.EPOCH);
    Promise promise = Promise.of(Promise.Part.from(Quantity.of(1), inbound));
    WorkingCalendar calendar = WorkingCalendar.everyDay("UTC");
    Stream.of(
            supply,
            Supply.of(
                supply,
                StockUnits.of(Sku.of("LAMP"), LocationId.of("MAIN"), Quantity.of(1)),
                Instant.EPOCH),
            SupplierScorecard.empty(),
            LocalTime.NOON,
            new DayOfWeek[] {DayOfWeek.SUNDAY},
            Arrival.of(supply, Quantity.of(1), LocalDate.EPOCH),
            Need.of(line, Quantity.of(1)),
            new Peg(line, supply, Quantity.of(1)),
            Pegging.of(List.of(Need.of(line, Quantity.of(1))), SupplySchedule.empty()),
            PegIndex.of(SupplySchedule.empty(), List.of()),
            new PegIndex.Whole(Quantity.ZERO, Quantity.of(1)),
            new Stretch(Quantity.ZERO, Quantity.of(1)),
            SupplySchedule.empty(),
            AtpProfile.of(LocalDate.EPOCH, Quantity.of(1)),
            inbound,
            OrderConfidence.none(),
            OverdueRule.promisesNothing(),
            promise,
            new Promise.Part[] {promise.parts().get(0)},
            promise.parts().get(0),
            promise.steps().get(0),
            Promise.Reason.ANNOUNCED,
            new PromiseChange(line, promise, promise),
            PromisePlan.on(LocalDate.EPOCH)
                .with(Sku.of("LAMP"), List.of(Need.of(line, Quantity.of(1))), List.of(inbound)),
            new PromisePlan.Item(List.of(), List.of(), Quantity.ZERO, LocalDate.EPOCH),
            new PromisePlan.Line(line, DeliveryRule.PARTIAL, Optional.empty(), Optional.empty()),
            new PromisePlan.Kits(Quantity.of(1), List.of(line), LocalDate.EPOCH),
            PromiseRange.of(LocalDate.EPOCH),
            PromiseRules.of(calendar),
            new SupplyChange.Slip(supply, 1),
            new SupplyChange.Shortage(supply, 1),
            OptionalDouble.empty(),
            calendar)
        .forEach(sample -> samples.put(sample.getClass(), sample));
    samples.put(SupplyChange.class, new SupplyChange.Shortage(supply, 1));
    samples.put(PromisePolicy.class, PromisePolicy.asAnnounced());
    samples.put(ZoneId.class, ZoneId.of("UTC"));
    samples.put(Optional.class, Optional.empty());
    samples.put(Collection.class, List.of());
    samples.put(double.class, 0.5);
  }

  private static void storefront(Map<Class<?>, Object> samples) {
    OrderLineId line = OrderLineId.of("O", "1");
    Sku lamp = Sku.of("LAMP");
    Quantity one = Quantity.of(1);
    Promise promise = (Promise) sample(samples, Promise.class);
    PromiseRange range = PromiseRange.of(LocalDate.EPOCH);
    PromiseChange change = new PromiseChange(line, promise, promise);
    Notice.Id id = new Notice.Id("R", CustomerId.of("C"));
    Offer inStock = new Offer.InStock(range);
    Stream.of(
            inStock,
            inStock.until(Instant.EPOCH),
            new Offer.LowStock(range, one),
            new Offer.Backorder(one, promise),
            new Offer.Preorder(LocalDate.EPOCH, promise),
            new Offer.OutOfStock(Offer.OutOfStock.Why.LIMIT),
            Offer.OutOfStock.Why.LIMIT,
            OfferRules.of(BackorderTerms.standard()),
            new OfferRules.Situation(one, one, one, promise),
            BackorderTerms.standard().withConsent(1, 1, Consent.Answer.KEEP),
            new Consent(line, Instant.MAX, Consent.Answer.KEEP, Optional.empty()),
            Consent.Answer.KEEP,
            new SubstituteChoice(lamp, promise),
            TransitTimes.none(),
            TransitTimes.Zone.of("near"),
            TransitTimes.Days.between(1, 2),
            StoreWords.of(Locale.ENGLISH),
            Locale.ENGLISH,
            new News.Backordered(line, lamp, one, promise),
            new News.Delayed(lamp, change, Set.of(), Optional.empty()),
            new News.Sooner(lamp, change),
            new News.BackInStock(line, lamp, one),
            new News.ReadyToShip(line.order()),
            new News.Shipped(line, lamp, one),
            new News.Delivered(line.order(), LocalDate.EPOCH, Optional.empty(), Optional.empty()),
            new News.Cancelled(line, lamp, one, News.Refund.none()),
            new News.StillWaiting(line, one, Instant.EPOCH),
            id,
            new Notice(id, Instant.EPOCH, List.of(new News.ReadyToShip(line.order()))),
            NoticePreferences.atOnce()
                .quietBetween(LocalTime.MIN, LocalTime.NOON, ZoneId.of("UTC")),
            NoticeDesk.of(NoticeListener.NONE),
            NoticeDesk.Change.of(
                "R", Instant.EPOCH, CustomerId.of("C"), new News.ReadyToShip(line.order())))
        .forEach(sample -> samples.put(sample.getClass(), sample));
    samples.put(Offer.class, inStock);
    samples.put(News.class, new News.ReadyToShip(line.order()));
    samples.put(NoticeListener.class, NoticeListener.NONE);
    Inventory inventory = Inventory.inMemory().build();
    NoticeFeed.Builder feed = NoticeFeed.builder(inventory, order -> Optional.empty());
    samples.put(Inventory.class, inventory);
    samples.put(NoticeFeed.Builder.class, feed);
    samples.put(NoticeFeed.class, feed.tell(NoticeDesk.of(NoticeListener.NONE)));
    samples.put(News.Refund.class, News.Refund.none());
    samples.put(BiFunction.class, (BiFunction<Object, Object, Object>) (key, value) -> value);
    samples.put(BackorderAllowance.class, BackorderAllowance.unlimited());
    samples.put(Set.class, Set.of());
    samples.put(ResourceBundle.class, new ListResourceBundle() {
      @Override
      protected Object[][] getContents() {
        return new Object[0][];
      }
    });
  }

  private static Object sample(Map<Class<?>, Object> samples, Class<?> type) {
    return requireNonNull(samples.get(type), "sample of " + type);
  }

  /** What people who count, pick and ship hand in. */
  private static Stream<Object> ofFulfilment(OrderLineId line, StockUnits units) {
    AdjustStock.Shelf shelf = new AdjustStock.Shelf(units.sku(), units.location());
    LineStatus status = order(line).line(line.line()).orElseThrow();
    UnitPrice cost = UnitPrice.of(BigDecimal.ONE, Currency.getInstance("EUR"));
    ShippingService.Tariff tariff = new ShippingService.Tariff(cost, cost, cost);
    ShippingService.Emissions emissions =
        new ShippingService.Emissions(BigDecimal.ONE, BigDecimal.ONE);
    ShipmentPart.Goods goods = new ShipmentPart.Goods(Quantity.of(1), 1);
    return Stream.of(
        AbcClass.A,
        SensorRule.Trust.STEADY,
        new SensorRule(SensorRule.Trust.STEADY, Quantity.of(1), Duration.ZERO, 1),
        new StockObservation("S", shelf, Quantity.of(1), Instant.EPOCH),
        new CountRhythm(1, 1, 1),
        CountCandidate.of(shelf, AbcClass.A, LocalDate.EPOCH),
        new CountResult(shelf, Quantity.of(1), Quantity.of(1)),
        new ConfirmedCount(shelf, Quantity.of(1), "clerk"),
        BinId.of("B"),
        Bin.of("B", units.location(), "zone"),
        new PickFace(units.sku(), BinId.of("B"), 1),
        new ReservedUnits(line, units),
        new Patience(Duration.ofSeconds(1), 1),
        new LightTask("T", BinId.of("B"), line, Quantity.of(1)),
        new LightAnswer.Confirmed("T", Quantity.of(1)),
        new LightAnswer.PickedShort("T", Quantity.ZERO),
        OpenOrders.empty(),
        status,
        FulfilmentLine.of(status, PlaceInLine.of(1)),
        Currency.getInstance("EUR"),
        cost,
        tariff,
        emissions,
        new ShippingService(1, tariff, emissions),
        goods,
        ShipmentPart.of(line, goods, LocalDate.EPOCH));
  }

  private static Order order(OrderLineId line) {
    Inventory inventory = Inventory.inMemory().build();
    inventory.post(
        PlaceOrder.of(line.order(), OrderLine.of(line.line(), Sku.of("LAMP"), Quantity.of(1))));
    return inventory.order(line.order()).orElseThrow();
  }

  private static void revisions(Map<Class<?>, Object> samples, Claim claim) {
    LedgerEntry.Promised entry =
        new LedgerEntry.Promised(claim, Optional.empty(), Optional.of(LocalDate.EPOCH));
    LedgerRecord.Cause source =
        new LedgerRecord.Cause(ReviewPromises.of(claim.sku()), Instant.EPOCH);
    PromiseCause cause = PromiseCause.of(source, claim);
    Stream.of(entry, source, cause, cause.kind(), cause.document())
        .forEach(sample -> samples.put(sample.getClass(), sample));
    samples.put(Supplier.class, (Supplier<List<Consent>>) List::of);
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
    RevenueEntry refunded = new RevenueEntry(
        new RevenueEntry.Cause(Instant.EPOCH, Optional.empty()),
        OrderLineId.of("O", "1"),
        RevenueEntry.Kind.REFUNDED,
        one);
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
            SupplyStatus.announced(Supply.of(SupplyId.of("P"), units, Instant.EPOCH), 1),
            refunded,
            RevenueCurve.of(euro, List.of()),
            journal,
            journal.report())
        .forEach(sample -> samples.put(sample.getClass(), sample));
    samples.put(PaymentTerms.Portion.class, all);
    samples.put(CancellationCurve.class, CancellationCurve.never());
    samples.put(SalesBook.class, book);
    samples.put(ZoneId.class, ZoneOffset.UTC);
    samples.put(Iterable.class, List.of());
    samples.put(Ledger.class, Inventory.inMemory().build().ledger());
    CashOutlook.Undated undated = new CashOutlook.Undated(one, one);
    samples.put(CashOutlook.Undated.class, undated);
    samples.put(CashOutlook.class, new CashOutlook(List.of(), undated));
    samples.put(Consumer.class, (Consumer<Object>) entry -> {});
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
      if (of.contains("PromisePlan$Line>")) {
        return List.of();
      }
      if (of.matches(".*\\.(promise|pegging|storefront)\\..*")) {
        return List.of(sample(Stream.of(
                Need.class,
                PegIndex.Whole.class,
                Inbound.class,
                Promise.class,
                Promise.Part.class,
                PromisePlan.Line.class,
                News.class,
                SubstituteChoice.class)
            .filter(type -> of.contains(type.getName() + ">"))
            .findFirst()
            .orElseThrow()));
      }
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
