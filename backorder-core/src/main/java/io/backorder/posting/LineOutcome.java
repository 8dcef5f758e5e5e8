package io.backorder.posting;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;

/**
 * What became of the newly ordered units of one line.
 *
 * @param line the line
 * @param reserved units reserved from the shelf
 * @param backordered units that wait
 * @param refused units that were not accepted
 */
public record LineOutcome(
    OrderLineId line, Quantity reserved, Quantity backordered, Quantity refused) {}
