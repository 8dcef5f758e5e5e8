package io.backorder.store;

import io.backorder.demand.PlaceInLine;
import java.util.OptionalLong;

/**
 * The rest of the queue of one channel that a database keeps. It is confined to the thread of its unit of
 * work.
 */
public interface UnreadQueue extends UnreadClaims {

  /**
   * Has the database add up the units ahead of a place, as it keeps them. They are not read.
   *
   * @param place the place
   * @return the number of units; empty if some of them do not come bit by bit, and so have to be read
   */
  OptionalLong unitsAhead(PlaceInLine place);
}
