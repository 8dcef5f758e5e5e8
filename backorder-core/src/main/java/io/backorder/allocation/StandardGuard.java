package io.backorder.allocation;

import io.backorder.stock.Quantity;

/** The standard guards. {@link Guard} describes each. */
enum StandardGuard implements Guard {
  NONE {
    @Override
    public Quantity allowed(WaitingLine line, Quantity usable) {
      return usable;
    }
  },

  WHOLE_LINES {
    @Override
    public Quantity allowed(WaitingLine line, Quantity usable) {
      return usable.compareTo(line.waiting()) < 0 ? Quantity.ZERO : usable;
    }
  }
}
