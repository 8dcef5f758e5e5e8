package io.backorder.posting;

import io.backorder.allocation.Backlog;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The queue of an item, merged from its channels by place. Channels that cannot use what is free are
 * left out, so that their lines are never read, and so are lines that a reader has no use for.
 */
record ItemBacklog(ItemState item, Instant now, Reader reader) implements Backlog {

  /** Who reads a queue. */
  interface Reader {

    /** Reads every line. */
    Reader ALL = new Reader() {};

    /** Reads the lines that do not come bit by bit. */
    Reader IN_STEP = new Reader() {

      @Override
      public Iterable<ClaimState> claims(ItemState.ChannelQueue queue) {
        return queue.inStep();
      }
    };

    /** The claims of a channel among which lines are to be read. */
    default Iterable<ClaimState> claims(ItemState.ChannelQueue queue) {
      return queue.claims();
    }

    /** Whether the lines of a channel are to be read. */
    default boolean reads(Optional<ChannelId> channel) {
      return true;
    }

    /** Whether a line is to be read, whose channel is. */
    default boolean reads(ClaimState claim) {
      return true;
    }

    /** The most units for which a line is to stand; none leaves it out. */
    default long most(ClaimState claim) {
      return Long.MAX_VALUE;
    }

    /** Whether a line, and all behind it, are of no use. */
    default boolean endsAt(ClaimState claim) {
      return false;
    }
  }

  @Override
  public Sku sku() {
    return item.sku();
  }

  @Override
  public Iterator<WaitingLine> iterator() {
    List<Iterator<ClaimState>> channels = new ArrayList<>(1);
    for (ItemState.ChannelQueue queue : item.queues()) {
      if (!queue.isEmpty() && reader.reads(queue.channel())) {
        Iterator<ClaimState> claims = reader.claims(queue).iterator();
        if (claims.hasNext()) {
          channels.add(claims);
        }
      }
    }
    return new Merged(channels);
  }

  /** Reads several sorted queues as one. There are few, so the smallest head is found by looking. */
  private final class Merged implements Iterator<WaitingLine> {

    private final List<Iterator<ClaimState>> channels;
    private final List<ClaimState> heads;
    private @Nullable WaitingLine next;

    Merged(List<Iterator<ClaimState>> channels) {
      this.channels = new ArrayList<>(channels);
      this.heads = new ArrayList<>(channels.size());
      channels.forEach(each -> heads.add(each.next()));
      this.next = read();
    }

    private @Nullable WaitingLine read() {
      while (!heads.isEmpty()) {
        ClaimState claim = smallest();
        if (reader.endsAt(claim)) {
          return null;
        }
        long waiting = shown(claim, now);
        if (waiting > 0 && reader.reads(claim)) {
          long most = reader.most(claim);
          if (most > 0) {
            return QueuedLine.of(claim, waiting, now).upTo(most);
          }
        }
      }
      return null;
    }

    private ClaimState smallest() {
      int best = 0;
      for (int i = 1; i < heads.size(); i++) {
        if (heads.get(i).standsBefore(heads.get(best))) {
          best = i;
        }
      }
      ClaimState claim = heads.get(best);
      if (channels.get(best).hasNext()) {
        heads.set(best, channels.get(best).next());
      } else {
        heads.remove(best);
        channels.remove(best);
      }
      return claim;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public WaitingLine next() {
      WaitingLine line = next;
      if (line == null) {
        throw new NoSuchElementException("backlog has no more lines: " + channels.size());
      }
      next = read();
      return line;
    }
  }

  /** The units for which a claim stands; a line that is delivered complete stands once, for all. */
  static long shown(ClaimState claim, Instant now) {
    List<ClaimState> claims = claim.line().claims();
    if (claims.size() == 1
        || claim.line().order().terms().at(now).delivery() == DeliveryRule.PARTIAL) {
      return claim.queued();
    }
    for (ClaimState each : claims) {
      if (each.queued() > 0 && each.standsBefore(claim)) {
        return 0;
      }
    }
    return claim.line().queued();
  }
}
