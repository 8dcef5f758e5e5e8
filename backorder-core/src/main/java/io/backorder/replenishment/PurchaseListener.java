package io.backorder.replenishment;

/**
 * Hears of proposed purchases.
 *
 * <p>It is called after the monitor has noted the change, with no lock held, on a thread that called the
 * monitor. It hears of one item in order: a proposal before its withdrawal, whatever threads look. While one
 * thread tells of an item, another that looks at it returns and leaves it to the first to tell. What a listener
 * throws goes to whoever called on the thread that tells (an inventory logs it) and takes nothing back: the
 * proposal stays listed by {@link ReorderMonitor#open()}. A listener may call the monitor; what comes of that is
 * told when it has returned.
 */
public interface PurchaseListener {

  /** Does nothing; for a host that asks {@link ReorderMonitor#open()}. */
  PurchaseListener NONE = new PurchaseListener() {};

  /**
   * Called once for each proposal.
   *
   * @param proposal what is proposed
   */
  default void onProposed(PurchaseProposal proposal) {}

  /**
   * Called when a proposal is no longer needed, because the position rose without it or the item is no longer
   * planned.
   *
   * @param proposal what had been proposed
   */
  default void onWithdrawn(PurchaseProposal proposal) {}
}
