/**
 * When a customer gets what was ordered, and how sure that is.
 *
 * <p>An {@link io.backorder.promise.AtpProfile} says how many units of an item can be promised by a day. A
 * {@link io.backorder.promise.Promise} says for which days the units of a line are promised, as a {@link
 * io.backorder.promise.PromiseRange}, and what it rests on. {@link io.backorder.promise.PromiseRules} turn a
 * supply into an {@link io.backorder.promise.Inbound} with its days: by a {@link
 * io.backorder.promise.PromisePolicy} from the supplier's own record, a handling time, and a {@link
 * io.backorder.promise.WorkingCalendar}. A {@link io.backorder.promise.PromisePlan} makes the promises of a
 * whole snapshot, and says what would change if a supply slipped.
 *
 * <p>This package depends on {@code pegging}, {@code demand}, {@code supply}, {@code empirical}, {@code
 * statistics}, {@code stock} and {@code refusal}. Everything in it is immutable and reads no clock; the zone is
 * always an argument.
 */
@NullMarked
package io.backorder.promise;

import org.jspecify.annotations.NullMarked;
