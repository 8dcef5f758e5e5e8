package io.backorder.storefront;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.backorder.promise.Promise;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An item that a customer may take in place of another.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param sku the item
 * @param promise when the quantity could be had of it
 */
public record SubstituteChoice(Sku sku, Promise promise) {

  /** Rejects missing parts. */
  public SubstituteChoice {
    requireNonNull(sku, "sku");
    requireNonNull(promise, "promise");
  }

  /**
   * Ranks substitutes by what can be promised when: the earlier the day of the last unit the better, those
   * without a day last. Of equal ones the first listed is first.
   *
   * @param candidates the host's candidates, in the host's order
   * @return the candidates, best first
   */
  public static List<SubstituteChoice> ranked(List<SubstituteChoice> candidates) {
    return candidates.stream()
        .sorted(comparing(each -> each.promise().by().orElse(LocalDate.MAX)))
        .toList();
  }

  /**
   * Returns the substitutes that are there sooner than the item itself.
   *
   * @param candidates the host's candidates, in the host's order
   * @param original the promise of the item itself
   * @return those with an earlier day, and where the item has none those with any, best first
   */
  public static List<SubstituteChoice> sooner(List<SubstituteChoice> candidates, Promise original) {
    Optional<LocalDate> day = requireNonNull(original, "original").by();
    return ranked(candidates).stream()
        .filter(each -> each.promise().by().isPresent())
        .filter(
            each -> day.isEmpty() || each.promise().by().orElseThrow().isBefore(day.orElseThrow()))
        .toList();
  }

  /**
   * Returns the substitutes of which the whole quantity is on the shelf.
   *
   * @param candidates the host's candidates, in the host's order
   * @return those that are on the shelf, in the same order
   */
  public static List<SubstituteChoice> onShelf(List<SubstituteChoice> candidates) {
    return candidates.stream().filter(SubstituteChoice::isOnShelf).toList();
  }

  private boolean isOnShelf() {
    return promise.parts().stream().allMatch(part -> part.reason() == Promise.Reason.ON_SHELF);
  }
}
