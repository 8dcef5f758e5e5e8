package io.backorder.jdbc;

import io.backorder.demand.PlaceInLine;
import io.backorder.store.ClaimState;
import io.backorder.store.UnreadClaims;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a queue a few rows at a time, and then more, so that a short look costs little. */
abstract class Pages implements UnreadClaims {

  private static final int FIRST = 16;
  private static final int MOST = 1024;

  private @Nullable PlaceInLine readTo;
  private int size = FIRST;
  private boolean isDone;

  /** Reads claims beyond a place, or from the beginning, and returns their places in order. */
  abstract List<PlaceInLine> read(@Nullable PlaceInLine beyond, int most);

  /** Tells whether a claim does not stand beyond a place. */
  abstract boolean isWithin(PlaceInLine place, PlaceInLine read);

  @Override
  public boolean hasReadTo(ClaimState claim) {
    return isDone || (readTo != null && isWithin(claim.place(), readTo));
  }

  @Override
  public boolean readMore() {
    if (isDone) {
      return false;
    }
    List<PlaceInLine> page = read(readTo, size);
    isDone = page.size() < size;
    size = Math.min(MOST, size * 2);
    if (!page.isEmpty()) {
      readTo = page.get(page.size() - 1);
    }
    return !page.isEmpty();
  }
}
