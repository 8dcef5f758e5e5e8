package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.promise.Promise;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.Offer;
import io.backorder.storefront.Offer.OutOfStock.Why;
import io.backorder.storefront.StoreWords;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** An offer, an order and the words about both are made of the same terms, whatever these are. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 1_000)
final class AgreedTermsProperties {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
  private static final StoreWords ENGLISH = StoreWords.of(Locale.ENGLISH);
  private static final Map<Why, ErrorCode> CODES = Map.of(
      Why.REFUSED, ErrorCode.BACKORDERS_REFUSED,
      Why.LIMIT, ErrorCode.BACKORDER_LIMIT,
      Why.LOT, ErrorCode.INVALID_QUANTITY,
      Why.WAIT, ErrorCode.WAIT_TOO_LONG);

  /** On which terms an item is sold, by the item and by the shop. */
  record Selling(ItemTerms item, BackorderTerms shop) {}

  @Provide
  Arbitrary<Selling> selling() {
    return Combinators.combine(items(), allowances(), waits()).as((item, allowance, wait) -> {
      BackorderTerms shop = BackorderTerms.standard().withAllowance(allowance);
      return new Selling(item, wait.map(shop::withLongestWait).orElse(shop));
    });
  }

  private static Arbitrary<Optional<Integer>> waits() {
    return Arbitraries.integers().between(0, 9).optional(0.6);
  }

  private static Arbitrary<ItemTerms> items() {
    Arbitrary<Integer> buffers = Arbitraries.integers().between(0, 2);
    return Combinators.combine(
            allowances(), buffers, Arbitraries.integers().between(1, 2), Arbitraries.of(0, 0, 4))
        .as((allowance, buffer, lot, release) -> {
          ItemTerms its = ItemTerms.standard()
              .withBackorders(allowance)
              .withBuffer(Quantity.of(buffer))
              .withLot(Quantity.of(lot));
          return release == 0 ? its : its.releasedOn(day(MORNING).plusDays(release));
        });
  }

  private static Arbitrary<BackorderAllowance> allowances() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            BackorderAllowance.unlimited(),
            BackorderAllowance.unlimited(),
            BackorderAllowance.inbound(),
            BackorderAllowance.refused()),
        Arbitraries.longs()
            .between(0, 9)
            .map(units -> BackorderAllowance.upTo(Quantity.of(units))));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  @Provide
  Arbitrary<OrderTerms> orders() {
    return Combinators.combine(
            Arbitraries.of(DeliveryRule.class),
            Arbitraries.of(Priority.class),
            Arbitraries.of(
                ShortageRule.BACKORDER,
                ShortageRule.BACKORDER,
                ShortageRule.REFUSE_ORDER,
                ShortageRule.ACCEPT_AVAILABLE),
            Arbitraries.integers().between(0, 3))
        .as((delivery, priority, shortage, least) -> OrderTerms.standard()
            .withDelivery(delivery)
            .withPriority(priority)
            .onShortage(shortage)
            .shippingAtLeast(Quantity.of(least)));
  }

  @Provide
  Arbitrary<List<Kitchen.Move>> moves() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(any, any, any, any).as(Kitchen.Move::new).list().ofMaxSize(9);
  }

  /** A shop of one item, and how many documents it has taken. */
  private static final class Shop {

    private final Inventory inventory;
    private Instant now = MORNING;
    private int documents;

    Shop(Selling selling) {
      this.inventory = Stores.next()
          .clock(() -> now)
          .terms(sku -> selling.item())
          .quoting(sku -> selling.shop(), Duration.ofMinutes(5))
          .build();
    }

    void post(Kitchen.Move move) {
      documents++;
      now = now.plus(Duration.ofMinutes(move.place() % 20));
      try {
        inventory.post(document(move, "D" + documents, Quantity.of(1 + move.units() % 6)));
      } catch (InventoryException e) {
        documents++; // it was refused, and has left nothing
      }
    }

    private Document document(Kitchen.Move move, String number, Quantity units) {
      OrderLine line = OrderLine.of("1", LAMP, units);
      return switch (move.kind() % 6) {
        case 0, 1 -> ReceiveStock.of(number, LAMP, MAIN, units);
        case 2 -> PlaceHold.of(HoldId.of(number), Duration.ofMinutes(15), List.of(line));
        case 3 ->
          AnnounceSupply.of(
              SupplyId.of(number),
              StockUnits.of(LAMP, MAIN, units),
              now.plus(Duration.ofDays(move.subject() % 12)));
        default -> PlaceOrder.of(OrderId.of(number), line);
      };
    }
  }

  @Property(seed = Histories.SEED)
  void whatIsOfferedIsTakenInFull_andNothingElseIs(
      @ForAll("selling") Selling selling,
      @ForAll("moves") List<Kitchen.Move> moves,
      @ForAll("orders") OrderTerms terms) {
    Shop shop = new Shop(selling);
    moves.forEach(shop::post);
    for (long units = 1; units <= 7; units++) {
      requireKept(shop, Quantity.of(units), terms);
    }
    assertThat(shop.inventory.verify().firstDifference()).isEmpty();
  }

  /** Each order stands on what those before it have left. */
  private static void requireKept(Shop shop, Quantity wanted, OrderTerms terms) {
    Inventory inventory = shop.inventory;
    Offer offer = inventory.offer(LAMP, wanted, terms).offer();
    OrderId order = OrderId.of("O" + wanted);
    Optional<ErrorCode> refusal = Optional.empty();
    try {
      inventory.post(PlaceOrder.of(order, OrderLine.of("1", LAMP, wanted)).with(terms));
    } catch (InventoryException e) {
      refusal = Optional.of(e.code());
    }
    boolean taken = refusal.isEmpty()
        && inventory.order(order).orElseThrow().lines().get(0).refused().isZero();
    assertThat(taken).as("%s, %s", offer, refusal).isEqualTo(offer.isOrderable());
    if (taken) {
      assertThat(inventory.promise(new OrderLineId(order, "1")).flatMap(Promise::by))
          .as("%s", offer)
          .isEqualTo(offer.by());
    }
    if (offer instanceof Offer.OutOfStock out && terms.shortage() == ShortageRule.BACKORDER) {
      assertThat(refusal).contains(CODES.get(out.why()));
    }
  }

  @Property(seed = Histories.SEED)
  void theTextSaysWhatIsDone(
      @ForAll("selling") Selling selling, @ForAll("moves") List<Kitchen.Move> moves) {
    Shop shop = new Shop(selling);
    moves.forEach(shop::post);
    BackorderTerms told = shop.inventory.backorderTerms(LAMP);
    List<String> text = ENGLISH.policy(told);
    long waiting = shop.inventory.item(LAMP).backordered().units();

    if (text.contains("This item can be ordered only while it is in stock.")) {
      assertThat(text).hasSize(1);
      assertThat(waiting).isZero();
    }
    long wanted = selling.item().lot().units() * 20;
    Offer offer =
        shop.inventory.offer(LAMP, Quantity.of(wanted), OrderTerms.standard()).offer();
    if (offer instanceof Offer.OutOfStock out) {
      String why = String.join(" ", text);
      assertThat(why)
          .contains(
              switch (out.why()) {
                case REFUSED -> "only while it is in stock";
                case LIMIT -> told.isAllowed() ? "Our waiting list holds no more" : "only while";
                case WAIT -> "We take an order only if we can promise it within";
                case LOT -> throw new AssertionError("whole lots: " + wanted);
              });
    }
  }
}
