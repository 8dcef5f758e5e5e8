package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question put to a customer whose promise slipped: keep the line, or cancel it?
 *
 * <p>Until the deadline the customer may answer, and answer anew. From the deadline on, the last answer holds,
 * or for want of one what the shop chose.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param deadline the moment from which on no answer is taken
 * @param fallback what happens without an answer
 * @param answer the customer's last answer, if there is one
 */
public record Consent(
    OrderLineId line, Instant deadline, Answer fallback, Optional<Answer> answer) {

  /** What becomes of a line. */
  public enum Answer {

    /** The customer waits on. */
    KEEP,

    /** What waits of the line is cancelled. */
    CANCEL
  }

  /** Rejects missing parts. */
  public Consent {
    requireNonNull(line, "line");
    requireNonNull(deadline, "deadline");
    requireNonNull(fallback, "fallback");
    requireNonNull(answer, "answer");
  }

  /**
   * Returns the question that the terms ask for, if they do.
   *
   * @param line the line
   * @param terms the terms, of which the days to answer have 24 hours
   * @param asked the moment at which the customer is asked
   * @return the question; empty if these terms ask for no consent
   */
  public static Optional<Consent> ask(OrderLineId line, BackorderTerms terms, Instant asked) {
    OptionalInt within = terms.answerWithin();
    return terms
        .fallback()
        .map(fallback -> new Consent(
            line, asked.plusSeconds(within.getAsInt() * 86_400L), fallback, Optional.empty()));
  }

  /**
   * Returns this question with an answer.
   *
   * @param given the answer
   * @param at when it was given, before the deadline
   * @return the question
   * @throws InvalidValueException with {@code ALREADY_CLOSED} if the deadline has passed
   */
  public Consent answered(Answer given, Instant at) {
    if (!at.isBefore(deadline)) {
      throw new InvalidValueException(
          ErrorCode.ALREADY_CLOSED,
          "answer for line %s must come before %s: %s".formatted(line, deadline, at),
          Facts.of("order", line.order())
              .and("line", line.line())
              .and("asked", at)
              .and("allowed", deadline));
    }
    return new Consent(line, deadline, fallback, Optional.of(requireNonNull(given, "given")));
  }

  /**
   * Returns what becomes of the line.
   *
   * @param now the moment of asking
   * @return the answer, or from the deadline on the fallback; empty while it is open
   */
  public Optional<Answer> decision(Instant now) {
    return answer.isPresent() || now.isBefore(deadline) ? answer : Optional.of(fallback);
  }

  /**
   * Decides the questions whose deadline has passed.
   *
   * @param questions the questions that are not closed yet, one of each line
   * @param now the moment of asking
   * @return keep or cancel, by line, in the order of the questions; nothing for those that are still open
   * @throws InvalidValueException with {@code DUPLICATE_LINE} if a line stands there twice
   */
  public static Map<OrderLineId, Answer> due(Collection<Consent> questions, Instant now) {
    requireNonNull(now, "now");
    Map<OrderLineId, Consent> byLine = new LinkedHashMap<>();
    for (Consent each : questions) {
      if (byLine.put(each.line(), each) != null) {
        throw new InvalidValueException(
            ErrorCode.DUPLICATE_LINE,
            "line must be asked about once: %s".formatted(each.line()),
            Facts.of("order", each.line().order()).and("line", each.line().line()));
      }
    }
    Map<OrderLineId, Answer> due = new LinkedHashMap<>();
    byLine.forEach((line, each) -> {
      if (!now.isBefore(each.deadline())) {
        each.decision(now).ifPresent(answer -> due.put(line, answer));
      }
    });
    return due;
  }
}
