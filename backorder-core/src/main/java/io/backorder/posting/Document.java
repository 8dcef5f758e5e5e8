package io.backorder.posting;

import io.backorder.ledger.SourceDocument;

/**
 * A change that a host posts to its inventory.
 *
 * <p>The document's own number is its idempotency key among the documents of its kind: the same
 * document again answers the first outcome and changes nothing; the same number with other content is
 * refused. A refused document leaves no trace, and its number is free for a corrected one. The set of
 * documents is closed. Every document is immutable.
 */
public sealed interface Document extends SourceDocument
    permits PlaceOrder,
        PlaceHold,
        ConfirmHold,
        ReleaseHold,
        ExpireHolds,
        ReceiveStock,
        ShipOrder,
        CancelOrder,
        ChangeLine,
        ReturnGoods,
        CountStock,
        AdjustStock,
        TransferStock,
        AnnounceSupply,
        RescheduleSupply,
        CloseSupply,
        Reallocate,
        SendStock,
        AcceptSubstitute,
        ReviewPromises {

  /**
   * Returns how this document is decided. It is for the inventory, not for hosts.
   *
   * @return the decision
   */
  Decision decision();
}
