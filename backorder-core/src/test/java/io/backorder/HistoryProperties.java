package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Laws that hold after every document of every history; the ids are those of the reliability notes. */
final class HistoryProperties {

  private static final List<Sku> SKUS = List.of(Sku.of("A"), Sku.of("B"), Sku.of("C"));
  private static final List<LocationId> PLACES =
      List.of(LocationId.of("MAIN"), LocationId.of("WEB"), LocationId.of("OLD"));
  private static final List<OrderId> ORDERS =
      IntStream.range(0, 12).mapToObj(i -> OrderId.of("O" + i)).toList();
  private static final ChannelId WEB = ChannelId.of("web");

  private static final Map<DocumentKind, Integer> DONE = new EnumMap<>(DocumentKind.class);
  private static final Map<ErrorCode, Integer> REFUSED = new EnumMap<>(ErrorCode.class);
  private static int histories;
  private static int filledLater;

  /** One step of a history: six small numbers, from which a document is made. */
  record Step(int kind, int order, int item, int place, long quantity, int number) {}

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Long> quantities = Arbitraries.frequencyOf(
        Tuple.of(30, Arbitraries.longs().between(1, 9)),
        Tuple.of(1, Arbitraries.of(0L, 1L << 31, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE)));
    Arbitrary<Step> steps = Combinators.combine(
            Arbitraries.integers().between(0, 27),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            quantities,
            Arbitraries.integers().between(0, 40))
        .as(Step::new);
    return steps.list().ofMinSize(5).ofMaxSize(60);
  }

  @Provide
  Arbitrary<AllocationPolicy> policies() {
    return Arbitraries.of(
        AllocationPolicy.firstComeFirstServed(),
        AllocationPolicy.priority(),
        AllocationPolicy.dueDate(),
        AllocationPolicy.smallestFirst(),
        AllocationPolicy.completeLines());
  }

  /** L1-L5, L7-L10, L15, B6, B9, B12, B13, A4, I1, R1, E1. */
  @Property
  void everyLawHoldsAfterEveryDocument(
      @ForAll("policies") AllocationPolicy policy, @ForAll("histories") List<Step> history) {
    World world = new World(policy);
    for (Step step : history) {
      world.tick(step);
      List<String> before = world.digest();
      world.events.clear();
      Optional<Document> document = post(world, step, before);
      world.requireLaws(policy);
      if (document.isPresent() && step.number % 5 == 0) {
        requireRepeatDoesNothing(world, document.orElseThrow());
      }
    }
    requireReplayIsEqual(world);
    histories++;
    filledLater += world.filled ? 1 : 0;
  }

  private static Optional<Document> post(World world, Step step, List<String> before) {
    try {
      Document document = world.document(step);
      world.outcome = world.inventory.post(document);
      DONE.merge(document.id().kind(), 1, Integer::sum);
      world.swept |= document instanceof ExpireHolds;
      world.filled |= !world.outcome.fills().isEmpty();
      return Optional.of(document);
    } catch (InventoryException e) {
      REFUSED.merge(e.code(), 1, Integer::sum);
      assertThat(world.digest()).as("after " + e.getMessage()).isEqualTo(before);
      assertThat(world.events).isEmpty();
      return Optional.empty();
    }
  }

  private static void requireRepeatDoesNothing(World world, Document document) {
    if (document instanceof ExpireHolds) {
      return;
    }
    List<String> before = world.digest();
    world.events.clear();
    assertThat(world.inventory.post(document)).isEqualTo(world.outcome);
    assertThat(world.digest()).isEqualTo(before);
    assertThat(world.events).isEmpty();
  }

  private static void requireReplayIsEqual(World world) {
    world.now = world.latest; // reading moves the live inventory's time, which no ledger tells
    Inventory replayed = world
        .builder(AllocationPolicy.firstComeFirstServed())
        .replaying(world.inventory.ledger().after(0, Integer.MAX_VALUE))
        .build();
    List<OrderId> known = ORDERS.stream()
        .filter(order -> world.inventory.order(order).isPresent())
        .toList();
    assertThat(replayed.verify().firstDifference()).isEmpty();
    for (OrderId order : known) {
      assertThat(replayed.order(order)).isEqualTo(world.inventory.order(order));
    }
    for (Sku sku : SKUS) {
      assertThat(replayed.item(sku).locations())
          .isEqualTo(world.inventory.item(sku).locations());
      assertThat(replayed.waiting(sku, 99)).hasSameSizeAs(world.inventory.waiting(sku, 99));
    }
  }

  /** The generators must have met what the laws are about. */
  @AfterContainer
  static void generatorsWereHonest() {
    assertThat(DONE.keySet()).containsExactlyInAnyOrder(DocumentKind.values());
    DONE.forEach((kind, times) -> assertThat(times).as(kind + " done").isGreaterThan(20));
    assertThat(REFUSED.keySet())
        .contains(
            ErrorCode.INVALID_QUANTITY,
            ErrorCode.UNKNOWN_ORDER,
            ErrorCode.UNKNOWN_LINE,
            ErrorCode.UNKNOWN_HOLD,
            ErrorCode.DOCUMENT_CONFLICT,
            ErrorCode.INSUFFICIENT_STOCK,
            ErrorCode.BACKORDERS_REFUSED,
            ErrorCode.BACKORDER_LIMIT,
            ErrorCode.NOT_RESERVED,
            ErrorCode.NOT_SHIPPED,
            ErrorCode.ALREADY_CLOSED,
            ErrorCode.HOLD_EXPIRED,
            ErrorCode.NOTHING_TO_SHIP,
            ErrorCode.QUANTITY_OVERFLOW);
    assertThat(filledLater * 5)
        .as("histories with a fill, of " + histories)
        .isGreaterThan(histories);
  }

  /** An inventory with three items of different terms at three locations, and its clock. */
  private static final class World {

    private final List<InventoryEvent> events = new ArrayList<>();
    private final Inventory inventory;
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private Instant latest = now;
    private Outcome outcome = new Outcome(List.of(), List.of());
    private boolean filled;
    private boolean swept = true;
    private int documents;
    private int placed;
    private HoldId latestHold = HoldId.of("H-none");

    World(AllocationPolicy policy) {
      inventory = builder(policy).listener(events::add).build();
    }

    Inventory.Builder builder(AllocationPolicy policy) {
      return Inventory.inMemory()
          .clock(() -> now)
          .policy(policy)
          .locations(
              Location.of("MAIN"),
              Location.of("WEB").serving(WEB),
              Location.of("OLD").inactive())
          .terms(World::terms);
    }

    static ItemTerms terms(Sku sku) {
      ItemTerms standard = ItemTerms.standard();
      return switch (sku.value()) {
        case "A" -> standard;
        case "B" ->
          standard
              .withBackorders(BackorderAllowance.upTo(Quantity.of(12)))
              .withBuffer(Quantity.of(2));
        default -> standard.withBackorders(BackorderAllowance.refused());
      };
    }

    List<String> digest() {
      return Digest.of(inventory, SKUS, ORDERS);
    }

    Document document(Step step) {
      String number = step.number == 7 ? "same" : "D" + documents++;
      OrderId order = ORDERS.get(Math.floorMod(placed - 1 - step.order, 12));
      OrderLineId line = new OrderLineId(order, String.valueOf(1 + step.number % 3));
      Sku sku = SKUS.get(step.item);
      LocationId place = PLACES.get(step.place);
      if (step.kind == 3 || step.kind > 25) {
        latestHold = HoldId.of("H" + documents);
      }
      HoldId hold = step.number % 10 == 0 ? HoldId.of("H-unknown") : latestHold;
      Quantity quantity = Quantity.of(step.quantity);
      return switch (step.kind) {
        case 0, 1, 2 ->
          PlaceOrder.of(ORDERS.get(placed++ % 12), lines(step)).with(orderTerms(step));
        case 3, 26, 27 ->
          PlaceHold.of(
              hold,
              Duration.ofMinutes(3),
              List.of(OrderLine.of("1", sku, Quantity.of(1 + step.quantity % 3))));
        case 4, 16 -> ConfirmHold.of(hold, OrderId.of("C" + documents));
        case 5, 25 -> ReleaseHold.of(hold);
        case 6 -> ExpireHolds.due();
        case 7, 8, 9, 19 -> ReceiveStock.of(number, sku, place, quantity);
        case 10, 17, 18 -> shipment(number, step, order);
        case 11, 22, 23 -> cancellation(number, step, line);
        case 12, 24 -> ChangeLine.of(number, line, quantity);
        case 13, 20 -> returned(number, step, shippedLine(step));
        case 14 -> CountStock.of(number, sku, place, quantity);
        case 15 -> AdjustStock.of(number, sku, place, step.number % 2 == 0 ? 3 : -3);
        default ->
          TransferStock.of(
              number, StockUnits.of(sku, place, Quantity.of(1)), PLACES.get((step.place + 1) % 3));
      };
    }

    /** Time passes now and then, and sometimes runs back. */
    void tick(Step step) {
      if (step.number % 8 == 3) {
        swept = false;
        now = now.plus(Duration.ofMinutes(step.number % 3 == 0 ? -1 : 2));
        latest = now.isAfter(latest) ? now : latest;
      }
    }

    private static Document shipment(String number, Step step, OrderId order) {
      return step.number % 2 == 0
          ? ShipOrder.all(number, order)
          : ShipOrder.of(
              number, order, List.of(ShipOrder.Line.of("1", Quantity.of(1 + step.number % 2))));
    }

    private static Document returned(String number, Step step, OrderLineId line) {
      LocationId place = PLACES.get(step.place);
      return step.number % 2 == 0
          ? ReturnGoods.toStock(number, line, place, Quantity.of(1))
          : ReturnGoods.writtenOff(number, line, place, Quantity.of(1));
    }

    /** A line of which something was shipped, where there is one and the step does not insist. */
    private OrderLineId shippedLine(Step step) {
      OrderId order = ORDERS.stream()
          .filter(id -> step.number % 4 > 0 && isShipped(id))
          .findFirst()
          .orElse(ORDERS.get(step.order));
      return new OrderLineId(order, "1");
    }

    private boolean isShipped(OrderId id) {
      return inventory
          .order(id)
          .flatMap(order -> order.line("1"))
          .filter(line -> line.shipped().compareTo(line.returned()) > 0)
          .isPresent();
    }

    private static Document cancellation(String number, Step step, OrderLineId line) {
      return switch (step.number % 3) {
        case 0 -> CancelOrder.all(number, line.order());
        case 1 -> CancelOrder.line(number, line);
        default -> CancelOrder.units(number, line, Quantity.of(step.quantity));
      };
    }

    private static List<OrderLine> lines(Step step) {
      Quantity quantity = Quantity.of(step.quantity);
      Stream<OrderLine> lines = Stream.of(
          OrderLine.of("1", SKUS.get(step.item), quantity),
          OrderLine.of("2", SKUS.get(step.place), Quantity.of(2)),
          OrderLine.of("3", SKUS.get(step.item), Quantity.of(1)));
      return lines.limit(1 + step.number % 3).toList();
    }

    private static OrderTerms orderTerms(Step step) {
      OrderTerms terms = OrderTerms.standard();
      terms = step.number % 4 == 0 ? terms.through(WEB) : terms;
      terms = step.number % 7 == 0 ? terms.withDelivery(DeliveryRule.COMPLETE_LINE) : terms;
      terms = step.number % 5 == 0 ? terms.withPriority(Priority.URGENT) : terms;
      return switch (step.number % 9) {
        case 0 -> terms.onShortage(ShortageRule.REFUSE_ORDER);
        case 1, 2 -> terms.onShortage(ShortageRule.ACCEPT_AVAILABLE);
        default -> terms;
      };
    }

    void requireLaws(AllocationPolicy policy) {
      assertThat(inventory.verify().firstDifference()).isEmpty();
      for (Sku sku : SKUS) {
        ItemLevels levels = inventory.item(sku);
        for (StockLevel level : levels.locations()) {
          assertThat(level.free().units()).isNotNegative();
        }
        requireNothingIdle(policy, sku, levels);
      }
      ORDERS.forEach(order -> inventory.order(order).ifPresent(World::requireSums));
    }

    /**
     * B6: a line without a channel, delivered in part, waits only when nothing is free for it. Units
     * of a hold that is over and not swept serve it with the next document on the item.
     */
    private void requireNothingIdle(AllocationPolicy policy, Sku sku, ItemLevels levels) {
      boolean partial = inventory.waiting(sku, Integer.MAX_VALUE).stream()
          .anyMatch(line -> line.terms().delivery() == DeliveryRule.PARTIAL
              && line.terms().channel().isEmpty());
      if (partial && swept && policy != AllocationPolicy.completeLines()) {
        assertThat(levels.availableNow()).as("idle units of " + sku).isEqualTo(Quantity.ZERO);
      }
    }

    private static void requireSums(Order order) {
      boolean open = false;
      for (LineStatus line : order.lines()) {
        long reservedAt =
            line.reservedAt().values().stream().mapToLong(Quantity::units).sum();
        assertThat(reservedAt).isEqualTo(line.reserved().units());
        assertThat(line.returned()).isLessThanOrEqualTo(line.shipped());
        open |= !line.reserved().isZero() || !line.backordered().isZero();
      }
      boolean closed =
          order.status() == Order.Status.SHIPPED || order.status() == Order.Status.CANCELLED;
      assertThat(closed).isEqualTo(!open);
    }
  }
}
