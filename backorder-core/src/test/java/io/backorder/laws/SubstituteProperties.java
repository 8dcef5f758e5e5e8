package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.posting.AcceptSubstitute;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** To accept a substitute is to cancel and to place, both or neither. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 600)
final class SubstituteProperties {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku TORCH = Sku.of("TORCH");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final List<Sku> ITEMS = List.of(LAMP, TORCH, PAIR);
  private static final List<DeliveryRule> DELIVERIES = List.of(DeliveryRule.values());
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Map<Sku, ItemTerms> TERMS = Map.of(
      LAMP,
      ItemTerms.standard().withSubstitutes(List.of(TORCH, PAIR)),
      TORCH,
      ItemTerms.standard().withBackorders(BackorderAllowance.upTo(Quantity.of(6))),
      PAIR,
      ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(1), TORCH, Quantity.of(1))));

  @Provide
  Arbitrary<List<Kitchen.Move>> moves() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(any, any, any, any)
        .as(Kitchen.Move::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(18);
  }

  @Provide
  Arbitrary<AllocationPolicy> policies() {
    return Arbitraries.of(
        AllocationPolicy.firstComeFirstServed(),
        AllocationPolicy.smallestFirst(),
        AllocationPolicy.completeLines());
  }

  /** A shop of items that stand in for each other. */
  private static final class Shop {

    private final Inventory inventory;
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private int documents;
    private int orders;

    Shop(Inventory.Builder store, AllocationPolicy policy) {
      this.inventory = store
          .clock(() -> now)
          .policy(policy)
          .terms(sku -> TERMS.getOrDefault(sku, ItemTerms.standard()))
          .build();
    }

    void post(Kitchen.Move move) {
      documents++;
      now = now.plus(Duration.ofMinutes(move.place() % 7));
      attempt(document(move, "D" + documents));
    }

    boolean attempt(Document document) {
      try {
        inventory.post(document);
        return true;
      } catch (InventoryException e) {
        return false;
      }
    }

    private Document document(Kitchen.Move move, String number) {
      Sku sku = ITEMS.get(move.subject() % 3);
      Sku shelved = ITEMS.get(move.subject() % 2);
      Quantity units = Quantity.of(1 + move.units() % 5);
      return switch (move.kind() % 8) {
        case 0 -> ReceiveStock.of(number, shelved, MAIN, units);
        case 1 ->
          AnnounceSupply.of(
              SupplyId.of(number),
              StockUnits.of(shelved, MAIN, units),
              now.plus(Duration.ofDays(move.place() % 9)));
        case 2 -> ShipOrder.all(number, line(move).order());
        case 3 -> CancelOrder.units(number, line(move), Quantity.of(1));
        default -> place(move, sku, units);
      };
    }

    private PlaceOrder place(Kitchen.Move move, Sku sku, Quantity units) {
      orders++;
      OrderLine lamps = OrderLine.of("1", LAMP, units);
      OrderTerms terms =
          OrderTerms.standard().withDelivery(DELIVERIES.get(move.place() % DELIVERIES.size()));
      OrderId order = OrderId.of("O" + orders);
      return sku.equals(LAMP)
          ? PlaceOrder.of(order, lamps).with(terms)
          : PlaceOrder.of(order, lamps, OrderLine.of("2", sku, units)).with(terms);
    }

    OrderLineId line(Kitchen.Move move) {
      return OrderLineId.of("O" + (1 + move.place() % Math.max(1, orders)), "1");
    }

    List<Object> state() {
      List<Object> state = new ArrayList<>();
      for (Sku sku : ITEMS) {
        state.add(inventory.item(sku));
        inventory
            .waiting(sku, 99)
            .forEach(each -> state.add(each.id() + " " + each.waiting() + " " + each.place()));
      }
      for (int i = 1; i <= orders; i++) {
        addOrder(state, OrderId.of("O" + i));
      }
      addOrder(state, OrderId.of("N"));
      return state;
    }

    private void addOrder(List<Object> state, OrderId id) {
      inventory.order(id).ifPresent(order -> {
        state.add(order);
        order.lines().forEach(line -> state.add(inventory.promise(line.id())));
      });
    }

    private List<LedgerRecord> records() {
      return inventory.ledger().after(0, Integer.MAX_VALUE);
    }
  }

  @Property(seed = Histories.SEED)
  void acceptingDoesWhatACancellationAndAnOrderDo(
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll("policies") AllocationPolicy policy,
      @ForAll("moves") List<Kitchen.Move> last) {
    Shop one = new Shop(Stores.next(), policy);
    Shop two = new Shop(Inventory.inMemory(), policy);
    moves.forEach(one::post);
    moves.forEach(two::post);
    Kitchen.Move move = last.get(0);
    OrderLineId line = one.line(move);
    Sku substitute = ITEMS.get(1 + move.subject() % 2);
    Quantity units = Quantity.of(1 + move.units() % 4);
    OrderId order = OrderId.of("N");
    List<Object> before = one.state();
    List<LedgerRecord> records = one.records();

    boolean accepted = one.attempt(AcceptSubstitute.of(order, line, units, substitute));
    boolean cancelled = two.attempt(CancelOrder.units("C", line, units));
    PlaceOrder same = PlaceOrder.of(order, OrderLine.of(line.line(), substitute, units));
    boolean placed = cancelled && two.attempt(placing(two, same, line.order()));

    assertThat(accepted).isEqualTo(cancelled && placed);
    if (accepted) {
      assertThat(one.state()).isEqualTo(two.state());
      assertThat(kinds(one.records(), records.size()))
          .isEqualTo(kinds(two.records(), records.size()));
    } else {
      assertThat(one.state()).isEqualTo(before);
      assertThat(one.records()).isEqualTo(records);
    }
    assertThat(one.inventory.verify().firstDifference()).isEmpty();
  }

  private static Document placing(Shop shop, PlaceOrder order, OrderId from) {
    return order.with(shop.inventory.order(from).orElseThrow().terms());
  }

  /** What happened, promises left aside: of one document only those are told that hold at its end. */
  private static List<String> kinds(List<LedgerRecord> records, int from) {
    return records.stream()
        .skip(from)
        .map(LedgerRecord::entry)
        .filter(each -> !(each instanceof LedgerEntry.Promised))
        .map(Object::toString)
        .toList();
  }
}
