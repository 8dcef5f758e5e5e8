package io.backorder.posting;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;

/**
 * The most that an inventory takes. Reaching a limit is a clear refusal with {@code LIMIT_EXCEEDED},
 * never an {@link OutOfMemoryError}.
 *
 * @param linesPerDocument the most lines of one order, hold, receipt, count or shipment
 * @param openClaimsPerItem the most order lines that may wait for one item at one time; a raised line
 *     counts once for each of its places
 * @param documents the most documents that are remembered
 * @param listenerDocuments the most documents that listeners may post in answer to one document
 */
public record Limits(
    int linesPerDocument, int openClaimsPerItem, long documents, int listenerDocuments) {

  /** 10,000 lines, 5 million open claims, a billion documents, a million in answer to one. */
  public static final Limits STANDARD = new Limits(10_000, 5_000_000, 1_000_000_000L, 1_000_000);

  /** Rejects a limit below 1. */
  public Limits {
    long least = Math.min(
        Math.min(linesPerDocument, openClaimsPerItem), Math.min(documents, listenerDocuments));
    if (least < 1) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "limits must be at least 1: " + least,
          Facts.of("asked", least).and("allowed", 1));
    }
  }

  /**
   * Returns these limits with another number of lines.
   *
   * @param lines the most lines of one document
   * @return the limits
   */
  public Limits withLinesPerDocument(int lines) {
    return new Limits(lines, openClaimsPerItem, documents, listenerDocuments);
  }

  /**
   * Returns these limits with another number of claims.
   *
   * @param claims the most order lines that may wait for one item
   * @return the limits
   */
  public Limits withOpenClaimsPerItem(int claims) {
    return new Limits(linesPerDocument, claims, documents, listenerDocuments);
  }

  /**
   * Returns these limits with another number of remembered documents.
   *
   * @param remembered the most documents that are remembered
   * @return the limits
   */
  public Limits withDocuments(long remembered) {
    return new Limits(linesPerDocument, openClaimsPerItem, remembered, listenerDocuments);
  }

  /**
   * Returns these limits with another number of documents posted by listeners.
   *
   * @param posted the most documents that listeners may post in answer to one document
   * @return the limits
   */
  public Limits withListenerDocuments(int posted) {
    return new Limits(linesPerDocument, openClaimsPerItem, documents, posted);
  }

  /** Rejects a figure above its limit. */
  static void require(String name, long figure, long limit) {
    if (figure > limit) {
      throw new InvalidValueException(
          ErrorCode.LIMIT_EXCEEDED,
          "%s must be at most %d: %d".formatted(name, limit, figure),
          Facts.of("field", name).and("asked", figure).and("allowed", limit));
    }
  }
}
