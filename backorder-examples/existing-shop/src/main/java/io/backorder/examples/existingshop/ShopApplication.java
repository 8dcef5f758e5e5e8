package io.backorder.examples.existingshop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shop, on the database that {@code spring.datasource} names. */
@SpringBootApplication
public class ShopApplication {}
