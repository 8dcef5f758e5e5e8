package io.backorder.store;

import io.backorder.ledger.DocumentKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The posted documents by kind and number. An order stands under the kind {@code PLACE} and its own
 * number, whatever document opened it.
 *
 * <p>A remembered document costs one slot and its hash, since there may be millions of them. This type
 * is thread-safe: each stripe is guarded by itself.
 */
final class Register {

  private static final int STRIPES = 64;

  private final Stripe[] stripes = new Stripe[STRIPES];
  private final AtomicLong size = new AtomicLong();

  Register() {
    Arrays.setAll(stripes, index -> new Stripe());
  }

  @Nullable
  Posted find(DocumentKind kind, String number) {
    int hash = hash(kind, number);
    return stripe(hash).find(hash, kind, number);
  }

  /** Enters a document under its key, unless one stands there, which is returned. */
  @Nullable
  Posted enter(DocumentKind kind, String number, Posted mine) {
    int hash = hash(kind, number);
    Posted earlier = stripe(hash).enter(hash, kind, number, mine);
    if (earlier == null) {
      size.incrementAndGet();
    }
    return earlier;
  }

  /** Removes a document that was given up. */
  void remove(DocumentKind kind, String number) {
    int hash = hash(kind, number);
    stripe(hash).remove(hash, kind, number);
    size.decrementAndGet();
  }

  /** Takes note that a document is remembered by its key alone. */
  void forgot() {
    size.decrementAndGet();
  }

  /** The number of documents whose content is remembered. */
  long size() {
    return size.get();
  }

  /** The documents that are done and wrote no record. */
  List<Posted> silent() {
    List<Posted> found = new ArrayList<>();
    for (Stripe stripe : stripes) {
      stripe.addSilent(found);
    }
    return found;
  }

  private Stripe stripe(int hash) {
    return stripes[hash >>> 26];
  }

  private static int hash(DocumentKind kind, String number) {
    int hash = (number.hashCode() * 31 + kind.name().hashCode()) * 0x9E3779B9;
    return hash ^ (hash >>> 15); // spreads consecutive numbers over the low bits too
  }

  /** A table with open addressing and linear probing, at most three quarters full. */
  private static final class Stripe {

    private @Nullable Posted[] slots = new Posted[16];
    private int[] hashes = new int[16];
    private int used;

    synchronized @Nullable Posted find(int hash, DocumentKind kind, String number) {
      return slots[slot(hash, kind, number)];
    }

    synchronized void addSilent(List<Posted> found) {
      for (Posted each : slots) {
        if (each != null && each.isDone() && each.records() == 0) {
          found.add(each);
        }
      }
    }

    synchronized @Nullable Posted enter(int hash, DocumentKind kind, String number, Posted mine) {
      int slot = slot(hash, kind, number);
      Posted earlier = slots[slot];
      if (earlier == null) {
        slots[slot] = mine;
        hashes[slot] = hash;
        if (++used > slots.length / 4 * 3) {
          grow();
        }
      }
      return earlier;
    }

    /** The slot of a document, or the free slot where it would stand. */
    private int slot(int hash, DocumentKind kind, String number) {
      int mask = slots.length - 1;
      int slot = hash & mask;
      for (Posted each = slots[slot]; each != null; each = slots[slot]) {
        if (hashes[slot] == hash && each.isKnownAs(kind, number)) {
          return slot;
        }
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private void grow() {
      @Nullable Posted[] before = slots;
      int[] hashesBefore = hashes;
      slots = new Posted[before.length * 2];
      hashes = new int[before.length * 2];
      for (int i = 0; i < before.length; i++) {
        Posted each = before[i];
        if (each != null) {
          put(hashesBefore[i], each);
        }
      }
    }

    private void put(int hash, Posted document) {
      int mask = slots.length - 1;
      int slot = hash & mask;
      while (slots[slot] != null) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = document;
      hashes[slot] = hash;
    }

    /** Takes a document out and puts those behind it where they are found without it. */
    synchronized void remove(int hash, DocumentKind kind, String number) {
      int slot = slot(hash, kind, number);
      slots[slot] = null;
      used--;
      int mask = slots.length - 1;
      for (int next = (slot + 1) & mask; slots[next] != null; next = (next + 1) & mask) {
        Posted moved = slots[next];
        slots[next] = null;
        if (moved != null) {
          put(hashes[next], moved);
        }
      }
    }
  }
}
