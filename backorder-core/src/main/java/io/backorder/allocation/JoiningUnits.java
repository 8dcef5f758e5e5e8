package io.backorder.allocation;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import java.time.Instant;

/**
 * Units that join the queue, as a sequence ranks them.
 *
 * @param order the order
 * @param line the line, whose quantity is the units that join
 * @param terms what holds for all lines of the order
 * @param at the ledger's time
 */
public record JoiningUnits(OrderId order, OrderLine line, OrderTerms terms, Instant at) {}
