package io.backorder.store;

import io.backorder.refusal.InventoryException;
import java.util.Optional;

/**
 * How one of several works ended: with an answer, or refused.
 *
 * @param answer what the work answered, or empty
 * @param refusal why it was refused, or empty
 * @param <T> the type of the answer
 */
public record Attempt<T>(Optional<T> answer, Optional<InventoryException> refusal) {

  /**
   * Returns an attempt that was answered.
   *
   * @param answer the answer
   * @param <T> the type of the answer
   * @return the attempt
   */
  public static <T> Attempt<T> answered(T answer) {
    return new Attempt<>(Optional.of(answer), Optional.empty());
  }

  /**
   * Returns an attempt that was refused, and left no trace.
   *
   * @param refusal why
   * @param <T> the type of the answer
   * @return the attempt
   */
  public static <T> Attempt<T> refused(InventoryException refusal) {
    return new Attempt<>(Optional.empty(), Optional.of(refusal));
  }

  /**
   * Returns the answer.
   *
   * @return the answer
   * @throws InventoryException if the work was refused
   */
  public T get() {
    return answer.orElseThrow(refusal::orElseThrow);
  }
}
