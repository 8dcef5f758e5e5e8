package io.backorder.examples.realyear;

import io.backorder.demand.Priority;
import io.backorder.stock.LocationId;

/**
 * What is remembered of an order.
 *
 * @param day the day on which it was placed
 * @param home the location that serves it
 * @param priority how urgent it is
 */
record Placed(int day, LocationId home, Priority priority) {}
