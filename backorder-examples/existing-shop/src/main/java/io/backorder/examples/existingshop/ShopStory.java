package io.backorder.examples.existingshop;

import io.backorder.Inventory;
import io.backorder.proof.Verification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells how the shop comes by backorders: a day in shadow mode, and a day live. */
public final class ShopStory {

  private final PrintStream out;
  private final String database;

  ShopStory(PrintStream out, String database) {
    this.out = out;
    this.database = database;
  }

  /**
   * Runs the example.
   *
   * @param args none
   * @throws IOException if the database server cannot be started
   */
  public static void main(String[] args) throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      new ShopStory(System.out, server.getJdbcUrl("postgres", "postgres")).tell();
    }
  }

  void tell() {
    day("shadow", this::shadow);
    day("live", this::live);
  }

  /** Starts the shop in a mode, and stops it. */
  private void day(String mode, Consumer<ConfigurableApplicationContext> what) {
    SpringApplication shop = new SpringApplication(ShopApplication.class);
    try (ConfigurableApplicationContext running = shop.run(
        "--spring.datasource.url=" + database,
        "--spring.datasource.username=postgres",
        "--shop.backorders=" + mode)) {
      what.accept(running);
    }
  }

  private void shadow(ConfigurableApplicationContext shop) {
    OrderService service = shop.getBean(OrderService.class);
    Shadow shadow = shop.getBean(Shadow.class);
    JdbcClient jdbc = shop.getBean(JdbcClient.class);
    jdbc.sql("INSERT INTO product VALUES ('LAMP', 5)").update();
    jdbc.sql("INSERT INTO shop_order VALUES ('1000', 'LAMP', 1, 'PLACED')").update();

    out.println("Shadow: the shop decides, the library is told.");
    shadow.takeOver("opening");
    service.place("1001", "LAMP", 3);
    out.println("  order 1001 takes 3 of 5 lamps; differences: " + shadow.differences());
    try {
      service.place("1002", "LAMP", 4);
    } catch (SoldOutException e) {
      out.println("  order 1002 is turned away: " + e.getMessage());
    }
    jdbc.sql("UPDATE product SET stock = stock + 1").update();
    out.println("  somebody edits the column; differences: " + shadow.differences());
    shadow.takeOver("corrected");
    out.println("  counted again; differences: " + shadow.differences());
  }

  private void live(ConfigurableApplicationContext shop) {
    OrderService service = shop.getBean(OrderService.class);
    Shadow shadow = shop.getBean(Shadow.class);

    out.println("Live: the library decides, the stock column follows.");
    service.place("1003", "LAMP", 7);
    out.println("  order 1003 wants 7 of 3 lamps and waits for the rest");
    service.receive("note 1", "LAMP", 5);
    out.println("  5 arrive; mails: " + shop.getBean(Mailbox.class).mails());
    service.ship("1003");
    out.println("  order 1003 is shipped; differences: " + shadow.differences());
    Inventory inventory = shop.getBean(Inventory.class);
    TransactionTemplate transaction = shop.getBean(TransactionTemplate.class);
    Verification ledger = transaction.execute(status -> inventory.verify());
    out.println("  the ledger is sound: " + ledger.isSound());
  }
}
