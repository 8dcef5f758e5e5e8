package io.backorder.examples.existingshop;

import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization;

import io.backorder.Inventory;
import io.backorder.InventoryListener;
import io.backorder.jdbc.BackorderSchema;
import io.backorder.jdbc.JdbcUnitOfWork;
import io.backorder.jdbc.TableNames;
import io.backorder.ledger.InventoryEvent.OrderReady;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;

/** The library inside the shop's own transactions. */
@Configuration
class BackorderConfiguration {

  @Bean
  @DependsOnDatabaseInitialization
  Inventory inventory(DataSource dataSource, ObjectProvider<InventoryListener> listeners) {
    BackorderSchema.validate(dataSource, TableNames.standard());
    Inventory.Builder builder = Inventory.on(JdbcUnitOfWork.joining(
        () -> isActualTransactionActive() ? DataSourceUtils.getConnection(dataSource) : null,
        action -> registerSynchronization(new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        })));
    listeners.orderedStream().forEach(builder::listener);
    return builder.build();
  }

  @Bean
  @ConditionalOnProperty(name = "shop.backorders", havingValue = "live")
  InventoryListener mailsWhenReady(Mailbox mailbox) {
    return event -> {
      if (event instanceof OrderReady ready) {
        mailbox.send(ready.order().value(), "all your goods are here");
      }
    };
  }
}
