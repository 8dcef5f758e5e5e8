package io.backorder.posting;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;

/**
 * Units that had been waiting and that a document caused to be reserved.
 *
 * @param line the line that got them
 * @param location where they lie
 * @param quantity the units
 */
public record Fill(OrderLineId line, LocationId location, Quantity quantity) {}
