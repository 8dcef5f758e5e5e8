/**
 * Stock at several stages that supply each other.
 *
 * <p>{@link io.backorder.network.SerialSystem} is a line of stages, each of which orders from the next and may
 * wait for it; {@link io.backorder.network.EchelonPlan} are its best levels, exact and by a heuristic. {@link
 * io.backorder.network.ServiceNetwork} is a tree of stages that promise each other service times and keep them;
 * {@link io.backorder.network.GuaranteedService} is where safety stock then costs least.
 *
 * <p>This package depends on {@code planning}, {@code statistics} and {@code refusal}. What it answers is
 * immutable and thread-safe.
 */
@NullMarked
package io.backorder.network;

import org.jspecify.annotations.NullMarked;
