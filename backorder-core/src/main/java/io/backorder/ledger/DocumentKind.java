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
  SUBSTITUTE
}
