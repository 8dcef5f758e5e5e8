/**
 * Picking by light: a lamp at the bin shows how many, a button says done.
 *
 * <p>The host puts its hardware behind {@link io.backorder.picktolight.PickDevice} and hands what the
 * hardware says to a {@link io.backorder.picktolight.LightTour}, which walks one pick list. Every {@link
 * io.backorder.picktolight.LightTask} has a number that stays the same however often it is shown, so that
 * a repeated answer counts once and a lost one is asked for again. {@link
 * io.backorder.picktolight.SimulatedDevice} is a device without hardware, whose messages may be lost.
 *
 * <p>This package depends on {@code picking} and below. It reads no clock and starts no thread.
 */
@NullMarked
package io.backorder.picktolight;

import org.jspecify.annotations.NullMarked;
