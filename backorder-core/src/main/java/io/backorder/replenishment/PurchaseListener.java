package io.backorder.replenishment;

/**
 * Hears of proposed purchases.
 *
 * <p>It is called on the thread that posted, after the monitor has noted the change, with no lock held. What it
 * throws goes to whoever called the monitor (an inventory logs it) and takes nothing back: the proposal stays
 * listed by {@link ReorderMonitor#open()}. When two threads look at one item at once, the two calls may come in
 * either order.
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
