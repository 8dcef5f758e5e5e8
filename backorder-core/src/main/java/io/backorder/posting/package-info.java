/**
 * The documents that a host posts, and how each is decided.
 *
 * <p>Every change of an inventory is a {@link io.backorder.posting.Document}: an order, a hold, a
 * receipt, a shipment and so on, one record for each kind. The document's own number is its
 * idempotency key. {@link io.backorder.posting.PostingDesk} decides a document in one unit of work
 * and answers with an {@link io.backorder.posting.Outcome}. The decisions themselves stand beside
 * the documents and are no API.
 *
 * <p>A plan of re-promising is made by {@link io.backorder.posting.ReallocationDesk} and committed as a
 * document of its own, {@link io.backorder.posting.Reallocate}.
 *
 * <p>This package depends on {@code store}, {@code ledger}, {@code proof}, {@code reallocation}, {@code
 * explanation}, {@code allocation}, {@code storefront}, {@code promise}, {@code pegging}, {@code demand},
 * {@code supply}, {@code stock} and {@code refusal}.
 */
@NullMarked
package io.backorder.posting;

import org.jspecify.annotations.NullMarked;
