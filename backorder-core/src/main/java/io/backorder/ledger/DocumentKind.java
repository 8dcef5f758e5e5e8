package io.backorder.ledger;

/** The kinds of documents that change an inventory. Each kind has ids of its own. */
public enum DocumentKind {

  /** An order is placed. */
  PLACE,

  /** Units are set aside for a cart. */
  HOLD,

  /** A hold becomes an order. */
  CONFIRM,

  /** A hold is given up. */
  RELEASE,

  /** Holds whose time is over are swept. */
  EXPIRE,

  /** Goods arrive. */
  RECEIVE,

  /** Reserved units leave the house. */
  SHIP,

  /** Open units are given up. */
  CANCEL,

  /** A line gets another quantity. */
  CHANGE,

  /** Shipped units come back. */
  RETURN,

  /** A shelf is counted. */
  COUNT,

  /** On hand is corrected by a difference. */
  ADJUST,

  /** Free units move to another location. */
  TRANSFER,

  /** A supply is announced. */
  ANNOUNCE,

  /** A supply gets another due moment or another quantity. */
  RESCHEDULE,

  /** Nothing more will come of a supply. */
  CLOSE_SUPPLY,

  /** What is reserved is shared out anew. */
  REALLOCATE,

  /** Another item is taken in place of one that is short. */
  SUBSTITUTE,

  /** What an item's waiting lines are promised is looked at again, because time has passed. */
  REVIEW;

  /**
   * Tells whether a document of this kind has no number of a host's, and may be posted as often as the
   * host likes. One that did nothing is not remembered.
   *
   * @return true of a sweep and of a review
   */
  public boolean isRepeatable() {
    return this == EXPIRE || this == REVIEW;
  }
}
