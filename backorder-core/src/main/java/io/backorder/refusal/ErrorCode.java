package io.backorder.refusal;

/** The reason for which a document or a value was refused. The names are stable. */
public enum ErrorCode {

  /** A quantity is zero, negative, finer than the item's unit, no whole lot, or out of bounds. */
  INVALID_QUANTITY,

  /** A number of a formula is not finite, or outside the range that the formula knows. */
  INVALID_NUMBER,

  /** An identifier breaks the rule for identifiers. */
  INVALID_IDENTIFIER,

  /** A kit contains itself, lies too deep, splits a lot, or is treated as if it had stock of its own. */
  INVALID_KIT,

  /** The order was never placed. */
  UNKNOWN_ORDER,

  /** The order has no such line. */
  UNKNOWN_LINE,

  /** The location is not one of the inventory's. */
  UNKNOWN_LOCATION,

  /** The supply was never announced. */
  UNKNOWN_SUPPLY,

  /** The hold was never placed. */
  UNKNOWN_HOLD,

  /** Two lines of one document have the same number. */
  DUPLICATE_LINE,

  /** The document's id was used before, with other content. */
  DOCUMENT_CONFLICT,

  /** Fewer units are there than the document needs. */
  INSUFFICIENT_STOCK,

  /** A unit would have to wait, and the item takes no backorders. */
  BACKORDERS_REFUSED,

  /** More units would wait than the item allows. */
  BACKORDER_LIMIT,

  /** A unit would have to wait longer than is sold, or nobody can say how long. */
  WAIT_TOO_LONG,

  /** The time in which a customer may cancel is over. */
  CANCELLATION_OVER,

  /** The item is none of those that may be taken in place of the other. */
  NOT_A_SUBSTITUTE,

  /** No time of transit to the destination zone is known from any location. */
  UNKNOWN_ZONE,

  /** More would be shipped than is reserved. */
  NOT_RESERVED,

  /** More would come back than was shipped. */
  NOT_SHIPPED,

  /** Nothing of the order, line or hold is open any more. */
  ALREADY_CLOSED,

  /** The time of the hold is over. */
  HOLD_EXPIRED,

  /** The shipment names no line, or nothing is reserved. */
  NOTHING_TO_SHIP,

  /** A figure would leave the range of a signed 64-bit integer. */
  QUANTITY_OVERFLOW,

  /** The plan was made on a state that has changed since. */
  STALE_PLAN,

  /** The document was decided at a version of an item that is no longer the latest. */
  STALE_VERSION,

  /** The clock gave an instant that no ledger can hold. */
  CLOCK_SKEW,

  /** An allocation policy or a sourcing rule broke its contract. */
  POLICY_VIOLATION,

  /** A configured limit is reached. */
  LIMIT_EXCEEDED,

  /** Listeners keep posting documents without end. */
  LISTENER_LOOP,

  /** No transaction of the host is open. */
  NO_TRANSACTION,

  /** Other transactions were in the way; the whole transaction may be tried again. */
  STORE_CONFLICT,

  /** A lock was not given in time; the whole transaction may be tried again. */
  LOCK_TIMEOUT,

  /** Other transactions were in the way each time that the transaction was tried. */
  RETRIES_EXHAUSTED,

  /** The answer to a commit was lost; the same document posted again tells whether it was done. */
  OUTCOME_UNKNOWN,

  /** The database cannot be reached. */
  STORE_UNAVAILABLE,

  /** The database takes no changes. */
  STORE_READ_ONLY,

  /** The database refused a statement for a reason that is not known here. */
  STORE_FAILED,

  /** The database refused a change that would break an invariant: a defect of this library. */
  INVARIANT_BROKEN,

  /** The tables are missing, or not as this version of the library needs them. */
  SCHEMA_MISMATCH,

  /** A setting cannot be used. */
  CONFIG_INVALID,

  /** The checkpoint belongs to another history. */
  CHECKPOINT_MISMATCH,

  /** The checkpoint is of a longer history: the end was cut off. */
  HISTORY_TRUNCATED,

  /** What is to be imported is no export, or is damaged, cut off or out of order. */
  IMPORT_INVALID,

  /** What is to be imported has a kind of entry, or a version, that this library does not know. */
  UNKNOWN_EVENT,

  /** The document's id is older than what is remembered in full. */
  ID_EXPIRED,

  /** The order was closed, and archived since. */
  ORDER_ARCHIVED,

  /** Amounts of money in different currencies were to be put together. */
  CURRENCY_MISMATCH,

  /** An amount of money has more decimals than its currency. */
  MONEY_SCALE
}
