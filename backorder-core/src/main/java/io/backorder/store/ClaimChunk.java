package io.backorder.store;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The claims of neighbouring places. Slots before {@code head} were served and are empty. */
final class ClaimChunk {

  static final int MOST = 128;

  // an unused slot holds nothing; the type system is told otherwise in this one place
  @SuppressWarnings("NullAway")
  private static final ClaimState EMPTY = null;

  private ClaimState[] claims = new ClaimState[4];
  private int head;
  private int size;

  int size() {
    return size;
  }

  ClaimState first() {
    return claims[head];
  }

  ClaimState get(int index) {
    return claims[head + index];
  }

  void add(ClaimState claim) {
    int index = size;
    if (size > 0 && claim.standsBefore(claims[head + size - 1])) {
      index = indexOf(claim);
    }
    if (size > 0) {
      claim.shareKeysOf(claims[head + Math.max(0, index - 1)]);
    }
    if (head + size == claims.length) {
      makeRoom();
    }
    System.arraycopy(claims, head + index, claims, head + index + 1, size - index);
    claims[head + index] = claim;
    size++;
  }

  private void makeRoom() {
    int capacity = size > claims.length / 2 ? Math.min(MOST, claims.length * 2) : claims.length;
    ClaimState[] roomier = new ClaimState[Math.max(capacity, size + 1)];
    System.arraycopy(claims, head, roomier, 0, size);
    claims = roomier;
    head = 0;
  }

  void remove(ClaimState claim) {
    int index = indexOf(claim);
    if (index == size || claims[head + index] != claim) {
      throw new IllegalStateException("queue must hold the claim: " + claim);
    }
    if (index == 0) {
      claims[head] = EMPTY;
      head++;
    } else {
      System.arraycopy(claims, head + index + 1, claims, head + index, size - index - 1);
      claims[head + size - 1] = EMPTY;
    }
    size--;
  }

  int indexBehind(ClaimState claim) {
    int index = indexOf(claim);
    return index < size && get(index) == claim ? index + 1 : index;
  }

  /** The index of the first claim that does not stand before the given one. */
  int indexOf(ClaimState claim) {
    return indexOf(each -> !each.standsBefore(claim));
  }

  /** The index of the first claim of those at the end for which something is true. */
  private int indexOf(Predicate<ClaimState> isTrueFromThereOn) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isTrueFromThereOn.test(claims[head + middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  ClaimState first(Predicate<ClaimState> isTrueFromThereOn) {
    return get(indexOf(isTrueFromThereOn));
  }

  long sum(int from, int to, ToLongFunction<ClaimState> units) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += units.applyAsLong(get(i));
    }
    return sum;
  }

  ClaimChunk cutAfter(int kept) {
    ClaimChunk rest = new ClaimChunk();
    rest.claims = Arrays.copyOfRange(claims, head + kept, head + Math.max(size, kept + 4));
    rest.size = size - kept;
    Arrays.fill(claims, head + kept, head + size, EMPTY);
    size = kept;
    return rest;
  }
}
