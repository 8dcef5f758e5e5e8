package io.backorder.store;

/**
 * The rest of a queue that a database keeps: claims that were not read yet. It is confined to the thread
 * of its unit of work.
 */
public interface UnreadClaims {

  /**
   * Tells whether every claim up to a given one has been read.
   *
   * @param claim the claim, which has been read itself
   * @return true if no claim that comes before it is unread
   */
  boolean hasReadTo(ClaimState claim);

  /**
   * Reads the next claims and puts them into the queue.
   *
   * @return false if there were none left
   */
  boolean readMore();
}
