package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentTerms;
import io.backorder.finance.UnitPrice;
import io.backorder.posting.PlaceOrder;
import io.backorder.revenue.LineRevenue;
import io.backorder.revenue.Payments;
import io.backorder.revenue.RevenueAccount;
import io.backorder.revenue.RevenueEntry;
import io.backorder.revenue.RevenueJournal;
import io.backorder.revenue.SalesBook;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two machines write one ledger, and the clock of one is five seconds ahead: positions do not follow time. */
final class RevenueOfTwoClocksTest {

  private static final UrlDataSource DATABASE =
      new UrlDataSource("jdbc:h2:mem:two_clocks;DB_CLOSE_DELAY=-1", "sa", "");
  private static final Instant SLOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant FAST = SLOW.plusSeconds(5);
  private static final Money TEN = Money.of(BigDecimal.TEN, Currency.getInstance("EUR"));

  private static Inventory place(Instant now, String order, String sku) {
    Inventory inventory =
        Inventory.on(JdbcUnitOfWork.owning(DATABASE)).clock(() -> now).build();
    inventory.post(
        PlaceOrder.of(OrderId.of(order), OrderLine.of("1", Sku.of(sku), Quantity.of(1))));
    return inventory;
  }

  /** Every unit costs ten, and is paid with the order. */
  private static final class Book implements SalesBook {

    @Override
    public Optional<PaymentSchedule> schedule(OrderLineId line) {
      return Optional.of(new PaymentSchedule(UnitPrice.of(TEN), PaymentTerms.prepaid()));
    }

    @Override
    public Payments payments() {
      return Payments.onSchedule();
    }
  }

  @Test
  void of_documentThatStandsBehindALaterOne_isNotLost() {
    BackorderSchema.create(DATABASE, TableNames.standard());
    place(FAST, "FAST", "LAMP");
    Inventory inventory = place(SLOW, "SLOW", "WIRE");

    RevenueJournal journal = RevenueJournal.of(inventory.ledger(), new Book(), FAST);
    RevenueJournal between = RevenueJournal.of(inventory.ledger(), new Book(), SLOW.plusSeconds(1));

    assertThat(inventory.ledger().after(0, 1).get(0).recordedAt()).isEqualTo(FAST);
    assertThat(journal.entries())
        .extracting(RevenueEntry::line)
        .containsExactly(OrderLineId.of("SLOW", "1"), OrderLineId.of("FAST", "1"));
    assertThat(between.report().lines())
        .extracting(LineRevenue::line)
        .containsExactly(OrderLineId.of("SLOW", "1"));
    assertThat(journal.curve(TEN.currency(), List.of(SLOW)).values())
        .extracting(RevenueAccount::deferred)
        .containsExactly(TEN);
  }
}
