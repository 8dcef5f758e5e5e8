package io.backorder.examples.existingshop;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a recorder between the shop and its pool. */
@TestConfiguration(proxyBeanMethods = false)
class RecordingConfiguration {

  @Bean
  static BeanPostProcessor recorder() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new RecordingDataSource(pool) : bean;
      }
    };
  }

  @Bean
  Tables tables(DataSource dataSource) {
    return new Tables(dataSource);
  }
}
