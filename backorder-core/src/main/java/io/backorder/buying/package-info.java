/**
 * What the ledger tells a buyer.
 *
 * <p>{@link io.backorder.buying.DemandRecords} reads the demand for an item off its records, as the forecasts
 * of {@code forecast} and the counts of {@code assortment} take it. Orders that were refused as a whole leave
 * no record: they are {@link io.backorder.buying.RefusedDemand}, which an inventory tells its host and the host
 * keeps. {@link io.backorder.buying.DeliveryRecords} reads the deliveries of a supplier, as {@code supply} judges
 * them.
 *
 * <p>This package depends on {@code ledger}, {@code assortment}, {@code forecast}, {@code demand}, {@code
 * supply}, {@code stock} and {@code refusal}. It keeps nothing.
 */
@NullMarked
package io.backorder.buying;

import org.jspecify.annotations.NullMarked;
