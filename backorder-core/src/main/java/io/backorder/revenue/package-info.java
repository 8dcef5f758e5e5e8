/**
 * What customers have paid for goods that they do not have yet.
 *
 * <p>{@link io.backorder.revenue.RevenueJournal} reads the ledger's entries, with prices, terms and payments
 * from the host's {@link io.backorder.revenue.SalesBook}, and writes a
 * {@link io.backorder.revenue.RevenueEntry} for each movement of money: paid, deferred, recognised on
 * shipment, refunded. It can also tell of them and keep none; a {@link io.backorder.revenue.RevenueCurve}
 * adds them up. {@link io.backorder.revenue.RevenueReport} is what that comes to at an instant, now or in the
 * past, for each {@link io.backorder.revenue.LineRevenue line} and in all;
 * {@link io.backorder.revenue.Reconciliation} compares it with the inventory unit by unit.
 * {@link io.backorder.revenue.CashOutlook} looks ahead, from what is promised and what is bought.
 *
 * <p>This package depends on {@code finance}, {@code storefront}, {@code promise}, {@code ledger},
 * {@code supply}, {@code demand}, {@code statistics}, {@code stock} and {@code refusal}. It keeps no books:
 * everything is computed from the ledger, anew. All but the curve is immutable and thread-safe.
 */
@NullMarked
package io.backorder.revenue;

import org.jspecify.annotations.NullMarked;
