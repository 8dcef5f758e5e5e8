package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.promise.Promise;
import io.backorder.promise.PromiseRange;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.Quantity;
import io.backorder.storefront.Offer.OutOfStock.Why;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which offer is made of an item: a pure function of what is on the shelf, what may wait and what is promised.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class OfferRules {

  private final BackorderTerms terms;
  private final Quantity lowAt;
  private final @Nullable LocalDate release;

  private OfferRules(BackorderTerms terms, Quantity lowAt, @Nullable LocalDate release) {
    this.terms = terms;
    this.lowAt = lowAt;
    this.release = release;
  }

  /**
   * Returns the rules of an item that was released long ago and of which stock is never called low.
   *
   * @param terms the terms on which it may be backordered
   * @return the rules
   */
  public static OfferRules of(BackorderTerms terms) {
    return new OfferRules(requireNonNull(terms, "terms"), Quantity.ZERO, null);
  }

  /**
   * Returns these rules with a level at which stock is low.
   *
   * @param level the units on the shelf that a customer can have: this many, or fewer, are low
   * @return the rules
   */
  public OfferRules withLowStock(Quantity level) {
    return new OfferRules(terms, requireNonNull(level, "level"), release);
  }

  /**
   * Returns these rules with a day of release, before which every offer is a pre-order.
   *
   * @param day the day
   * @return the rules
   */
  public OfferRules withRelease(LocalDate day) {
    return new OfferRules(terms, lowAt, requireNonNull(day, "day"));
  }

  /**
   * What an offer is made of.
   *
   * @param wanted the units asked for
   * @param onShelf the units on the shelf that this customer can have
   * @param mayWait how many more units may wait for the item, as it stands now: what is left of a limit, or of
   *     what is to come, or any number
   * @param promise when the wanted units could be had if they were ordered now
   */
  public record Situation(Quantity wanted, Quantity onShelf, Quantity mayWait, Promise promise) {

    /** Rejects missing parts. */
    public Situation {
      requireNonNull(wanted, "wanted");
      requireNonNull(onShelf, "onShelf");
      requireNonNull(mayWait, "mayWait");
      requireNonNull(promise, "promise");
    }

    Quantity lacking() {
      return wanted.minusOrZero(onShelf);
    }
  }

  /**
   * Returns the offer of a quantity.
   *
   * @param situation what there is
   * @param today the day of asking
   * @return the offer
   */
  public Offer offer(Situation situation, LocalDate today) {
    requireNonNull(today, "today");
    Optional<Why> refused = refused(situation, today);
    if (refused.isPresent()) {
      return new Offer.OutOfStock(refused.orElseThrow());
    } else if (release != null && today.isBefore(release)) {
      return new Offer.Preorder(release, situation.promise().notBefore(release));
    } else if (!situation.lacking().isZero()) {
      return new Offer.Backorder(situation.onShelf(), situation.promise());
    }
    return onShelf(situation, today);
  }

  private Optional<Why> refused(Situation situation, LocalDate today) {
    if (situation.lacking().isZero()) {
      return Optional.empty();
    } else if (terms.allowance().equals(BackorderAllowance.refused())) {
      return Optional.of(Why.REFUSED);
    } else if (situation.lacking().compareTo(situation.mayWait()) > 0) {
      return Optional.of(Why.LIMIT);
    }
    Promise promise =
        release == null ? situation.promise() : situation.promise().notBefore(release);
    return terms.acceptsWait(promise, today) ? Optional.empty() : Optional.of(Why.WAIT);
  }

  private Offer onShelf(Situation situation, LocalDate today) {
    PromiseRange days = situation.promise().range().orElseGet(() -> PromiseRange.of(today));
    return situation.onShelf().compareTo(lowAt) <= 0
        ? new Offer.LowStock(days, situation.onShelf())
        : new Offer.InStock(days);
  }
}
