package io.backorder.examples.existingshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.Inventory;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** In shadow mode the library watches, and the shop is as if it were not there. */
@SpringBootTest(classes = ShopApplication.class, properties = "shop.backorders=shadow")
@Import(RecordingConfiguration.class)
final class ShadowModeTest {

  @Autowired
  private Inventory inventory;

  @Autowired
  private OrderService service;

  @Autowired
  private Shadow shadow;

  @Autowired
  private Products products;

  @Autowired
  private ShopOrders orders;

  @Autowired
  private PlatformTransactionManager transactions;

  @Autowired
  private RecordingDataSource recorder;

  @Autowired
  private JdbcTemplate jdbc;

  @Autowired
  private Tables tables;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = Server.database("shadow");
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
  }

  @BeforeEach
  void begin() {
    recorder.forget();
  }

  @AfterEach
  void everyConnectionIsBackAsItWas() {
    assertThat(recorder.closed()).isEqualTo(recorder.opened());
    assertThat(recorder.byLibrary()).isEmpty();
    assertThat(recorder.changed()).isEmpty();
    assertThat(tables.openTransactions()).isZero();
  }

  @Test
  void shop_inShadowMode_doesWhatItDidBeforeTheLibraryCame()
      throws IOException, ReflectiveOperationException {
    ShopBefore before = ShopBefore.on(products, orders, transactions);
    products.save(new Product("OLD", 5));
    products.save(new Product("NEW", 5));
    shadow.takeOver("day one");

    before.call("place", "OLD-1", "OLD", 3L);
    assertThatExceptionOfType(SoldOutException.class)
        .isThrownBy(() -> before.call("place", "OLD-2", "OLD", 3L));
    before.call("receive", "OLD-note", "OLD", 4L);
    before.call("place", "OLD-3", "OLD", 6L);
    before.call("ship", "OLD-1");
    before.call("cancel", "OLD-3");
    service.place("NEW-1", "NEW", 3);
    assertThatExceptionOfType(SoldOutException.class)
        .isThrownBy(() -> service.place("NEW-2", "NEW", 3));
    service.receive("NEW-note", "NEW", 4);
    service.place("NEW-3", "NEW", 6);
    service.ship("NEW-1");
    service.cancel("NEW-3");

    assertThat(shopRows("NEW"))
        .isEqualTo(
            shopRows("OLD").stream().map(row -> row.replace("OLD", "NEW")).toList());
    assertThat(shopRows("NEW")).hasSize(3);
    assertThat(available("NEW")).isEqualTo(6);
    assertThat(shadow.differences()).isEqualTo(List.of("OLD: the shop has 6, the library 5"));
    assertThat(tables.ofShop().get("mail")).isEmpty();
    shadow.takeOver("day two");
  }

  @Test
  void place_libraryFails_theShopGoesOnAndANewCountHeals() {
    products.save(new Product("FAIL", 5));
    shadow.takeOver("before the failure");
    jdbc.execute("ALTER TABLE backorder_item RENAME TO elsewhere");
    try {
      service.place("FAIL-1", "FAIL", 2);
    } finally {
      jdbc.execute("ALTER TABLE elsewhere RENAME TO backorder_item");
    }

    assertThat(products.findById("FAIL")).map(Product::stock).hasValue(3L);
    assertThat(orders.existsById("FAIL-1")).isTrue();
    assertThat(shadow.differences()).contains("FAIL: the shop has 3, the library 5");

    shadow.takeOver("after the failure");

    assertThat(shadow.differences()).isEmpty();
    service.cancel("FAIL-1");
    assertThat(shadow.differences()).isEmpty();
  }

  @Test
  void cancel_orderThatTheLibraryNeverSaw_isTheShopsAffairAlone() {
    products.save(new Product("OLDER", 5));
    orders.save(new ShopOrder("OLDER-1", "OLDER", 2));

    service.cancel("OLDER-1");

    assertThat(products.findById("OLDER")).map(Product::stock).hasValue(7L);
    assertThat(shadow.differences()).contains("OLDER: the shop has 7, the library 0");
    shadow.takeOver("after an older order");
  }

  @Test
  void place_hostRollsBack_leavesNothingOfTheLibraryEither() {
    products.save(new Product("BACK", 5));
    shadow.takeOver("before a rollback");
    Map<String, List<String>> before = tables.ofLibrary();

    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      service.place("BACK-1", "BACK", 2);
      status.setRollbackOnly();
    });

    assertThat(tables.ofLibrary()).isEqualTo(before);
    assertThat(shadow.differences()).isEmpty();
  }

  private List<String> shopRows(String sku) {
    return Stream.of("product", "shop_order")
        .flatMap(table -> tables.ofShop().getOrDefault(table, List.of()).stream())
        .filter(row -> row.contains(sku))
        .toList();
  }

  private long available(String sku) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    Quantity units = transaction.execute(status -> inventory.item(Sku.of(sku)).availableNow());
    return units.units();
  }
}
