package io.backorder.picking;

import java.util.Optional;

/** The units of a line on a list, by what has become of them. */
enum PickShare {

  /** Somebody carries them. */
  PICKED,

  /** They were not found. */
  MISSING,

  /** They are still to be picked. */
  OPEN;

  long of(PickLine line) {
    return switch (this) {
      case PICKED -> line.picked().units();
      case MISSING -> line.missing().units();
      case OPEN -> line.open().units();
    };
  }

  /** A line without some of these units; nothing if none of any is left. */
  Optional<PickLine> less(PickLine line, long units) {
    return switch (this) {
      case PICKED -> line.less(units, 0, 0);
      case MISSING -> line.less(0, units, 0);
      case OPEN -> line.less(0, 0, units);
    };
  }
}
