package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.Order;
import io.backorder.demand.OrderLineId;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.Outcome;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ShipOrder;
import io.backorder.proof.Checkpoint;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that an earlier version of the library wrote is read and goes on. */
final class OldSchemaTest {

  private static final UrlDataSource DATABASE =
      new UrlDataSource("jdbc:h2:mem:old_schema;DB_CLOSE_DELAY=-1", "sa", "");

  /** What the ledger was when the dump was made. */
  private static final Checkpoint CHECKPOINT =
      Checkpoint.parse("51 b1f4a6a166c2bcb63d0e13845efb2183232095a37d9624e2fe65c54398024c21");

  private static final Instant LATER = Paperwork.NOON.plus(Duration.ofDays(100));

  @BeforeAll
  static void load() {
    Servers.execute(
        DATABASE, "RUNSCRIPT FROM 'classpath:io/backorder/jdbc/h2-schema-1.sql' CHARSET 'UTF-8'");
  }

  @Test
  void versionOne_isSoundAndGoesOn() {
    assertThat(BackorderSchema.upgrade(DATABASE, TableNames.standard())).isEqualTo(1);
    BackorderSchema.validate(DATABASE, TableNames.standard());
    Inventory inventory = Paperwork.inventory(JdbcUnitOfWork.owning(DATABASE), LATER);

    assertThat(inventory.verify(CHECKPOINT).firstDifference()).isEmpty();
    Order order = inventory.order(Paperwork.order("O4")).orElseThrow();
    assertThat(order.lines().get(0).ordered().units()).isEqualTo(3);
    OrderLineId waiting = OrderLineId.of("O9", "3");
    inventory.post(Paperwork.announced("S-later", Sku.of("D"), 1));
    assertThat(inventory.promise(waiting).orElseThrow().by()).isEmpty(); // one of two has no supply
    inventory.post(AnnounceSupply.of(
        SupplyId.of("S-next"),
        StockUnits.of(Sku.of("D"), Paperwork.MAIN, Quantity.of(1)),
        LATER.plus(Duration.ofDays(4))));
    assertThat(inventory.promise(waiting).orElseThrow().by()).isEmpty(); // the first is overdue
    inventory.post(
        RescheduleSupply.of("S-again", SupplyId.of("S-later"), LATER.plus(Duration.ofDays(9))));
    assertThat(inventory.promise(waiting).orElseThrow().by()).contains(LocalDate.of(2026, 6, 19));
    assertThat(inventory.verify(CHECKPOINT).firstDifference()).isEmpty();
    Outcome received = inventory.post(Paperwork.received("R-later", Sku.of("D"), 5));
    assertThat(received.fills()).hasSize(1); // an order has waited for it since
    inventory.post(ShipOrder.all("S-later", Paperwork.order("O9")));
    assertThat(inventory.ledger().size()).isGreaterThan(CHECKPOINT.size() + 2);
    assertThat(inventory.verify(CHECKPOINT).firstDifference()).isEmpty();
  }
}
