package io.backorder.store;

import io.backorder.demand.PlaceInLine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Claims in the order of their places.
 *
 * <p>The claims lie in chunks of at most {@value #CHUNK}, so that joining at the end, leaving at the
 * head and leaving in the middle each touch one chunk, found by binary search: no operation scans,
 * sorts or copies the queue. This type is confined to whoever locked the item.
 */
final class ClaimQueue implements Iterable<ClaimState> {

  static final int CHUNK = ClaimChunk.MOST;

  private final List<ClaimChunk> chunks = new ArrayList<>(1);
  private final ChunkUnits units = new ChunkUnits();
  private int firstUsed;
  private int inStep;

  /** Adds a claim at its place, which no other claim of the queue has. */
  void add(ClaimState claim) {
    if (isEmpty()) {
      put(chunks.size(), new ClaimChunk());
    }
    int index = chunkIndex(claim);
    if (chunks.get(index).size() == CHUNK) {
      split(index);
      index = chunkIndex(claim);
    }
    chunks.get(index).add(claim);
    units.move(index, claim.bitByBit());
    inStep += claim.line().isBitByBit() ? 0 : 1;
  }

  /** Takes note that units have joined or left a claim that is in the queue. */
  void moved(ClaimState claim, long more) {
    if (claim.line().isBitByBit()) {
      units.move(chunkIndex(claim), more);
    }
  }

  /** Removes a claim that is in the queue. */
  void remove(ClaimState claim) {
    int index = chunkIndex(claim);
    ClaimChunk chunk = chunks.get(index);
    chunk.remove(claim);
    inStep -= claim.line().isBitByBit() ? 0 : 1;
    if (chunk.size() == 0) {
      drop(index);
    }
  }

  /** An emptied head chunk is only skipped, so that serving the head never moves the others. */
  private void drop(int index) {
    if (index > firstUsed) {
      chunks.remove(index);
      units.remove(index, index + 1);
      return;
    }
    firstUsed++;
    if (firstUsed > chunks.size() / 2) {
      chunks.subList(0, firstUsed).clear();
      units.remove(0, firstUsed);
      firstUsed = 0;
    }
  }

  boolean isEmpty() {
    return firstUsed == chunks.size();
  }

  private void put(int index, ClaimChunk chunk) {
    chunks.add(index, chunk);
    units.insert(index, chunk.sum(0, chunk.size(), ClaimState::bitByBit));
  }

  /** The last chunk whose first claim is not behind the given one, or the first chunk. */
  private int chunkIndex(ClaimState claim) {
    int low = firstUsed;
    int high = chunks.size() - 1;
    if (low < high && !claim.standsBefore(chunks.get(high).first())) {
      return high; // newcomers mostly join at the end
    }
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (!claim.standsBefore(chunks.get(middle).first())) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** A full last chunk stays whole, since newcomers mostly join behind it; others are halved. */
  private void split(int index) {
    int kept = index == chunks.size() - 1 ? CHUNK - 1 : CHUNK / 2;
    ClaimChunk rest = chunks.get(index).cutAfter(kept);
    put(index + 1, rest);
    units.move(index, -rest.sum(0, rest.size(), ClaimState::bitByBit));
  }

  /** Returns the units that may come bit by bit of all claims before a place. */
  long unitsBefore(ClaimState place) {
    if (isEmpty()) {
      return 0;
    }
    int index = chunkIndex(place);
    ClaimChunk chunk = chunks.get(index);
    int end = chunk.indexOf(place);
    return end <= chunk.size() / 2
        ? units.before(index) + chunk.sum(0, end, units())
        : units.before(index + 1) - chunk.sum(end, chunk.size(), units());
  }

  /** The units of a claim that may come bit by bit; where all do, nobody is asked how it is delivered. */
  private ToLongFunction<ClaimState> units() {
    return inStep == 0 ? ClaimState::queued : ClaimState::bitByBit;
  }

  /** Returns the units that may come bit by bit of all claims before a place. */
  long unitsBefore(PlaceInLine place) {
    return first(each -> each.place().compareTo(place) >= 0)
        .map(this::unitsBefore)
        .orElseGet(() -> units.before(chunks.size()));
  }

  /** Returns the first claim of those at the end of the queue for which something is true. */
  Optional<ClaimState> first(Predicate<ClaimState> isTrueFromThereOn) {
    int low = firstUsed;
    int high = chunks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isTrueFromThereOn.test(last(chunks.get(middle)))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == chunks.size()
        ? Optional.empty()
        : Optional.of(chunks.get(low).first(isTrueFromThereOn));
  }

  @Override
  public Iterator<ClaimState> iterator() {
    return new Forward();
  }

  /** Reads from the last place to the first. */
  Iterator<ClaimState> fromTheEnd() {
    return new Backward();
  }

  /** Returns the claim behind a place, or the first one. */
  Optional<ClaimState> behind(@Nullable ClaimState claim) {
    if (isEmpty()) {
      return Optional.empty();
    } else if (claim == null) {
      return Optional.of(chunks.get(firstUsed).first());
    }
    int index = chunkIndex(claim);
    int next = chunks.get(index).indexBehind(claim);
    if (next < chunks.get(index).size()) {
      return Optional.of(chunks.get(index).get(next));
    }
    return index + 1 < chunks.size()
        ? Optional.of(chunks.get(index + 1).first())
        : Optional.empty();
  }

  /** Returns the claim before a place, or the last one. */
  Optional<ClaimState> before(@Nullable ClaimState claim) {
    if (isEmpty()) {
      return Optional.empty();
    }
    int index = claim == null ? chunks.size() - 1 : chunkIndex(claim);
    ClaimChunk chunk = chunks.get(index);
    int next = (claim == null ? chunk.size() : chunk.indexOf(claim)) - 1;
    if (next >= 0) {
      return Optional.of(chunk.get(next));
    }
    return index > firstUsed ? Optional.of(last(chunks.get(index - 1))) : Optional.empty();
  }

  private static ClaimState last(ClaimChunk chunk) {
    return chunk.get(chunk.size() - 1);
  }

  /** Reads in the order of places; the queue must not change meanwhile. */
  private final class Forward implements Iterator<ClaimState> {

    private int chunk = firstUsed;
    private int index;

    @Override
    public boolean hasNext() {
      return chunk < chunks.size();
    }

    @Override
    public ClaimState next() {
      if (!hasNext()) {
        throw new NoSuchElementException("queue has no more claims: " + chunks.size() + " chunks");
      }
      ClaimState claim = chunks.get(chunk).get(index++);
      if (index == chunks.get(chunk).size()) {
        chunk++;
        index = 0;
      }
      return claim;
    }
  }

  /** Reads against the order of places; the queue must not change meanwhile. */
  private final class Backward implements Iterator<ClaimState> {

    private int chunk = chunks.size() - 1;
    private int index = isEmpty() ? -1 : chunks.get(chunk).size() - 1;

    @Override
    public boolean hasNext() {
      return index >= 0;
    }

    @Override
    public ClaimState next() {
      if (!hasNext()) {
        throw new NoSuchElementException("queue has no more claims: " + chunks.size() + " chunks");
      }
      ClaimState claim = chunks.get(chunk).get(index--);
      if (index < 0 && chunk > firstUsed) {
        chunk--;
        index = chunks.get(chunk).size() - 1;
      }
      return claim;
    }
  }
}
