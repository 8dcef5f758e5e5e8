/**
 * A second opinion: what every document must do, in plain lists and loops.
 *
 * <p>{@link io.backorder.model.Model} answers {@link io.backorder.model.Paper papers}, documents made
 * of bare texts and numbers, in a {@link io.backorder.model.Shop}. It was written from the scenario
 * format and the design, shares no code and no type with the library, keeps no total and no index, and
 * looks everything up by going through its lists. Where the text leaves a choice open, the comment at
 * the place says so.
 */
@NullMarked
package io.backorder.model;

import org.jspecify.annotations.NullMarked;
